"""Two recordings side by side: which answers differ, each difference once with the addresses that show it."""

from __future__ import annotations

import difflib
from collections import defaultdict
from pathlib import Path

from tests.net.openapi import OPENAPI, plain
from tests.net.renames import renamed
from tests.net.schema import schema_lines, seed_lines
from tests.net.work import Recording

SHOWN, LINES, CONTEXT = 25, 40, 2


def compare(old: Path, new: Path, *, shown: int = SHOWN) -> bool:
    """Print what differs; True when nothing does."""
    before, after = read(old), read(new)
    names = sorted(before.keys() | after.keys())
    differing = [name for name in names if before.get(name) != after.get(name)]
    print(f"{len(before)} answers before, {len(after)} after, {len(differing)} differ.")
    for role, count in sorted(_by_role(differing).items()):
        print(f"  {role}: {count}")
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in differing:
        groups[_difference(before.get(name), after.get(name))].append(name)
    ordered = sorted(groups.items(), key=lambda one: -len(one[1]))
    for lines, where in ordered[:shown]:
        print(f"\n--- {len(where)} answers: {'; '.join(where[:4])}{' …' if len(where) > 4 else ''}")
        print("\n".join(lines[:LINES] + ((f"… {len(lines) - LINES} more lines",) if len(lines) > LINES else ())))
    if len(ordered) > shown:
        print(f"\n… {len(ordered) - shown} more differences (--shown N)")
    return not differing


def read(folder: Path) -> dict[str, str]:
    """Every answer by role and request, schema statement and seed, with the new names."""
    found = {
        f"{path.stem} {name}": plain(text) if OPENAPI in name and text.startswith("200") else renamed(text)
        for path in sorted(folder.glob("*.txt"))
        if path.name != "coverage.txt"
        for name, text in Recording.read(path).answers.items()
    }
    found |= {f"schema {name}": text for name, text in schema_lines((folder / "schema.sql").read_text()).items()}
    return found | {f"seeds {name}": text for name, text in seed_lines((folder / "seeds.jsonl").read_text()).items()}


def _by_role(names: list[str]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for name in names:
        counts[name.split(" ", 1)[0]] += 1
    return counts


def _difference(old: str | None, new: str | None) -> tuple[str, ...]:
    if old is None or new is None:
        text = (old or new or "").splitlines()
        return (f"only {'before' if new is None else 'after'}: {text[0] if text else ''}",)
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=CONTEXT)
    return tuple(line for line in lines if not line.startswith(("---", "+++", "@@")))
