"""Our objectives over HTTP: what the list they are does not give."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from ninja import Query, Router

from kameo.core.access import SignedIn
from kameo.core.api import Page, PageQuery, page_of
from kameo.core.api.problem import RESPONSES
from kameo.core.choices.api import with_operations
from kameo.core.choices.shapes import shape_out
from kameo.qualification.api.schemas import SideChangeOut
from kameo.qualification.choices import OBJECTIVES
from kameo.qualification.models import Objective
from kameo.qualification.queries import rule_changes

router = Router(tags=["qualification"])
ObjectiveOut: Any = shape_out(OBJECTIVES)


@router.get("", response={200: Page[ObjectiveOut], **RESPONSES})
def list_objectives(request: SignedIn, query: Query[PageQuery]) -> Any:
    """Our objectives but for the removed ones, in order of number."""
    return page_of(Objective.objects.present(), query, serialise=list)


@router.get("/changes", response={200: list[SideChangeOut], **RESPONSES})
def list_side_changes(request: SignedIn) -> Any:
    """The last changes of objectives and weights, with the accounts that changed side."""
    return rule_changes(request.user)


@router.get("/{objective_id}", response={200: ObjectiveOut, **RESPONSES})
def read_objective(request: SignedIn, objective_id: int) -> Any:
    """One objective, removed or not."""
    return get_object_or_404(Objective, pk=objective_id)


with_operations(router, OBJECTIVES)
