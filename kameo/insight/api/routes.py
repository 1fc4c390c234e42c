"""One function per resource and verb."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from ninja import Query, Router, Status

from kameo.accounts.models import Account
from kameo.core import clock
from kameo.core.access import SignedIn, get_visible
from kameo.core.api.problem import RESPONSES
from kameo.core.errors import DomainError
from kameo.core.lists import Criteria
from kameo.insight.api.schemas import (
    AsOf,
    BoxRatingIn,
    MatrixOut,
    NineBoxOut,
    ParetoOut,
    ParetoQuery,
    RatingsOut,
    ViewQuery,
)
from kameo.insight.queries import matrix, nine_box, pareto, ratings_for
from kameo.insight.queries.conditions import criteria_of
from kameo.insight.queries.periods import period
from kameo.qualification import domain
from kameo.qualification.models import BoxCriterion

router = Router(tags=["insight"], by_alias=True)


@router.get("/pareto", response={200: ParetoOut, **RESPONSES})
def read_pareto(request: SignedIn, query: Query[ParetoQuery]) -> Any:
    """How far revenue hangs on a few accounts: the curve, and the accounts in order."""
    start, end = period(query.start, query.end)
    return pareto(request.user, start=start, end=end, level=query.level, after=query.after, size=query.limit)


@router.get("/matrix", response={200: MatrixOut, **RESPONSES})
def read_matrix(request: SignedIn, query: Query[ViewQuery]) -> Any:
    """How large each account is beside how far it helps our objectives, today or on a past day."""
    return matrix(request.user, _criteria(query), _past(query.as_of))


@router.get("/nine-box", response={200: NineBoxOut, **RESPONSES})
def read_nine_box(request: SignedIn, query: Query[ViewQuery]) -> Any:
    """Attractiveness and relative position of the accounts rated, and what we do in each cell."""
    return nine_box(request.user, _criteria(query), _past(query.as_of))


@router.get("/nine-box/accounts/{account_id}", response={200: RatingsOut, **RESPONSES})
def read_box_ratings(request: SignedIn, account_id: int, query: Query[AsOf]) -> Any:
    """What each rater says of one account, and where it stood before."""
    account = get_visible(Account.objects, request.user, pk=account_id)
    return ratings_for(account, request.user, _past(query.as_of))


@router.post("/nine-box/accounts/{account_id}/ratings", response={201: RatingsOut, **RESPONSES})
def rate_box(request: SignedIn, account_id: int, payload: BoxRatingIn) -> Any:
    """Your own score of one criterion, beside those of others."""
    account = get_visible(Account.objects, request.user, pk=account_id)
    criterion = BoxCriterion.objects.filter(pk=payload.criterion_id).first()
    if criterion is None:
        raise DomainError("unknown_criterion", _("There is no such criterion."), field="criterion_id")
    domain.rate_box(account, criterion=criterion, score=payload.score, evidence=payload.evidence, by=request.user)
    return Status(201, ratings_for(account, request.user))


def _criteria(query: ViewQuery) -> Criteria:
    given = query.model_dump()
    given["class"] = given.pop("account_class")
    values = {name: "" if value is None else str(value) for name, value in given.items()}
    return criteria_of({**values, "roots": "1" if query.roots else ""})


def _past(day: date | None) -> date | None:
    return None if day is None else min(day, clock.company_today())
