"""Our own revenue of a fiscal year, entered when the invoices kept here are not all of it (R2)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from kameo.accounts import events
from kameo.accounts.models import OwnRevenue
from kameo.core import clock
from kameo.core.access import require
from kameo.core.acting import acting
from kameo.core.errors import DomainError
from kameo.core.journal import domain as journal
from kameo.people.enums import Right

if TYPE_CHECKING:
    from kameo.people.models import User


def enter_own_revenue(*, fiscal_year: int, amount: Decimal | None, by: User) -> OwnRevenue | None:
    """Our revenue of the fiscal year starting in `fiscal_year`, reporting currency excl. VAT; None forgets it.

    In order: row, journal `own_revenue.entered`, upon which every account is judged again. Raises PermissionDenied
    without the right to configure; DomainError "amount_not_positive".
    """
    require(by, Right.CONFIGURE)
    if amount is not None and amount <= 0:
        raise DomainError("amount_not_positive", _("Our revenue is above zero."), field="amount")
    with acting(by):
        row = None
        if amount is None:
            OwnRevenue.objects.filter(fiscal_year=fiscal_year).delete()
        else:
            row, _created = OwnRevenue.objects.update_or_create(
                fiscal_year=fiscal_year, defaults={"amount": amount, "by": by, "at": clock.now()}
            )
        told = {"fiscal_year": fiscal_year, "amount": None if amount is None else str(amount)}
        journal.record(events.OWN_REVENUE_ENTERED, row, by=by, data=told)
    return row
