"""The period of a curve: asked for, or the twelve months that end today."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from kameo.accounts.revenue.periods import Window
from kameo.core import clock
from kameo.core.errors import DomainError


def period(start: date | None, end: date | None) -> tuple[date, date]:
    """The first and last day, both included: by default the twelve months to today (accounts.revenue.periods).

    Raises DomainError "period_reversed" (field from) when it would end before it starts.
    """
    last = end or clock.company_today()
    first = start or Window(last).start
    if first > last:
        raise DomainError("period_reversed", _("The period ends before it starts."), field="from")
    return first, last
