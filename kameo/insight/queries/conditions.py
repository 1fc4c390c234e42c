"""Conditions on accounts, from the words that pages and API use for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kameo.accounts.lists import ACCOUNT_LIST
from kameo.core.lists import Criteria
from kameo.core.lists.api.asked import criteria_from

NAMES = ("q", "lead", "team", "class", "status", "kind", "sector", "tag", "roots")


def criteria_of(values: Mapping[str, Any]) -> Criteria:
    """`values` by the names of the list's filters, "" for no condition; what cannot be read is no condition."""
    return criteria_from(ACCOUNT_LIST, {name: values[name] for name in NAMES})
