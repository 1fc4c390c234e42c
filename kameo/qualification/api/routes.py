"""Both axes over HTTP: criteria, ratings, alignments, decisions, and what asks for one."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from ninja import Query, Router, Status

from kameo.accounts.api.schemas import AccountAsOf
from kameo.accounts.models import Account
from kameo.core.access import SignedIn, get_visible
from kameo.core.api.problem import RESPONSES
from kameo.core.errors import DomainError
from kameo.qualification import domain
from kameo.qualification.api import schemas as shapes
from kameo.qualification.choices import CRITERIA
from kameo.qualification.models import ClassDecision, Criterion, Objective
from kameo.qualification.queries import Decision, attention, qualification_for

accounts = Router(tags=["qualification"], by_alias=True)
criteria = Router(tags=["qualification"])
overview = Router(tags=["qualification"], by_alias=True)


def _visible(request: SignedIn, account_id: int) -> Account:
    found: Account = get_visible(Account.objects, request.user, pk=account_id)
    return found


@accounts.get("/{account_id}/qualification", response={200: shapes.QualificationOut, **RESPONSES})
def read_qualification(request: SignedIn, account_id: int, query: Query[AccountAsOf]) -> Any:
    """Why the account is in its class, today or at the end of `as_of`: both axes line by line, decisions."""
    return qualification_for(_visible(request, account_id), request.user, query.as_of)


@accounts.get("/{account_id}/scorecard", response={200: shapes.ScorecardOut, **RESPONSES})
def read_scorecard(request: SignedIn, account_id: int, query: Query[AccountAsOf]) -> Any:
    """The five criteria with ratings, evidence and proposals."""
    return qualification_for(_visible(request, account_id), request.user, query.as_of)


@accounts.put("/{account_id}/scorecard", response={200: shapes.ScorecardOut, **RESPONSES})
def rate_one_criterion(request: SignedIn, account_id: int, payload: shapes.RatingIn) -> Any:
    """Rate one criterion; without evidence, an accepted proposal leaves its reason."""
    account = _visible(request, account_id)
    domain.rate_criterion(
        account, criterion=_criterion(payload), score=payload.score, evidence=payload.evidence, by=request.user
    )
    return qualification_for(account, request.user)


def _criterion(payload: shapes.RatingIn) -> Criterion:
    if payload.criterion_id is None and not payload.criterion:
        raise DomainError("criterion_missing", "Name the criterion by id or by key.", field="criterion_id")
    found = Criterion.objects.filter(
        **({"pk": payload.criterion_id} if payload.criterion_id else {"key": payload.criterion})
    ).first()
    if found is None:
        raise DomainError("unknown_criterion", "There is no such criterion.", field="criterion_id")
    return found


@accounts.get("/{account_id}/alignments", response={200: shapes.AlignmentsOut, **RESPONSES})
def read_alignments(request: SignedIn, account_id: int, query: Query[AccountAsOf]) -> Any:
    """How far the account helps each objective in force."""
    return qualification_for(_visible(request, account_id), request.user, query.as_of)


@accounts.put("/{account_id}/alignments", response={200: shapes.AlignmentsOut, **RESPONSES})
def rate_one_alignment(request: SignedIn, account_id: int, payload: shapes.AlignmentIn) -> Any:
    """Say how far it helps one objective; null takes the last rating back."""
    account = _visible(request, account_id)
    objective = Objective.objects.filter(pk=payload.objective_id).first()
    if objective is None:
        raise DomainError("unknown_objective", "There is no such objective.", field="objective_id")
    domain.rate_alignment(account, objective=objective, value=payload.value, evidence=payload.evidence, by=request.user)
    return qualification_for(account, request.user)


@accounts.get("/{account_id}/decisions", response={200: list[shapes.DecisionOut], **RESPONSES})
def list_decisions(request: SignedIn, account_id: int) -> Any:
    """Every decision about the class, the latest first."""
    return qualification_for(_visible(request, account_id), request.user).history


@accounts.post("/{account_id}/decisions", response={201: shapes.DecisionOut, **RESPONSES})
def decide(request: SignedIn, account_id: int, payload: shapes.DecisionIn) -> Any:
    """Accept the computed class, or override it with a reason; asks for the right to decide."""
    account = _visible(request, account_id)
    row = domain.decide_class(account, by=request.user, **payload.dict())
    return Status(201, _decision(request, account, row.pk))


@accounts.post("/{account_id}/decisions/{decision_id}/endings", response={201: shapes.DecisionOut, **RESPONSES})
def end_one_decision(request: SignedIn, account_id: int, decision_id: int, payload: shapes.EndIn) -> Any:
    """From today the decision no longer counts."""
    account = _visible(request, account_id)
    row = get_visible(ClassDecision.objects.select_related("account"), request.user, pk=decision_id, account=account)
    domain.end_decision(row, reason=payload.reason, by=request.user)
    return Status(201, _decision(request, account, row.pk))


def _decision(request: SignedIn, account: Account, pk: int) -> Decision:
    return next(row for row in qualification_for(account, request.user).history if row.id == pk)


@accounts.post("/{account_id}/class-proposals", response={201: shapes.WishOut, **RESPONSES})
def propose(request: SignedIn, account_id: int, payload: shapes.WishIn) -> Any:
    """Ask those who decide for a class: they are told, nothing changes until one of them decides."""
    return Status(201, domain.propose_class(_visible(request, account_id), by=request.user, **payload.dict()))


@criteria.get("", response={200: list[shapes.CriterionOut], **RESPONSES})
def list_criteria(request: SignedIn) -> Any:
    """The scorecard's criteria in use, in order, parts too."""
    return list(Criterion.objects.filter(retired_at__isnull=True))


@criteria.patch("/{criterion_id}", response={200: shapes.CriterionOut, **RESPONSES})
def change_criterion(request: SignedIn, criterion_id: int, payload: shapes.CriterionChange) -> Any:
    """Change its weight, words or steps; every account is judged again. Asks for the right to configure."""
    row = get_object_or_404(Criterion, pk=criterion_id)
    return CRITERIA.change(row, by=request.user, **payload.given())


@overview.get("/attention", response={200: shapes.AttentionOut, **RESPONSES})
def read_attention(request: SignedIn) -> Any:
    """Candidates, classified that no longer qualify, decisions due, watch-list, dependence; with the reasons."""
    user = request.user
    return {
        "candidates": attention.candidates(user),
        "no_longer_qualify": attention.no_longer_qualify(user),
        "decisions_due": attention.decisions_due(user),
        "watch_list": attention.watch_list(user),
        "dependence": attention.dependence(user),
    }


router = Router()
router.add_router("/accounts", accounts)
router.add_router("/criteria", criteria)
router.add_router("/qualification", overview)
