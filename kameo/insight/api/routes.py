"""One function per resource and verb."""

from __future__ import annotations

from typing import Any

from ninja import Query, Router

from kameo.core.api.problem import RESPONSES
from kameo.core.money import reporting_currency
from kameo.insight.api.schemas import ParetoOut, ParetoQuery
from kameo.insight.periods import period
from kameo.insight.queries import Pareto, pareto
from kameo.insight.reference import STUDY

router = Router(tags=["insight"], by_alias=True)


@router.get("/pareto", response={200: ParetoOut, **RESPONSES})
def read_pareto(request: Any, query: Query[ParetoQuery]) -> Any:
    """How far revenue hangs on a few accounts: the curve, and the accounts in order."""
    start, end = period(query.start, query.end)
    found = pareto(request.auth, start=start, end=end, level=query.level, after=query.after, size=query.limit)
    return _pareto(found)


def _pareto(found: Pareto) -> dict[str, Any]:
    same = ("level", "scope", "accounts", "revenue", "accounts_for_80", "over_threshold", "over_gate", "at_zero",
            "below_zero", "below_zero_revenue", "unconverted", "unconverted_accounts", "left_out")  # fmt: skip
    return {
        **{name: getattr(found, name) for name in same},
        "from": found.start,
        "to": found.end,
        "currency": reporting_currency(),
        "accounts_at_23": found.accounts_at_study,
        "share_at_23": found.share_at_study,
        "reference": {"accounts_share": STUDY.accounts_share, "revenue_share": STUDY.revenue_share},
        "large_threshold": found.threshold,
        "share_gate": found.gate / 100,
        "points": [
            {"accounts": one.rank, "accounts_share": one.accounts_share, "revenue_share": one.revenue_share}
            for one in found.points
        ],
        "items": [
            {
                "rank": row.rank, "account_id": row.account_id, "name": row.name, "class": row.account_class,
                "lead": row.lead, "revenue": row.revenue, "share": row.share, "cumulated_share": row.cumulated_share,
            }
            for row in found.rows
        ],
        "next": found.after,
    }  # fmt: skip
