"""Conditions on accounts, from the words that pages and API use for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kameo.accounts.enums import AccountClass, Kind, Status
from kameo.accounts.listing import AccountCriteria


def criteria_of(values: Mapping[str, Any]) -> AccountCriteria:
    """`values` by the names of `filters.KEYS`, "" for no condition; what cannot be read is no condition."""
    lead = values["lead"]
    number = lead.isascii() and lead.isdigit() and len(lead) < 10
    return AccountCriteria(
        text=" ".join(values["q"].split())[:120],
        lead=lead if lead in {"me", "any", "nobody"} or number else "",
        team=values["team"],
        classes=tuple(one for one in [values["class"]] if one in AccountClass.values),
        statuses=tuple(one for one in [values["status"]] if one in Status.values),
        kinds=tuple(one for one in [values["kind"]] if one in Kind.values),
        sector=values["sector"],
        tags=(values["tag"],) if values["tag"] else (),
        roots=values["roots"] == "1",
    )
