"""Long statements in files: `sql/name.sql` beside the module that runs them, values passed by name (`%(name)s`).

A part that two statements share, or that settings of ours choose, is put in under its name: `<part>`. Values never are.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _statement_text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def read_sql(module_file: str, name: str, **parts: str) -> str:
    """The text of `sql/<name>.sql` beside `module_file` (`__file__`), with each `<part>` replaced by our own SQL.

    Raises FileNotFoundError, and ValueError for a part that the text does not name.
    """
    text = _statement_text(Path(module_file).parent / "sql" / f"{name}.sql")
    for part, sql in parts.items():
        if f"<{part}>" not in text:
            raise ValueError(f"{name}.sql has no part <{part}>")
        text = text.replace(f"<{part}>", sql)
    return text
