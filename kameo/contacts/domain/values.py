"""Fields of people as they are stored, whatever people type."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from zoneinfo import available_timezones

from django.utils.translation import gettext_lazy as _

from kameo.contacts.enums import EndReason, Family, PersonKind, Salutation, Seniority
from kameo.core.acting import refuse_unknown_fields
from kameo.core.errors import DomainError

CHOICES = {"kind": PersonKind, "salutation": Salutation, "family": Family, "level": Seniority, "end_reason": EndReason}


def normalise(fields: Mapping[str, Any], *, allowed: Collection[str]) -> dict[str, Any]:
    """`fields` cleaned. Raises DomainError "unknown_field", "unknown_choice", "unknown_zone"."""
    refuse_unknown_fields(fields, allowed)
    return {name: _clean(name, value) for name, value in fields.items()}


def _clean(name: str, value: Any) -> Any:
    if name in CHOICES:
        text = str(value or "")
        if text and text not in CHOICES[name].values:
            raise DomainError("unknown_choice", _("Choose one of the list."), field=name)
        return text
    if name == "time_zone" and value and value not in available_timezones():
        raise DomainError("unknown_zone", _("Choose a time zone of the list."), field=name)
    if not isinstance(value, str):
        return value
    return value.strip() if name == "note" else " ".join(value.split())
