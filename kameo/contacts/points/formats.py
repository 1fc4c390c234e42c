"""E-mail addresses, telephone numbers and links as they are stored, whatever people type (R56, R214)."""

from __future__ import annotations

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext_lazy as _

from kameo.core.errors import DomainError


def normalise_email(text: str) -> str:
    """Without stray spaces, `mailto:` or angle brackets; the domain in lower case.

    Raises DomainError "email_invalid".
    """
    bare = (text or "").strip().removeprefix("mailto:").strip("<> \t;,")
    local, at, domain = bare.rpartition("@")
    address = f"{local}{at}{domain.lower()}"
    try:
        validate_email(address)
    except ValidationError as error:
        message = _("An address reads like prenom.nom@exemple.fr.")
        raise DomainError("email_invalid", message, field="emails", value=text) from error
    return address


def normalise_phone(text: str, country: str = "") -> tuple[str, str]:
    """(number in E.164, extension). A number without a prefix is one of `country` (two letters; France when empty).

    Raises DomainError "phone_invalid" when it cannot be dialled from anywhere.
    """
    try:
        number = phonenumbers.parse(text or "", country or "FR")
    except phonenumbers.NumberParseException as error:
        raise _refusal(text) from error
    if not phonenumbers.is_possible_number(number):
        raise _refusal(text)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), number.extension or ""


def written_phone(number: str, country: str = "FR") -> str:
    """A stored number as people of `country` read it: national there, international elsewhere."""
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    here = phonenumbers.region_code_for_number(parsed) == country
    formats = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(parsed, formats.NATIONAL if here else formats.INTERNATIONAL)


def normalise_link(text: str) -> str:
    """A web address; one without its scheme gets https. Raises DomainError "link_invalid"."""
    bare = (text or "").strip()
    url = bare if "://" in bare else f"https://{bare}"
    try:
        URLValidator(schemes=["http", "https"])(url)
    except ValidationError as error:
        message = _("A web address reads like linkedin.com/in/prenom-nom.")
        raise DomainError("link_invalid", message, field="links", value=text) from error
    return url


def _refusal(text: str) -> DomainError:
    message = _("A number reads like 04 75 01 23 45, or +41 22 700 12 34 from abroad.")
    return DomainError("phone_invalid", message, field="phones", value=text)
