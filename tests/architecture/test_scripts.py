"""No script that no page loads, no export that no module imports."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from tests.architecture.sources import ROOT, shown, templates

FOLDER = ROOT / "static" / "js"
LOADED = re.compile(r"static\('js/([\w/-]+\.js)'\)")
FROM = re.compile(r"(?:import|export)\s+(?:{([^}]*)}\s+from\s+)?\"(\.[\w./-]+)\"")
INLINE_TYPE = re.compile(r"import\(\"(\.[\w./-]+)\"\)\.(\w+)")  # in a comment: a type
EXPORTED = re.compile(r"^export (?:async )?(?:function\*?|class|const|let) (\w+)", re.M)


@cache
def modules() -> dict[Path, str]:
    return {path: path.read_text() for path in FOLDER.rglob("*.js")}


def imports(path: Path) -> list[tuple[Path, str]]:
    """The modules that one imports, with the names taken from each; "" for its effects alone."""
    found = []
    for names, place in FROM.findall(modules()[path]):
        target = (path.parent / place).resolve()
        found += [(target, name.split(" as ")[0].strip()) for name in names.split(",")]
    return found + [((path.parent / place).resolve(), name) for place, name in INLINE_TYPE.findall(modules()[path])]


def test_each_module_is_loaded_by_a_page() -> None:
    waiting = {FOLDER / name for path in templates() for name in LOADED.findall(path.read_text())}
    reached: set[Path] = set()
    while waiting:
        path = waiting.pop()
        reached.add(path)
        waiting |= {target for target, _name in imports(path) if target in modules()} - reached
    assert [shown(path) for path in sorted(modules().keys() - reached)] == []


def test_each_export_is_imported() -> None:
    taken = {pair for path in modules() for pair in imports(path)}
    exports = {(path, name) for path, text in modules().items() for name in EXPORTED.findall(text)}
    assert sorted(f"{shown(path)}: {name}" for path, name in exports - taken) == []
