"""What the account page says of the decision about the class; the reasons themselves come with its figures."""

from __future__ import annotations

from typing import Any

from kameo.accounts.models import ClassDecision
from kameo.accounts.orientation import bearing_of
from kameo.core import clock


def qualification_glance(user: Any, account: Any, scope: str) -> dict[str, Any]:
    """The decision in force with its author, and the orientation; one query. The caller's user sees the account."""
    today = clock.company_today()
    in_force = ClassDecision.objects.in_force(today).filter(account=account).select_related("by")
    return {
        "qualified": {
            "decision": in_force.order_by("-decided_at", "-pk").first(),
            "bearing": bearing_of(account),
            "pulse": getattr(account, "pulse", None),
            "today": today,
        }
    }
