"""The lines of both axes of one account: criteria and objectives with their last rating, today or on a past day."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import connection
from django.utils.translation import gettext

from kameo.accounts.queries.states import end_of
from kameo.qualification.axes.classes import CRITERIA, CRITERIA_THEN, OBJECTIVES, OBJECTIVES_THEN
from kameo.qualification.axes.scorecard import MEAN_OF_PARTS


@dataclass(frozen=True)
class ScoreLine:
    """A criterion and its last rating: `score` None when nobody rated it, or took it back. A part says the mean of
    its siblings and itself.

    The name and the six anchors of the seeds are in the reader's language while nobody changed them.
    """

    id: int
    key: str
    name: str
    weight: Decimal
    part_of_id: int | None
    anchors: tuple[str, ...]
    steps: tuple[Decimal, ...]
    score: int | None
    proposed: int | None
    evidence: str
    by_id: int | None
    by_name: str
    at: datetime | None
    mean_of_parts: Decimal | None


@dataclass(frozen=True)
class AlignmentLine:
    """An objective in force and the account's last alignment with it: −1 to 2, None when nobody rated it."""

    id: int
    name: str
    description: str
    weight: Decimal
    starts_on: date | None
    ends_on: date | None
    value: int | None
    evidence: str
    by_id: int | None
    by_name: str
    at: datetime | None


def score_lines(account_id: int, then: date | None = None) -> tuple[ScoreLine, ...]:
    """Every criterion in use, in order, parts too; one statement. `then` is a past day, None for today."""
    rows = _read_axis_rows(_SCORECARD, CRITERIA_THEN if then else CRITERIA, account_id, then)
    return tuple(_score_line(*row) for row in rows)


def alignment_lines(account_id: int, day: date, *, past: bool = False) -> tuple[AlignmentLine, ...]:
    """Every objective in force on `day`, in order; one statement."""
    rows = _read_axis_rows(_ALIGNMENTS, OBJECTIVES_THEN if past else OBJECTIVES, account_id, day if past else None, day)
    return tuple(_alignment_line(*row) for row in rows)


def _read_axis_rows(
    statement: str, source: str, account_id: int, then: date | None, day: date | None = None
) -> list[Sequence[Any]]:
    arguments = {"account": account_id, "moment": end_of(then) if then else "infinity", "day": day}
    with connection.cursor() as cursor:
        cursor.execute(statement.replace("<source>", source), arguments)
        return list(cursor.fetchall())


def _score_line(
    pk: int,
    key: str,
    name: str,
    weight: Decimal,
    part_of: int | None,
    anchors: Any,
    steps: Any,
    score: int | None,
    proposed: int | None,
    evidence: str | None,
    mean: Decimal | None,
    *author: Any,
) -> ScoreLine:
    words = tuple(gettext(text) if key and text else text for text in _json(anchors))
    bounds = tuple(Decimal(str(step)) for step in _json(steps))
    shown = gettext(name) if key else name
    told = (words, bounds, score, proposed, evidence or "", *_author(author))
    return ScoreLine(pk, key, shown, weight, part_of, *told, mean_of_parts=mean)


def _alignment_line(
    pk: int,
    name: str,
    description: str,
    weight: Decimal,
    starts_on: date | None,
    ends_on: date | None,
    value: int | None,
    evidence: str | None,
    *author: Any,
) -> AlignmentLine:
    return AlignmentLine(pk, name, description, weight, starts_on, ends_on, value, evidence or "", *_author(author))


def _author(columns: Sequence[Any]) -> tuple[int | None, str, datetime | None]:
    user_id, first, last, email, at = columns
    return user_id, f"{first or ''} {last or ''}".strip() or email or "", at


def _json(value: Any) -> list[Any]:
    """A JSON column as it comes from a plain cursor: Django keeps it as text."""
    return list(json.loads(value)) if isinstance(value, str) else list(value or [])


_MEAN = MEAN_OF_PARTS.replace("<over>", "over (partition by part.part_of_id)")
_SCORECARD = f"""
    with criteria as (<source>)
    select part.id, part.key, part.name, part.weight, part.part_of_id, part.anchors,
        part.steps, rating.score, rating.proposed, rating.evidence, {_MEAN},
        author.id, author.first_name, author.last_name, author.email, rating.at
    from criteria part
    left join criteria whole on whole.id = part.part_of_id
    left join lateral (
        select * from qualification_criterionrating last
        where last.account_id = %(account)s and last.criterion_id = part.id and last.at < %(moment)s
        order by last.at desc, last.id desc limit 1) rating on true
    left join people_user author on author.id = rating.by_id
    where part.retired_at is null and whole.retired_at is null
    order by part.position, part.id
"""  # noqa: S608 - constant text, parameters apart
_ALIGNMENTS = """
    with objectives as (<source>)
    select objective.id, objective.name, objective.description, objective.weight, objective.starts_on,
        objective.ends_on, alignment.value, alignment.evidence,
        author.id, author.first_name, author.last_name, author.email, alignment.at
    from objectives objective
    left join lateral (
        select * from qualification_alignment last
        where last.account_id = %(account)s and last.objective_id = objective.id and last.at < %(moment)s
        order by last.at desc, last.id desc limit 1) alignment on true
    left join people_user author on author.id = alignment.by_id
    where objective.removed_at is null and coalesce(objective.starts_on, '-infinity') <= %(day)s
    and coalesce(objective.ends_on, 'infinity') >= %(day)s
    order by objective.position, objective.id
"""
