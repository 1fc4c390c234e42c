"""Read the text typed into a setting as the setting's value."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from kameo.core.preferences import Definition

TRUE = {"1", "true", "yes", "on", "oui"}
FALSE = {"0", "false", "no", "off", "non", ""}


def clean(definition: Definition, raw: Any) -> Any:
    """`raw` (text from a form or a command, or JSON) as the definition's kind."""
    value = _READERS[definition.kind](definition, raw)
    _check_bounds(definition, value)
    return value


def _read_text(definition: Definition, raw: Any) -> str:
    return str(raw).strip()


def _integer(definition: Definition, raw: Any) -> int:
    number = _read_number(raw)
    if number != number.to_integral_value():
        raise ValidationError(_("Write a whole number, for example 18."), code="not_whole")
    return int(number)


def _decimal(definition: Definition, raw: Any) -> Decimal:
    return _read_number(raw)


def _read_number(raw: Any) -> Decimal:
    text = re.sub(r"[\s\u00a0\u202f€%]", "", str(raw)).replace(",", ".")
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise ValidationError(_("Write a number, for example 240 000."), code="not_a_number")
    return number


def _choice(definition: Definition, raw: Any) -> str:
    known = [str(key) for key, _label in definition.choices()] if definition.choices else []
    if str(raw) not in known:
        raise ValidationError(
            _("Choose one of: %(choices)s.") % {"choices": ", ".join(known[:12])}, code="unknown_choice"
        )
    return str(raw)


def _boolean(definition: Definition, raw: Any) -> bool:
    text = str(raw).strip().lower()
    if text in TRUE | FALSE:
        return text in TRUE
    raise ValidationError(_("Answer yes or no."), code="not_a_boolean")


def _list(definition: Definition, raw: Any) -> list[str]:
    parts = raw if isinstance(raw, list) else re.split(r"[\n,;]", str(raw))
    return [part.strip() for part in map(str, parts) if part.strip()]


def _read_sentences(definition: Definition, raw: Any) -> list[str]:
    """Sentences, one on each line: commas belong to them."""
    parts = raw if isinstance(raw, list) else str(raw).splitlines()
    return [part.strip() for part in map(str, parts) if part.strip()]


def _check_bounds(definition: Definition, value: Any) -> None:
    if definition.minimum is not None and value < definition.minimum:
        raise ValidationError(_("The least is %(bound)s.") % {"bound": definition.minimum}, code="too_small")
    if definition.maximum is not None and value > definition.maximum:
        raise ValidationError(_("The most is %(bound)s.") % {"bound": definition.maximum}, code="too_large")


_READERS = {
    "text": _read_text,
    "integer": _integer,
    "decimal": _decimal,
    "percent": _decimal,
    "choice": _choice,
    "boolean": _boolean,
    "list": _list,
    "lines": _read_sentences,
}
