"""From the figures of an account to what the API answers."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import Any

from kameo.accounts.api.serialise import figures_of
from kameo.people.models import User
from kameo.qualification.queries.figures import Figures, figures_for

SAME = (
    *("large", "key", "class_complete", "class_source", "computed_large", "computed_key"),
    *("revenue_12m", "revenue_previous_12m", "last_contact_at", "entities", "left_out", "as_of"),
)


def serialise_figures(figures: Figures) -> dict[str, Any]:
    """Figures and class of one account, as its own resource and its portrait answer them."""
    return {
        **{name: getattr(figures, name) for name in SAME},
        "class": figures.account_class,
        "class_reasons": figures.reasons,
        "scorecard": figures.scorecard.value,
        "scorecard_completeness": figures.scorecard.completeness,
        "alignment": figures.alignment.value,
        "alignment_completeness": figures.alignment.completeness,
        "revenue_share": None if figures.share is None else figures.share / Decimal(100),
    }


def _figures_of(ids: Collection[int], user: User, as_of: date | None) -> dict[int, dict[str, Any]]:
    return {account_id: serialise_figures(found) for account_id, found in figures_for(ids, user, as_of).items()}


figures_of.fill(_figures_of)
