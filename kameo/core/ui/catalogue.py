"""The list of macros in `docs/handbook/design-system.md`, written from the macros themselves.

`python -m kameo.core.ui.catalogue` rewrites it; a test compares.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from kameo.core.ui.components import FAMILIES

PAGE = Path(__file__).parents[3] / "docs" / "handbook" / "design-system.md"
START, END = "<!-- macros: written by kameo.core.ui.catalogue -->", "<!-- end of macros -->"
_MACRO = re.compile(r"(?:\{#-\s*((?:(?!#\}).)*?)\s*-#\}\s*)?\{%-\s*macro\s+(.+?)\s*-%\}", re.S)


def macros() -> str:
    """Markdown: one heading per family, one line per macro."""
    lines: list[str] = []
    for path in sorted(FAMILIES.glob("*.html")):
        source = path.read_text()
        about = re.match(r"\{#-\s*(.*?)\s*-#\}", source, re.S)
        lines += [f"### {path.stem}", "", about[1] if about else "", ""]
        body = source[about.end() :] if about else source
        for comment, wrapped in _MACRO.findall(body):
            signature = " ".join(wrapped.split()).replace("( ", "(").replace(" )", ")")
            called = ", caller=none" in signature or "(caller=none)" in signature
            clean = signature.replace(", caller=none", "").replace("caller=none", "")
            clean = clean.replace(", csrf_input=none", "")
            note = " ".join(comment.split())
            lines.append(f"- `{clean}`{' **body**' if called else ''}{' · ' + note if note else ''}")
        lines.append("")
    return "\n".join(lines)


def written(page: str) -> str:
    """`page` with its list of macros brought up to date."""
    before, rest = page.split(START)
    return f"{before}{START}\n\n{macros()}\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text()))
    sys.stdout.write(f"{PAGE}\n")
