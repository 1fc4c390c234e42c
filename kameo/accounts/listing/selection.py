"""Criteria as JSON, so that a job finds the selected accounts again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from decimal import Decimal
from typing import Any

from kameo.accounts.listing.criteria import AccountCriteria

_TYPES = {field.name: str(field.type) for field in fields(AccountCriteria)}


def written(criteria: AccountCriteria) -> dict[str, Any]:
    """Only the criteria that are set; amounts and dates as text."""
    plain = AccountCriteria()
    return {
        name: str(value) if isinstance(value, Decimal | date) else value
        for name, value in asdict(criteria).items()
        if value != getattr(plain, name)
    }


def read(stored: Mapping[str, Any]) -> AccountCriteria:
    return AccountCriteria(
        **{name: _criterion_value(_TYPES[name], value) for name, value in stored.items() if name in _TYPES}
    )


def _criterion_value(kind: str, value: Any) -> Any:
    if kind.startswith("tuple"):
        return tuple(value)
    if kind.startswith("Decimal"):
        return Decimal(value)
    return date.fromisoformat(value) if kind.startswith("date") else value
