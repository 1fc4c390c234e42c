"""Exchange rates by hand: what one unit of a currency is worth in the reporting currency, from a day on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.core.models import Rate
from kameo.core.money import reporting_currency


@transaction.atomic
def set_rate(*, currency: str, day: date, rate: Decimal, by: Any, row: Rate | None = None) -> Rate:
    """Add a rate, or change `row`. Amounts converted before keep the rate of their day.

    Journals `rate.changed`, to which apps that hold unconverted amounts react. Raises DomainError
    `rate_of_reporting_currency` (field currency), `rate_not_positive` (field rate), `rate_twice` (field day).
    """
    if currency == reporting_currency():
        message = _("%(currency)s is the reporting currency: its rate is always 1.") % {"currency": currency}
        raise DomainError("rate_of_reporting_currency", message, field="currency")
    if rate <= 0:
        raise DomainError("rate_not_positive", _("A rate is above zero."), field="rate")
    changed = row or Rate()
    changed.currency, changed.day, changed.rate = currency, day, rate
    try:
        with transaction.atomic():
            changed.save()
    except IntegrityError as error:
        message = _("This currency has a rate for that day already: change it.")
        raise DomainError("rate_twice", message, field="day") from error
    record("rate.changed", changed, by=by, data=_rate_facts(changed))
    return changed


@transaction.atomic
def delete_rate(rate: Rate, *, by: Any) -> None:
    """Delete a rate; the one before it is in force again for what comes. Journals `rate.deleted`."""
    record("rate.deleted", rate, by=by, data=_rate_facts(rate))
    rate.delete()


def _rate_facts(rate: Rate) -> dict[str, str]:
    return {"currency": rate.currency, "day": rate.day.isoformat(), "rate": str(rate.rate)}
