"""The account's own revenue, as what a departure exposes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kameo.core.money import reporting_currency
from kameo.core.ui import formats


def revenue_exposed(user: Any, account: Any, pulse: Any) -> Mapping[str, Any] | None:
    """What was invoiced to the account and all below it over 12 months; nothing without an invoice."""
    if pulse is None or pulse.tree_revenue_12m is None:
        return None
    return {
        "label": _("Revenue, 12 months"),
        "value": formats.money(pulse.tree_revenue_12m, reporting_currency()),
        "definition": _(
            "What we invoiced the account and all below it over 12 months, excl. VAT, net of credit notes: what is at "
            "stake, not what is lost."
        ),
        "url": reverse("invoices:list", args=[account.pk]),
    }
