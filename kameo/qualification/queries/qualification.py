"""Why an account is in its class: both axes line by line, with evidence, authors, proposals and decisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kameo.accounts.models import Account
from kameo.accounts.revenue.totals import own_revenue_at
from kameo.accounts.rules import can_see_totals
from kameo.core import clock
from kameo.qualification.axes.classes import class_of
from kameo.qualification.axes.proposals import Proposal, proposals_for
from kameo.qualification.models import ClassDecision, ClassSnapshot
from kameo.qualification.queries.axis_lines import AlignmentLine, ScoreLine, alignment_lines, score_lines
from kameo.qualification.queries.figures import ClassFound, base_of, class_found

if TYPE_CHECKING:
    from kameo.people.models import User


@dataclass(frozen=True)
class CriterionLine:
    """A line of the scorecard with its parts, and what the system proposes, which counts for nothing by itself.

    `score` of one with parts is their weighted mean. `accepted` says that the rating is the one proposed then.
    """

    line: ScoreLine
    proposal: Proposal | None
    parts: tuple[CriterionLine, ...] = ()
    score: Decimal | int | None = None

    @property
    def accepted(self) -> bool:
        return self.line.score is not None and self.line.score == self.line.proposed


@dataclass(frozen=True)
class Decision:
    """A decision about the class. `in_force` on the day asked; authors are "" once they are gone."""

    id: int
    kind: str
    large: bool
    key: bool
    account_class: str
    computed_large: bool | None
    computed_key: bool | None
    reason: str
    decided_on: date
    by_id: int | None
    by_name: str
    due_on: date
    expires_on: date | None
    ended_on: date | None
    ended_by_name: str
    ended_reason: str
    in_force: bool


@dataclass(frozen=True, kw_only=True)
class Qualification(ClassFound):
    """Both axes of an account for one reader, today or at the end of a past day.

    `decision` is the one in force, `history` holds every decision known that day, the newest first.
    """

    criteria: tuple[CriterionLine, ...]
    objectives: tuple[AlignmentLine, ...]
    computed_class: str
    decision: Decision | None
    history: tuple[Decision, ...]


def qualification_for(account: Account, user: User, as_of: date | None = None) -> Qualification:
    """The caller has checked that the reader sees the account. Ten queries today, at a past date ten too.

    At a past date: the ratings, alignments, weights, objectives and decisions of then, the tree as it stood, today's
    thresholds; nothing is proposed.
    """
    today = clock.company_today()
    day = as_of or today
    then = None if day == today else day
    total = own_revenue_at(day)
    base = base_of(account.pk, day, total)
    found = class_found(account.pk, day, base, total, can_see_totals(user))
    history = _decisions(account, day)
    return Qualification(
        **found,
        criteria=_criteria(account, then),
        objectives=alignment_lines(account.pk, day, past=then is not None),
        computed_class=class_of(found["computed_large"], found["computed_key"]),
        decision=next((row for row in history if row.in_force), None),
        history=history,
    )


def class_history(account: Account, limit: int = 50) -> list[ClassSnapshot]:
    """What the axes were at the end of each day on which they changed, the newest first (c-0.9)."""
    return list(ClassSnapshot.objects.filter(account=account).order_by("-day")[:limit])


def _criteria(account: Account, then: date | None) -> tuple[CriterionLine, ...]:
    lines = score_lines(account.pk, then)
    steps: dict[str, list[Any]] = {line.key: list(line.steps) for line in lines if line.key}
    proposals = {} if then else proposals_for([account.pk], steps)[account.pk]
    parts: dict[int, list[CriterionLine]] = {}
    for line in lines:
        if line.part_of_id is not None:
            one = CriterionLine(line, proposals.get(line.key), score=line.score)
            parts.setdefault(line.part_of_id, []).append(one)
    return tuple(
        _criterion_with_parts(line, proposals.get(line.key), tuple(parts.get(line.id, ())))
        for line in lines
        if line.part_of_id is None
    )


def _criterion_with_parts(
    line: ScoreLine, proposal: Proposal | None, parts: tuple[CriterionLine, ...]
) -> CriterionLine:
    if not parts:
        return CriterionLine(line, proposal, score=line.score)
    return CriterionLine(line, None, parts, parts[0].line.mean_of_parts)


def _decisions(account: Account, day: date) -> tuple[Decision, ...]:
    rows = ClassDecision.objects.filter(account=account, decided_on__lte=day).select_related("by", "ended_by")
    found = [_decision(row, day) for row in rows.order_by("-decided_at", "-pk")]
    return tuple(found)


def _decision(row: ClassDecision, day: date) -> Decision:
    ended = row.ended_on is not None and row.ended_on <= day
    return Decision(
        id=row.pk,
        kind=row.kind,
        large=row.large,
        key=row.key,
        account_class=class_of(row.large, row.key),
        computed_large=row.computed_large,
        computed_key=row.computed_key,
        reason=row.reason,
        decided_on=row.decided_on,
        by_id=row.by_id,
        by_name=row.by.full_name if row.by else "",
        due_on=row.due_on,
        expires_on=row.expires_on,
        ended_on=row.ended_on if ended else None,
        ended_by_name=row.ended_by.full_name if ended and row.ended_by else "",
        ended_reason=row.ended_reason if ended else "",
        in_force=not ended and (row.expires_on is None or row.expires_on > day),
    )
