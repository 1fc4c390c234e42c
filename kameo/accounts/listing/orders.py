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
class Order:
    """One way to sort. `read` parses the value of a cursor; `descending` is its natural direction."""

    expression: Any
    read: Callable[[str], Any] = str
    descending: bool = False


def _rank(name: str, values: Sequence[str]) -> Case:
    whens = [When(**{name: value}, then=Value(rank)) for rank, value in enumerate(values)]
    return Case(*whens, default=Value(len(values)), output_field=models.IntegerField())


def _amount(path: str) -> Order:
    return Order(F(path), Decimal, descending=True)


ORDERS = {
    "name": Order(F("sort_name")),
    "revenue": _amount("pulse__tree_revenue_12m"),
    "change": Order(CHANGE, Decimal, descending=True),
    "contact": Order(F("pulse__tree_last_contact_at"), datetime.fromisoformat, descending=True),
    "class": Order(_rank("pulse__account_class", ["large_key", "key", "large"]), int),
    "status": Order(_rank("status", [Status.ACTIVE, Status.PROSPECT, Status.DORMANT]), int),
    "potential": _amount("potential"),
    "previous": _amount("pulse__tree_revenue_previous_12m"),
    "scorecard": _amount("pulse__scorecard"),
    "alignment": _amount("pulse__alignment"),
    "entities": Order(F("pulse__tree_entities"), int, descending=True),
    "invoice": Order(F("pulse__tree_last_invoice_on"), date.fromisoformat, descending=True),
    "mapped": Order(F("pulse__mapped"), int),
    "threads": Order(F("pulse__threads"), int),
    "relationship": _amount("pulse__relationship"),
    "map_status": Order(F("pulse__map_status"), int),
    "created": Order(F("created_at"), datetime.fromisoformat, descending=True),
}
