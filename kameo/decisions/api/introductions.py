"""Introductions over HTTP: the same verbs as the pages (R71)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema, Status
from pydantic import Field

from kameo.contacts.models import Person
from kameo.core.access import SignedIn, get_visible
from kameo.core.api import Body, Page, PageQuery, page_of
from kameo.core.api.problem import RESPONSES
from kameo.decisions import domain
from kameo.decisions.enums import IntroductionState
from kameo.decisions.models import Introduction
from kameo.people.models import User as Colleague

router = Router(tags=["introductions"])


class IntroductionOut(Schema):
    id: int
    person_id: int
    through_id: int
    asked_by_id: int
    message: str
    answer: str
    state: IntroductionState
    asked_at: datetime
    answered_at: datetime | None


class IntroductionIn(Body):
    person_id: int = Field(ge=1, lt=2**63)
    through_id: int = Field(ge=1, lt=2**63)
    message: str = Field("", max_length=5000)


class AnswerIn(Body):
    state: IntroductionState = Field(description="accepted, declined or made; asked undoes an answer.")
    answer: str | None = Field(None, max_length=5000)


def _user(request: SignedIn) -> Any:
    return request.user


@router.get("/introductions", response={200: Page[IntroductionOut], **RESPONSES})
def list_introductions(request: SignedIn, query: Query[PageQuery]) -> Any:
    """Those that you asked for, and those asked of you."""
    return page_of(Introduction.objects.visible_to(_user(request)), query, order="id", serialise=list)


@router.post("/introductions", response={201: IntroductionOut, **RESPONSES})
def ask_introduction(request: SignedIn, payload: IntroductionIn) -> Any:
    """Ask a colleague, who is told in Kameo."""
    user = _user(request)
    person = get_visible(Person.objects, user, pk=payload.person_id)
    through = get_object_or_404(Colleague.objects.active(), pk=payload.through_id)
    row = domain.ask_introduction(person=person, through=through, by=user, message=payload.message)
    return Status(201, row)


@router.get("/introductions/{introduction_id}", response={200: IntroductionOut, **RESPONSES})
def read_introduction(request: SignedIn, introduction_id: int) -> Any:
    """One of yours."""
    return get_visible(Introduction.objects, _user(request), pk=introduction_id)


@router.post("/introductions/{introduction_id}/answers", response={201: IntroductionOut, **RESPONSES})
def answer_introduction(request: SignedIn, introduction_id: int, payload: AnswerIn) -> Any:
    """Accept, decline, say that it is made, or undo such an answer (`asked`)."""
    user = _user(request)
    row = get_visible(Introduction.objects, user, pk=introduction_id)
    words = payload.answer or ""
    match payload.state:
        case IntroductionState.ACCEPTED:
            return Status(201, domain.accept_introduction(row, by=user, answer=words))
        case IntroductionState.DECLINED:
            return Status(201, domain.decline_introduction(row, by=user, answer=words))
        case IntroductionState.MADE:
            return Status(201, domain.make_introduction(row, by=user, answer=payload.answer))
        case _:
            return Status(201, domain.reopen_introduction(row, by=user))


@router.delete("/introductions/{introduction_id}", response={204: None, **RESPONSES})
def withdraw_introduction(request: SignedIn, introduction_id: int) -> Any:
    """Take a request back, while nobody answered."""
    user = _user(request)
    domain.withdraw_introduction(get_visible(Introduction.objects, user, pk=introduction_id), by=user)
    return Status(204, None)
