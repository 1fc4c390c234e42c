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
from kameo.core.money import reporting_currency
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
from kameo.insight.queries import BoxPlace, BoxRatings, MatrixRow, Pareto, matrix, nine_box, pareto, ratings_for
from kameo.insight.queries.conditions import criteria_of
from kameo.insight.queries.periods import period
from kameo.insight.queries.reference import STUDY
from kameo.qualification import domain
from kameo.qualification.models import BoxCriterion

router = Router(tags=["insight"], by_alias=True)


@router.get("/pareto", response={200: ParetoOut, **RESPONSES})
def read_pareto(request: SignedIn, query: Query[ParetoQuery]) -> Any:
    """How far revenue hangs on a few accounts: the curve, and the accounts in order."""
    start, end = period(query.start, query.end)
    found = pareto(request.user, start=start, end=end, level=query.level, after=query.after, size=query.limit)
    return _pareto(found)


def _pareto(found: Pareto) -> dict[str, Any]:
    same = (
        "level",
        "scope",
        "accounts",
        "revenue",
        "accounts_for_80",
        "over_threshold",
        "over_gate",
        "at_zero",
        "below_zero",
        "below_zero_revenue",
        "unconverted",
        "unconverted_accounts",
        "left_out",
    )
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
                "rank": row.rank,
                "account_id": row.account_id,
                "name": row.name,
                "class": row.account_class,
                "lead": row.lead,
                "revenue": row.revenue,
                "share": row.share,
                "cumulated_share": row.cumulated_share,
            }
            for row in found.rows
        ],
        "next": found.after,
    }


@router.get("/matrix", response={200: MatrixOut, **RESPONSES})
def read_matrix(request: SignedIn, query: Query[ViewQuery]) -> Any:
    """How large each account is beside how far it helps our objectives, today or on a past day."""
    found = matrix(request.user, _criteria(query), _past(query.as_of))
    return {
        "as_of": found.as_of,
        "currency": reporting_currency(),
        "large_threshold": found.threshold,
        "share_gate": found.share_gate / 100,
        "key_gate": found.key_gate,
        "unrated_count": found.unrated_count,
        "cut": found.cut,
        "items": [_matrix_row(row) for row in found.rows],
        "without_revenue": [_matrix_row(row) for row in found.without_revenue],
        "unrated": [_matrix_row(row) for row in found.unrated],
    }


@router.get("/nine-box", response={200: NineBoxOut, **RESPONSES})
def read_nine_box(request: SignedIn, query: Query[ViewQuery]) -> Any:
    """Attractiveness and relative position of the accounts rated, and what we do in each cell."""
    found = nine_box(request.user, _criteria(query), _past(query.as_of))
    cells = [
        {
            "attractiveness": cell.attractiveness,
            "position": cell.position,
            **vars(cell.words),
            "accounts": [place.account_id for place in cell.places],
        }
        for cell in found.cells
    ]
    return {
        "as_of": found.as_of,
        "currency": reporting_currency(),
        "lower": found.lower,
        "upper": found.upper,
        "cells": cells,
        "cut": found.cut,
        "items": [_box_place(one) for one in found.places],
        "partly": [_box_place(one) for one in found.partly],
    }


@router.get("/nine-box/accounts/{account_id}", response={200: RatingsOut, **RESPONSES})
def read_box_ratings(request: SignedIn, account_id: int, query: Query[AsOf]) -> Any:
    """What each rater says of one account, and where it stood before."""
    account = get_visible(Account.objects, request.user, pk=account_id)
    return _ratings(ratings_for(account, request.user, _past(query.as_of)))


@router.post("/nine-box/accounts/{account_id}/ratings", response={201: RatingsOut, **RESPONSES})
def rate_box(request: SignedIn, account_id: int, payload: BoxRatingIn) -> Any:
    """Your own score of one criterion, beside those of others."""
    account = get_visible(Account.objects, request.user, pk=account_id)
    criterion = BoxCriterion.objects.filter(pk=payload.criterion_id).first()
    if criterion is None:
        raise DomainError("unknown_criterion", _("There is no such criterion."), field="criterion_id")
    domain.rate_box(account, criterion=criterion, score=payload.score, evidence=payload.evidence, by=request.user)
    return Status(201, _ratings(ratings_for(account, request.user)))


def _criteria(query: ViewQuery) -> Criteria:
    given = query.model_dump()
    given["class"] = given.pop("account_class")
    values = {name: "" if value is None else str(value) for name, value in given.items()}
    return criteria_of({**values, "roots": "1" if query.roots else ""})


def _past(day: date | None) -> date | None:
    return None if day is None else min(day, clock.company_today())


def _matrix_row(row: MatrixRow) -> dict[str, Any]:
    names = (
        "account_id",
        "name",
        "class_source",
        "large",
        "key",
        "lead",
        "alignment",
        "alignment_completeness",
        "unconverted",
        "left_out",
    )
    same = {name: getattr(row, name) for name in names}
    return {**same, "class": row.account_class, "revenue_12m": row.revenue, "revenue_share": row.share}


def _box_place(place: BoxPlace) -> dict[str, Any]:
    axis = ("value", "spread", "raters", "completeness", "last_at")
    return {
        "account_id": place.account_id,
        "name": place.name,
        "class": place.account_class,
        "lead": place.lead,
        "attractiveness": {name: getattr(place.attractiveness, name) for name in axis},
        "position": {name: getattr(place.position, name) for name in axis},
        "revenue_12m": place.revenue,
        "left_out": place.left_out,
    }


def _ratings(found: BoxRatings) -> dict[str, Any]:
    lines = [
        {
            "criterion_id": line.criterion.pk,
            "axis": axis,
            "name": line.name,
            "help": line.help,
            "share": line.share,
            "mean": line.mean,
            "spread": line.spread,
            "scores": [vars(one) for one in line.scores],
        }
        for axis, of_axis in found.axes
        for line in of_axis
    ]
    history = [
        {"on": step.on, "attractiveness": step.attractiveness, "position": step.position} for step in found.history
    ]
    return {"account_id": found.account_id, "as_of": found.as_of, "lines": lines, "history": history}
