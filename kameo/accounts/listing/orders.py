"""Ways to sort the list; no value comes last both ways."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Case, F, Value, When

from kameo.accounts.enums import Status
from kameo.accounts.listing.fields import CHANGE


@dataclass(frozen=True)
class AccountOrder:
    """One way to sort. `read` parses the value of a cursor; `descending` is its natural direction."""

    expression: Any
    read: Callable[[str], Any] = str
    descending: bool = False


def _rank(name: str, values: Sequence[str]) -> Case:
    whens = [When(**{name: value}, then=Value(rank)) for rank, value in enumerate(values)]
    return Case(*whens, default=Value(len(values)), output_field=models.IntegerField())


def _amount(path: str) -> AccountOrder:
    return AccountOrder(F(path), Decimal, descending=True)


ORDERS = {
    "name": AccountOrder(F("sort_name")),
    "revenue": _amount("pulse__tree_revenue_12m"),
    "change": AccountOrder(CHANGE, Decimal, descending=True),
    "contact": AccountOrder(F("pulse__tree_last_contact_at"), datetime.fromisoformat, descending=True),
    "class": AccountOrder(_rank("pulse__account_class", ["large_key", "key", "large"]), int),
    "status": AccountOrder(_rank("status", [Status.ACTIVE, Status.PROSPECT, Status.DORMANT]), int),
    "potential": _amount("potential"),
    "previous": _amount("pulse__tree_revenue_previous_12m"),
    "scorecard": _amount("pulse__scorecard"),
    "alignment": _amount("pulse__alignment"),
    "entities": AccountOrder(F("pulse__tree_entities"), int, descending=True),
    "invoice": AccountOrder(F("pulse__tree_last_invoice_on"), date.fromisoformat, descending=True),
    "mapped": AccountOrder(F("pulse__mapped"), int),
    "threads": AccountOrder(F("pulse__threads"), int),
    "relationship": _amount("pulse__relationship"),
    "map_status": AccountOrder(F("pulse__map_status"), int),
    "created": AccountOrder(F("created_at"), datetime.fromisoformat, descending=True),
}
