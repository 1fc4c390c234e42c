"""Rating an account: a criterion of the scorecard, or how far it helps one of our objectives (R6, R7, R9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from kameo.accounts import rules
from kameo.accounts.models import Account
from kameo.accounts.timeline.journal_to_timeline import record
from kameo.core.acting import acting, locked
from kameo.core.errors import DomainError
from kameo.qualification import events
from kameo.qualification.axes import proposals
from kameo.qualification.axes.classes import refresh_classes
from kameo.qualification.axes.scorecard import TOP
from kameo.qualification.enums import Help
from kameo.qualification.models import Alignment, Criterion, CriterionRating, Objective

if TYPE_CHECKING:
    from kameo.people.models import User


def rate_criterion(
    account: Account, *, criterion: Criterion, score: int | None, evidence: str = "", by: User | None
) -> CriterionRating:
    """Rate one criterion from 0 to 5, or take the rating back with None; the same again adds nothing.

    What the system proposes at that moment is kept with the rating, and is its evidence where it is accepted
    without words. In order: row, journal `account.criterion_rated`, points and class. Raises PermissionDenied;
    DomainError "score_out_of_scale", "rated_through_parts", "criterion_retired".
    """
    rules.require_write(by, account)
    _check_criterion(criterion, score)
    with acting(by):
        locked(account)
        proposal = proposals.proposals_for([account.pk]).get(account.pk, {}).get(criterion.key)
        words = evidence.strip()
        if not words and proposal is not None and proposal.score == score:
            words = proposal.sentence()
        last = CriterionRating.objects.filter(account=account, criterion=criterion).first()
        if _unchanged(last, "score", score, words):
            return last  # type: ignore[return-value]  # a row: only a first None is unchanged without one
        row = CriterionRating.objects.create(
            account=account,
            criterion=criterion,
            score=score,
            evidence=words,
            by=by,
            proposed=proposal.score if proposal else None,
        )
        told = {"criterion": criterion.pk, "name": criterion.name, "from": last.score if last else None, "to": score}
        record(events.CRITERION_RATED, account, by=by, data=told)
        refresh_classes([account.pk])
    return row


def rate_alignment(
    account: Account, *, objective: Objective, value: int | None, evidence: str = "", by: User | None
) -> Alignment:
    """Say how far the account helps an objective: −1, 0, 1, 2 (enums.Help), or take it back with None.

    In order: row, journal `account.alignment_rated`, points and class. The same again adds nothing. Raises
    PermissionDenied; DomainError "alignment_out_of_scale", "objective_removed".
    """
    rules.require_write(by, account)
    if value is not None and value not in Help.values:
        raise DomainError("alignment_out_of_scale", _("Choose from −1 (harmful) to 2 (strong)."), field="value")
    if objective.removed_at is not None:
        raise DomainError("objective_removed", _("This objective was removed."), field="objective")
    with acting(by):
        locked(account)
        words = evidence.strip()
        last = Alignment.objects.filter(account=account, objective=objective).first()
        if _unchanged(last, "value", value, words):
            return last  # type: ignore[return-value]  # as above
        row = Alignment.objects.create(account=account, objective=objective, value=value, evidence=words, by=by)
        told = {"objective": objective.pk, "name": objective.name, "from": last.value if last else None, "to": value}
        record(events.ALIGNMENT_RATED, account, by=by, data=told)
        refresh_classes([account.pk])
    return row


def _unchanged(last: Any, field: str, value: int | None, words: str) -> bool:
    return last is not None and getattr(last, field) == value and last.evidence == words


def _check_criterion(criterion: Criterion, score: int | None) -> None:
    if score is not None and not 0 <= score <= TOP:
        raise DomainError("score_out_of_scale", _("Rate from 0 to 5."), field="score")
    if criterion.retired_at is not None:
        raise DomainError("criterion_retired", _("This criterion is no longer in use."), field="criterion")
    if criterion.parts.filter(retired_at__isnull=True).exists():
        raise DomainError("rated_through_parts", _("Rate its parts: its score is their mean."), field="criterion")
