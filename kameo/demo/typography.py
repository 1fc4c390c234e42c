"""French spacing, so that the demo's texts are written plainly here and read as printed there."""

from __future__ import annotations

import re

NARROW, FIRM = "\u202f", "\u00a0"

_RULES = (
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), NARROW),
    (re.compile(r" (?=[;!?])"), NARROW),
    (re.compile(r" (?=[:»%€£$])"), FIRM),
    (re.compile(r" (?=k€|M€|kW|MW|h\b|min\b)"), FIRM),
    (re.compile(r"(?<=\bh) (?=\d\d\b)"), FIRM),
    (re.compile(r"(?<=«) "), FIRM),
    (re.compile(r"'"), "’"),
)


def french(text: str) -> str:
    """`text` with no-break spaces and apostrophes where French puts them."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text
