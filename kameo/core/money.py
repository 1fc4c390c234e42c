"""Amounts: Decimal, with their currency, converted once at the document's date and never at 1.0 by default."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from kameo.core import preferences
from kameo.core.models import Rate

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Money:
    """An amount in a currency (ISO 4217). Adding two currencies is an error, not a conversion."""

    amount: Decimal
    currency: str

    def __add__(self, other: Money) -> Money:
        if self.currency != other.currency:
            raise ValueError(f"cannot add {other.currency} to {self.currency}")
        return Money(self.amount + other.amount, self.currency)


def round_cents(amount: Decimal) -> Decimal:
    """Half a cent goes up, as accountants do."""
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def reporting_currency() -> str:
    return str(preferences.get("currency"))


def rate_at(currency: str, day: date) -> Decimal | None:
    """The rate in force on `day`, 1 for the reporting currency itself, None when nobody entered one."""
    if currency == reporting_currency():
        return Decimal(1)
    return Rate.objects.filter(currency=currency, day__lte=day).order_by("-day").values_list("rate", flat=True).first()


def convert(amount: Decimal, currency: str, day: date) -> Decimal | None:
    """`amount` in the reporting currency at the rate of `day`, or None: shown as not converted (c-0.4)."""
    rate = rate_at(currency, day)
    return None if rate is None else round_cents(amount * rate)
