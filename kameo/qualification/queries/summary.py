"""What the account page says of the decision about the class; the reasons themselves come with its figures."""

from __future__ import annotations

from datetime import date
from typing import Any

from kameo.core import clock
from kameo.qualification.axes.orientation import bearing_of
from kameo.qualification.models import ClassDecision


def qualification_summary(user: Any, account: Any, scope: str) -> dict[str, Any]:
    """The decision in force with its author, and the orientation. The caller's user sees the account.

    One query, none where the pulse says that nobody decided.
    """
    today = clock.company_today()
    pulse = getattr(account, "pulse", None)
    return {
        "qualified": {
            "decision": _decision(account, pulse, today),
            "bearing": bearing_of(account),
            "pulse": pulse,
            "today": today,
        }
    }


def _decision(account: Any, pulse: Any, today: date) -> ClassDecision | None:
    if pulse is not None and pulse.class_source == "computed":
        return None
    rows = ClassDecision.objects.in_force(today).filter(account=account).select_related("by")
    return rows.order_by("-decided_at", "-pk").first()
