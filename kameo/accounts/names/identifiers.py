"""Registration numbers, checked and written one way (R29, c-16). Pure: no database.

SIREN and SIRET by their key (La Poste's branches by theirs), VAT by its country's rule, French keys and Monaco's
included; D-U-N-S and LEI by their form; anything foreign is free text without stray spaces.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from django.utils.translation import gettext_lazy as _
from stdnum import lei
from stdnum.eu import vat
from stdnum.exceptions import InvalidChecksum, InvalidComponent, InvalidLength, ValidationError
from stdnum.fr import siren, siret, tva

from kameo.accounts.enums import Scheme
from kameo.core.errors import DomainError

MONACO = "000"
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_NAF = re.compile(r"^(\d{2})\.?(\d{2})\.?([A-Z])$")


def normalise(scheme: str, value: str, *, country: str = "") -> str:
    """`value` in its one stored form: "732 829 320" → "732829320", "44 732829320" → "FR44732829320".

    `country` (ISO, two letters) completes a VAT number written without its prefix. Raises DomainError with the
    code "<scheme>_length", "<scheme>_key", "<scheme>_format" or "identifier_empty", its field being the scheme.
    """
    text = _SPACES.sub(" ", value).strip()
    if not text:
        raise DomainError("identifier_empty", _("Write the number."), field=scheme)
    reader = _READERS.get(scheme)
    return reader(text, country) if reader else text[:80]


def normalise_naf(value: str) -> str:
    """ "4711F" or "47.11f" → "47.11F"; empty stays empty. Raises DomainError "naf_format"."""
    text = _SPACES.sub("", value).upper()
    if not text:
        return ""
    found = _NAF.match(text)
    if not found:
        raise DomainError("naf_format", _("A NAF code reads like 47.11F."), field="naf")
    return f"{found[1]}.{found[2]}{found[3]}"


def siren_of(scheme: str, value: str) -> str | None:
    """The SIREN inside a stored SIREN, SIRET or French VAT number; None for the others and for Monaco."""
    if scheme == Scheme.SIREN:
        return value
    if scheme == Scheme.SIRET:
        return value[:9]
    if scheme == Scheme.VAT and value.startswith("FR") and value[4:7] != MONACO:
        return value[4:]
    return None


def written(scheme: str, value: str) -> str:
    """As people read it: 732 829 320, 732 829 320 00074, FR 44 732 829 320."""
    if scheme == Scheme.SIREN and len(value) == 9:
        return f"{value[:3]} {value[3:6]} {value[6:]}"
    if scheme == Scheme.SIRET and len(value) == 14:
        return f"{value[:3]} {value[3:6]} {value[6:9]} {value[9:]}"
    if scheme == Scheme.VAT and value.startswith("FR") and len(value) == 13:
        return f"FR {value[2:4]} {value[4:7]} {value[7:10]} {value[10:]}"
    return value


def _digits(text: str) -> str:
    return re.sub(r"[\s.\-]", "", text)


def _siren(text: str, country: str) -> str:
    return _checked(
        Scheme.SIREN,
        siren.validate,
        _digits(text),
        {
            "length": _("A SIREN has 9 digits."),
            "key": _("This SIREN's last digit does not match the others: check for a typing error."),
            "format": _("A SIREN is made of 9 digits only."),
        },
    )


def _siret(text: str, country: str) -> str:
    return _checked(
        Scheme.SIRET,
        siret.validate,
        _digits(text),
        {
            "length": _("A SIRET has 14 digits: the SIREN and 5 more."),
            "key": _("This SIRET's key does not match its digits: check for a typing error."),
            "format": _("A SIRET is made of 14 digits only."),
        },
    )


def _vat(text: str, country: str) -> str:
    number = _digits(text).upper()
    if not _names_its_state(number):
        number = _vat_prefix(number, country) + number
    if number.startswith("FR"):
        return "FR" + _checked(Scheme.VAT, tva.validate, number[2:], _VAT_WORDS)
    if _names_its_state(number):
        return _checked(Scheme.VAT, vat.validate, number, _VAT_WORDS)
    return number[:80]


def _names_its_state(number: str) -> bool:
    state = number[:2].lower()
    return state == "el" or state in vat.MEMBER_STATES


def _vat_prefix(number: str, country: str) -> str:
    """The two letters to put before a bare number: its account's country, France where only that fits."""
    if country in {"FR", "MC"} or (not country and tva.is_valid(number)):
        return "FR"
    state = "EL" if country == "GR" else country
    return state if _names_its_state(state) else ""


def _lei(text: str, country: str) -> str:
    return _checked(
        Scheme.LEI,
        lei.validate,
        _digits(text).upper(),
        {
            "length": _("A LEI has 20 characters."),
            "key": _("This LEI's key does not match: check for a typing error."),
            "format": _("A LEI is made of 20 letters and digits."),
        },
    )


def _duns(text: str, country: str) -> str:
    number = _digits(text)
    if not (number.isascii() and number.isdigit() and len(number) == 9):
        raise DomainError("duns_format", _("A D-U-N-S number has 9 digits."), field=Scheme.DUNS)
    return number


def _checked(scheme: Scheme, check: Callable[[str], str], number: str, words: dict[str, object]) -> str:
    try:
        return check(number)
    except InvalidLength as error:
        raise DomainError(f"{scheme}_length", words["length"], field=scheme) from error
    except (InvalidChecksum, InvalidComponent) as error:
        raise DomainError(f"{scheme}_key", words["key"], field=scheme) from error
    except ValidationError as error:
        raise DomainError(f"{scheme}_format", words["format"], field=scheme) from error


_VAT_WORDS: dict[str, object] = {
    "length": _("This VAT number is too short or too long for its country."),
    "key": _("This VAT number's key does not match its digits: check for a typing error."),
    "format": _("This VAT number is not written as its country does."),
}
_READERS: dict[str, Callable[[str, str], str]] = {
    Scheme.SIREN: _siren,
    Scheme.SIRET: _siret,
    Scheme.VAT: _vat,
    Scheme.LEI: _lei,
    Scheme.DUNS: _duns,
}
