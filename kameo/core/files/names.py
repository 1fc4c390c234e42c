"""File names from other computers, made safe to keep, to show and to send back."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

LONGEST = 180  # characters, extension included: what every file system takes once encoded

# Separators of every system, control characters, what Windows refuses, and invisible marks that reorder text.
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def clean_name(raw: str, fallback: str = "document") -> str:
    """The last part of `raw`, without what a shell, a header or a reader could take for something else."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", raw or ""))[-1]
    name = " ".join(_FORBIDDEN.sub("", last).split()).strip(". ")
    if not name or _RESERVED.match(name):
        name = f"{fallback}-{name}" if name else fallback
    return _shortened(name)


def _shortened(name: str) -> str:
    stem, dot, extension = name.rpartition(".")
    if not dot or len(extension) > 12:
        return name[:LONGEST]
    return f"{stem[: LONGEST - len(extension) - 1]}.{extension}"


def with_extension(name: str, extension: str) -> str:
    """`name` ending in `extension` (with its dot), so that a disguised file opens as what it is."""
    return name if not extension or name.lower().endswith(extension) else _shortened(name + extension)


def attachment(name: str, *, inline: bool = False) -> str:
    """A Content-Disposition (RFC 6266): a plain name for old readers, the exact one in UTF-8."""
    safe = clean_name(name)
    plain = unicodedata.normalize("NFKD", safe).encode("ascii", "ignore").decode().replace("\\", "_")
    plain = re.sub(r'["%;]', "_", plain).strip() or "document"
    kind = "inline" if inline else "attachment"
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(safe, safe='')}"
