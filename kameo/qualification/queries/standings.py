"""The ratings, verdicts and decisions of accounts, as stored today or as judged at the end of a past day, set-wise."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

from kameo.accounts.models import AccountPulse
from kameo.accounts.queries.states import end_of
from kameo.qualification.axes.classes import SQL_DECISIONS, SQL_JUDGED, SQL_SCORES_THEN, thresholds
from kameo.qualification.axes.large import Judged
from kameo.qualification.axes.scorecard import Points

NOTHING = Points(None, 0)
NOT_RATED = Judged()


@dataclass(frozen=True)
class Standing:
    """The points of both axes, what the rules say of them, and what is in force; `source` is "computed" where nobody
    decided.
    """

    scorecard: Points = NOTHING
    alignment: Points = NOTHING
    source: str = "computed"
    judged: Judged = NOT_RATED
    computed_key: bool | None = None
    large: bool | None = None
    key: bool | None = None


@dataclass(frozen=True)
class TreeAmounts:
    """What the large axis is judged on besides points, of one tree."""

    revenue: Decimal | None = None
    unconverted: int = 0
    potential: Decimal | None = None


def standing_of(pulse: AccountPulse) -> Standing:
    """Today's, as `axes.classes` stored it."""
    return Standing(
        Points(pulse.scorecard, pulse.scorecard_completeness),
        Points(pulse.alignment, pulse.alignment_completeness),
        pulse.class_source,
        Judged(pulse.computed_large, pulse.amount_met, pulse.share_met, pulse.scorecard_met),
        pulse.computed_key,
        pulse.large,
        pulse.key,
    )


def standings_at(amounts: Mapping[int, TreeAmounts], day: date, total: Decimal | None) -> dict[int, Standing]:
    """With the ratings, criteria, objectives, weights and decisions of the end of `day`; one statement.

    `amounts` are those of each tree then, `total` our revenue of the year around that day; thresholds are today's.
    """
    if not amounts:
        return {}
    rows = [{"account_id": pk, **vars(one)} for pk, one in amounts.items()]
    values: dict[str, Any] = {"ids": list(amounts), "rows": json.dumps(rows, default=str), "day": day, "total": total}
    with connection.cursor() as cursor:
        cursor.execute(_STANDINGS, values | {"moment": end_of(day), **thresholds()})
        return {row[0]: _standing_of_row(*row[1:]) for row in cursor.fetchall()}


def _standing_of_row(
    score: Decimal | None, rated: int, alignment: Decimal | None, aligned: int, source: str, *said: bool | None
) -> Standing:
    points = Points(score, int(rated)), Points(alignment, int(aligned))
    return Standing(*points, source, Judged(*said[:4]), *said[4:])


_STANDINGS = f"""
    with {SQL_SCORES_THEN}, {SQL_DECISIONS},
    rated as (
        select wanted.*, scorecard.points as scorecard, coalesce(scorecard.completeness, 0) as scorecard_completeness,
            alignment.points as alignment, coalesce(alignment.completeness, 0) as alignment_completeness,
            decision.kind, decision.large as decided_large, decision.key as decided_key
        from jsonb_to_recordset(%(rows)s::jsonb)
            wanted(account_id bigint, revenue numeric, unconverted int, potential numeric)
        left join scorecard on scorecard.account_id = wanted.account_id
        left join alignment on alignment.account_id = wanted.account_id
        left join decision on decision.account_id = wanted.account_id),
    {SQL_JUDGED}
    select account_id, scorecard, scorecard_completeness, alignment, alignment_completeness, class_source,
        computed_large, amount_met, share_met, scorecard_met, computed_key, large, key
    from settled
"""  # noqa: S608 - constant text, parameters apart
