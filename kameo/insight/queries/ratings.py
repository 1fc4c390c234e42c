"""One account's 9-box: each criterion with what each rater said, and where the account stood over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.apps import apps
from django.utils import timezone

from kameo.accounts.models import Account
from kameo.accounts.queries.states import end_of
from kameo.core import clock, preferences
from kameo.insight.queries.boxes import CENT, cell_of
from kameo.qualification.choices import BOX_CRITERIA
from kameo.qualification.enums import BoxAxis
from kameo.qualification.models import BoxCriterion, BoxRating

if TYPE_CHECKING:
    from kameo.people.models import User


@dataclass(frozen=True)
class Score:
    """What one rater says of one criterion now; `rater` is "" for somebody who is no longer in the list of users."""

    rater_id: int | None
    rater: str
    score: int
    evidence: str
    at: datetime


@dataclass(frozen=True)
class BoxCriterionLine:
    """A criterion in use, `share` percent of its axis, with its scores; `spread` in points of 5 between raters."""

    criterion: BoxCriterion
    name: str
    help: str
    share: Decimal
    scores: Sequence[Score]
    mine: Score | None

    @property
    def mean(self) -> Decimal | None:
        if not self.scores:
            return None
        total = Decimal(sum(one.score for one in self.scores))
        return (total / len(self.scores)).quantize(CENT, ROUND_HALF_UP)

    @property
    def spread(self) -> int | None:
        if len(self.scores) < 2:
            return None
        return max(one.score for one in self.scores) - min(one.score for one in self.scores)


@dataclass(frozen=True)
class RatingStep:
    """Where the account stood from that day on, with the criteria and weights of that day."""

    on: date
    attractiveness: Decimal | None
    position: Decimal | None
    cell: tuple[int, int] | None


@dataclass(frozen=True)
class BoxRatings:
    """`axes` are (axis, lines) pairs; `history` the newest first, one step for each day on which it moved."""

    account_id: int
    as_of: date
    axes: Sequence[tuple[BoxAxis, Sequence[BoxCriterionLine]]]
    history: Sequence[RatingStep]


def ratings_for(account: Account, user: User, as_of: date | None = None) -> BoxRatings:
    """What was rated by the end of `as_of` (today); three queries. The caller has checked that the user sees it."""
    day = as_of or clock.company_today()
    every = list(BoxCriterion.objects.all())
    criteria = [one for one in every if one.retired_at is None]
    rows = list(BoxRating.objects.filter(account=account, at__lt=end_of(day)).select_related("by").order_by("at", "id"))
    latest = {(row.criterion_id, row.by_id): row for row in rows}
    axes = [
        (axis, [_criterion_line(one, criteria, latest, user) for one in criteria if one.axis == axis])
        for axis in BoxAxis
    ]
    return BoxRatings(account.pk, day, axes, _history(rows, every, day))


def _criterion_line(
    criterion: BoxCriterion, criteria: list[BoxCriterion], latest: dict[tuple[int, int | None], BoxRating], user: User
) -> BoxCriterionLine:
    whole = sum((one.weight for one in criteria if one.axis == criterion.axis), Decimal(0))
    scores = [
        Score(row.by_id, row.by.full_name if row.by else "", row.score, row.evidence, row.at)
        for (asked, _rater), row in latest.items()
        if asked == criterion.pk and row.score is not None
    ]
    name, help_text = BOX_CRITERIA.name(criterion), BOX_CRITERIA.shown(criterion, "help")
    share = criterion.weight * 100 / whole if whole else Decimal(0)
    mine = next((one for one in scores if one.rater_id == user.pk), None)
    return BoxCriterionLine(criterion, name, help_text, share, scores, mine)


def _history(rows: list[BoxRating], criteria: list[BoxCriterion], until: date) -> list[RatingStep]:
    """Replayed rating by rating; a day shows where it ended, with the weights of that day (c-0.9)."""
    if not rows:
        return []
    zone = ZoneInfo(preferences.get("time_zone"))
    by_day: dict[date, list[BoxRating]] = {}
    for row in rows:
        by_day.setdefault(timezone.localtime(row.at, zone).date(), []).append(row)
    by_day.setdefault(until, [])  # weights may have changed since the last rating
    past = _past_weights()
    said: dict[tuple[int, int | None], int | None] = {}
    moved: list[RatingStep] = []
    for on, ratings in by_day.items():
        said |= {(row.criterion_id, row.by_id): row.score for row in ratings}
        weights = _weights_at(end_of(on), criteria, past)
        attractiveness, position = (_axis(said, weights, axis) for axis in BoxAxis)
        last = moved[-1] if moved else None
        if last is None or (last.attractiveness, last.position) != (attractiveness, position):
            moved.append(RatingStep(on, attractiveness, position, cell_of(attractiveness, position)))
    return moved[::-1]


def _past_weights() -> list[dict[str, Any]]:
    """Criteria as they were before each change, the oldest first."""
    kept: Any = apps.get_model("qualification", "BoxCriterionEvent")
    columns = ("pgh_obj_id", "pgh_created_at", "axis", "weight", "retired_at")
    return list(kept.objects.order_by("pgh_id").values(*columns))


def _weights_at(
    moment: datetime, criteria: list[BoxCriterion], past: list[dict[str, Any]]
) -> dict[int, tuple[str, Decimal]]:
    """Axis and weight of each criterion in use at `moment`."""
    found = {one.pk: (one.axis, one.weight, one.retired_at) for one in criteria}
    for row in reversed(past):
        if row["pgh_created_at"] >= moment:
            found[row["pgh_obj_id"]] = (row["axis"], row["weight"], row["retired_at"])
    return {pk: (axis, weight) for pk, (axis, weight, retired_at) in found.items() if retired_at is None}


def _axis(
    said: dict[tuple[int, int | None], int | None], weights: dict[int, tuple[str, Decimal]], axis: str
) -> Decimal | None:
    """The mean of raters on one axis."""
    sums: dict[int | None, tuple[Decimal, Decimal]] = {}
    for (criterion, rater), score in said.items():
        on, weight = weights.get(criterion, ("", Decimal(0)))
        if on == axis and score is not None and weight:
            points, known = sums.get(rater, (Decimal(0), Decimal(0)))
            sums[rater] = points + weight * score, known + weight
    if not sums:
        return None
    each = [points * 20 / known for points, known in sums.values()]
    return (sum(each, Decimal(0)) / len(each)).quantize(CENT, ROUND_HALF_UP)
