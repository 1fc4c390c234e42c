"""The factors of a colleague's load beside accounts: people at the customers, open opportunities (R101).

The app that has them registers how to count them, from its `panels.py` or `queries.py`; until then the factor has no
source and the index says so instead of showing 0.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.core.registry import Store

Count = Callable[[Any, Collection[int]], Mapping[int, int]]
EXPECTED = {"people": _("people mapped at the customers"), "opportunities": _("open opportunities")}


@dataclass(frozen=True)
class LoadFactor:
    """`count(viewer, user_ids)`: how many there are on the accounts each colleague leads, in one query.

    A colleague left out of the answer has none. `label` is a plural noun.
    """

    label: Any
    count: Count


factors: Store[LoadFactor] = Store("load factors")


@dataclass(frozen=True)
class LoadIndex:
    """accounts × people per account × opportunities per account; None with what is missing to say it."""

    value: Decimal | None
    accounts: int
    per_account: dict[str, Decimal]
    missing: tuple[str, ...]


def compute_load_index(accounts: int, totals: Mapping[str, int | None]) -> LoadIndex:
    """The index of R101 from how many accounts somebody leads and the totals over these accounts.

    8 accounts with 10 people each and 5 opportunities each: 8 × 10 × 5 = 400 points of contact. A factor whose
    total is None has no source; without accounts there is nothing to multiply.
    """
    missing = tuple(key for key in EXPECTED if totals.get(key) is None)
    if not accounts or missing:
        return LoadIndex(None, accounts, {}, missing)
    each = {key: Decimal(int(totals[key] or 0)) / accounts for key in EXPECTED}
    value = Decimal(accounts)
    for factor in each.values():
        value *= factor
    return LoadIndex(value, accounts, each, ())
