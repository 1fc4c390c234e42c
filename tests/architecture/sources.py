"""Which files the architecture tests read: the product's, not its tests' nor its generated ones."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "kameo"


@cache
def python_files() -> list[Path]:
    """The product's modules, without migrations and tests."""
    skipped = {"migrations", "tests"}
    return sorted(path for path in PACKAGE.rglob("*.py") if not skipped & set(path.relative_to(PACKAGE).parts))


@cache
def templates() -> list[Path]:
    return sorted([*PACKAGE.rglob("jinja2/**/*.html"), *PACKAGE.rglob("templates/**/*.html")])


@cache
def committed() -> list[Path]:
    """Every text file that git knows (or will: added and not ignored)."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))
