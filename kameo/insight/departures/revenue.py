"""The account's own revenue, as what a departure exposes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from kameo.core.figures import registered


def revenue_exposed(user: Any, account: Any, pulse: Any) -> Mapping[str, Any] | None:
    """What was invoiced to the account and all below it over 12 months; nothing without an invoice."""
    if pulse is None or pulse.tree_revenue_12m is None:
        return None
    revenue = registered["account.revenue_12m"]
    return {
        "label": revenue.label,
        "value": revenue.kind.words(pulse.tree_revenue_12m),
        "definition": _(
            "What we invoiced the account and all below it over 12 months, excl. VAT, net of credit notes: what is at "
            "stake, not what is lost."
        ),
        "url": revenue.records(account.pk),
    }
