"""The objectives in a meeting brief, and how far the account helps them (R37)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import OuterRef, Subquery
from django.urls import reverse

from kameo.accounts.models import Account
from kameo.core import clock
from kameo.core.panels import BriefLine
from kameo.qualification.enums import Help
from kameo.qualification.models import Alignment, Objective

if TYPE_CHECKING:
    from kameo.people.models import User


def objectives(user: User, account: Account, persons: tuple[int, ...]) -> list[BriefLine]:
    """Those in force that somebody rated for the account; one query."""
    last = Alignment.objects.filter(account=account, objective=OuterRef("pk")).order_by("-at", "-id")
    rows = Objective.objects.in_force(clock.company_today()).annotate(value=Subquery(last.values("value")[:1]))
    url = reverse("qualification:account", args=[account.pk])
    return [
        BriefLine(row.name, str(Help(row.value).label), url, "bad" if row.value < 0 else "")
        for row in rows
        if row.value is not None and row.value != 0
    ]
