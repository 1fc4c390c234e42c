"""The ratings and decisions of accounts, today or at the end of a past day: points and decisions, set-wise."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import connection

from kameo.accounts.queries.states import end_of
from kameo.qualification.axes.classes import SQL_DECISIONS, SQL_SCORES_THEN
from kameo.qualification.axes.scorecard import Points

NOTHING = Points(None, 0)


@dataclass(frozen=True)
class Standing:
    """The points of both axes and the decision in force; `source` is "computed" where there is none."""

    scorecard: Points = NOTHING
    alignment: Points = NOTHING
    source: str = "computed"
    large: bool | None = None
    key: bool | None = None


def standings_at(account_ids: Collection[int], day: date) -> dict[int, Standing]:
    """With the ratings, criteria, objectives, weights and decisions of the end of `day`; one statement."""
    if not account_ids:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_STANDINGS, {"ids": list(account_ids), "day": day, "moment": end_of(day)})
        return {row[0]: _standing_of_row(*row[1:]) for row in cursor.fetchall()}


def _standing_of_row(
    score: Decimal | None,
    rated: int,
    alignment: Decimal | None,
    aligned: int,
    source: str,
    large: bool | None,
    key: bool | None,
) -> Standing:
    return Standing(Points(score, int(rated)), Points(alignment, int(aligned)), source, large, key)


_STANDINGS = f"""
    with {SQL_SCORES_THEN}, {SQL_DECISIONS}
    select wanted.id, scorecard.points, coalesce(scorecard.completeness, 0),
        alignment.points, coalesce(alignment.completeness, 0),
        coalesce(decision.kind, 'computed'), decision.large, decision.key
    from unnest(%(ids)s::bigint[]) as wanted(id)
    left join scorecard on scorecard.account_id = wanted.id
    left join alignment on alignment.account_id = wanted.id
    left join decision on decision.account_id = wanted.id
"""  # noqa: S608 - constant text, parameters apart
