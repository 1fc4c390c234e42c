"""Files that a spreadsheet will open: no text of ours may begin like a formula."""

from __future__ import annotations

from typing import Any

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(value: Any) -> Any:
    """`value` for a cell: a text that a spreadsheet would run gets a quote in front; numbers stay as they are."""
    if isinstance(value, str) and value.startswith(FORMULA) and not _is_number(value):
        return f"'{value}"
    return value


def _is_number(text: str) -> bool:
    """ "-12,50" is an amount, "-1+cmd" is not."""
    bare = (
        text[1:]
        .replace(" ", "")
        .replace("\u00a0", "")
        .replace("\u202f", "")
        .replace(",", "")
        .replace(".", "")
    )
    return text[0] in "+-" and bare.isdecimal()
