"""The value of a cell, whatever program wrote it."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from kameo.core.spreadsheets import without_guard

Cell = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None

# Unicode spaces that spreadsheets and accounting tools put inside and around values.
SPACES = (
    " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff\u200b"
)

BLANK_WORDS = frozenset(
    {
        "",
        "-",
        "–",
        "—",
        ".",
        "na",
        "n/a",
        "n.a.",
        "nd",
        "n.d.",
        "n.c.",
        "null",
        "none",
        "nan",
        "#n/a",
        "#na",
        "#ref!",
        "#value!",
        "#valeur!",
        "#div/0!",
        "nul",
        "(null)",
        "(vide)",
        "[nd]",
    }
)

_RUNS = re.compile(r"\s+")


def text_of(cell: Cell) -> str:
    """The cell as the text a person would type, trimmed; numbers without a useless “.0”."""
    if isinstance(cell, str):
        return without_guard(cell.strip().strip(SPACES))
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else format(Decimal(repr(cell)), "f")
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(sep=" ")
    if isinstance(cell, (dt.date, dt.time)):
        return cell.isoformat()
    return str(cell)


def one_line(cell: Cell) -> str:
    """Text without line breaks nor runs of spaces: names, labels, headers."""
    return _RUNS.sub(" ", text_of(cell)).strip()


def is_blank(cell: Cell) -> bool:
    """Nothing at all in the cell (the words that stand for nothing are `is_absent`)."""
    return cell is None or (isinstance(cell, str) and not cell.strip().strip(SPACES))


def is_absent(cell: Cell) -> bool:
    """Nothing, or a word which says so (NULL, N/A, #REF!, -). For amounts, dates and identifiers;
    never for names: a company may be called “None”."""
    return cell is None or (isinstance(cell, str) and cell.strip().strip(SPACES).lower() in BLANK_WORDS)
