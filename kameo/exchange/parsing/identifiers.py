"""French and European numbers, repaired where a spreadsheet dropped their leading zeros."""

from __future__ import annotations

import re

from stdnum.eu import vat as eu_vat
from stdnum.exceptions import ValidationError
from stdnum.fr import siren as fr_siren
from stdnum.fr import siret as fr_siret
from stdnum.fr import tva as fr_tva

from kameo.exchange.reading.values import Cell, text_of

from .problems import CellError

_NAF = re.compile(r"^(\d{2})\.?(\d{2})\s?([A-Z])(?![A-Za-z])")
_SEPARATORS = re.compile(r"[\s.\-\u00a0\u202f]")


def siren(cell: Cell) -> str:
    text = _padded(cell, 9)
    if not fr_siren.is_valid(text) or text.startswith("000000000"):
        raise CellError("siren_invalid")
    return text


def siret(cell: Cell) -> str:
    text = _padded(cell, 14)
    if not fr_siret.is_valid(text) or text.startswith("000000000"):
        raise CellError("siret_invalid")
    return text


def vat(cell: Cell) -> str:
    """European numbers are checked; those of other countries are kept as written (R29)."""
    text = _SEPARATORS.sub("", text_of(cell)).upper()
    try:
        if text.startswith("FR"):
            return "FR" + str(fr_tva.validate(text))
        if text[:2].lower() in eu_vat.MEMBER_STATES or text.startswith("EL"):
            return str(eu_vat.validate(text))
    except ValidationError as error:
        raise CellError("vat_invalid") from error
    if not re.fullmatch(r"[A-Z]{2,3}[A-Z0-9+*]{5,15}", text) or sum(char.isdigit() for char in text) < 5:
        raise CellError("vat_invalid")
    return text


def naf(cell: Cell) -> str:
    """“4711F”, “47.11F”, “47.11F – Hypermarchés” → “47.11F”."""
    match = _NAF.match(text_of(cell).upper())
    if match is None:
        raise CellError("naf_invalid")
    return f"{match[1]}.{match[2]}{match[3]}"


def _padded(cell: Cell, length: int) -> str:
    text = _SEPARATORS.sub("", text_of(cell))
    # A spreadsheet took the number for an amount and dropped its zeros: at most three, or it is something else.
    return text.zfill(length) if text.isdigit() and length - 3 <= len(text) else text
