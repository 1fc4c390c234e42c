"""The initials and the grain of a person or account, from its name. Jinja filters, with `formats`."""

from __future__ import annotations

import unicodedata
from zlib import crc32


def initials(name: str | None) -> str:
    """Two letters at most: first and last word. "Anne-Laure Dubreucq" → "AD", "" → "?"."""
    parts = [part for part in (name or "").split() if part[0].isalpha()]
    if not parts:
        return "?"
    letters = parts[0][0] + (parts[-1][0] if len(parts) > 1 else "")
    return letters.upper()


# Words that open a company's name without distinguishing it.
_LEGAL = set("groupe group sas sa sarl societe ste ets etablissements le la les the".split())  # noqa: SIM905


def cameo_letter(name: str | None) -> str:
    """The initial carved on the stone: "Groupe Valmorin" → "V"."""
    parts = [part for part in (name or "").split() if part[0].isalnum()]
    kept = [part for part in parts if _without_accents(part) not in _LEGAL] or parts
    return kept[0][0].upper() if kept else "?"


def _without_accents(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower().strip(".")


def avatar_grain(name: str | None) -> str:
    """One of "a", "b", "c" or "d", always the same for the same name. It separates, it means nothing."""
    return "abcd"[crc32((name or "").encode()) % 4]
