"""Colleagues, to be named in other calls. Changing them is for the settings pages."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema

from kameo.core.access import Actor, SignedIn
from kameo.core.api import Page, PageQuery, page_of, read_as
from kameo.core.api.problem import RESPONSES
from kameo.people.models import User

router = Router(tags=["users"])


class UserOut(Schema):
    id: int
    name: str = read_as("full_name")
    first_name: str
    last_name: str
    email: str
    title: str
    phone: str
    role: str = read_as("role.key")
    active: bool = read_as("is_active")


class UserQuery(PageQuery):
    active: bool | None = None


@router.get("", response={200: Page[UserOut], **RESPONSES})
def list_users(request: SignedIn, query: Query[UserQuery]) -> Any:
    """Colleagues by name; `active=false` gives those who left."""
    users = User.objects.select_related("role")
    if query.active is not None:
        users = users.filter(is_active=query.active)
    return page_of(users, query, order="sort_name", serialise=list)


@router.get("/me", response={200: UserOut, **RESPONSES})
def me(request: SignedIn) -> Any:
    """Whose token this is."""
    return request.user


@router.get("/{user_id}", response={200: UserOut, **RESPONSES})
def read_user(request: SignedIn, user_id: int) -> Any:
    """One colleague."""
    return get_colleague(request.user, user_id)


def get_colleague(actor: Actor, user_id: int) -> User:
    """Everybody here may see who works here."""
    if user_id > 2**63 - 1:
        raise Http404
    return get_object_or_404(User.objects.select_related("role"), pk=user_id)
