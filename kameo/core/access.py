"""Fetching and authorising in one call. There is no other way for a view to get a record.

Rights are short codes held by roles (`people.Role.rights`); rows are cut by each queryset's `visible_to(user)`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse

M = TypeVar("M", bound=models.Model)


View = Callable[..., HttpResponse]


class Actor(Protocol):
    """Whoever acts: a signed-in user."""

    pk: Any

    def can(self, right: str) -> bool: ...


def get_visible(queryset: Any, user: Actor, **lookup: Any) -> Any:
    """The one row of `queryset` that the user may see, or 404: what you may not see does not exist."""
    try:
        return queryset.visible_to(user).get(**lookup)
    except (queryset.model.DoesNotExist, ValueError, OverflowError) as error:
        raise Http404(f"no {queryset.model._meta.object_name}") from error


def get_binned(queryset: Any, user: Actor, **lookup: Any) -> Any:
    """The one row in the bin that the user could see before it went there, or 404."""
    try:
        return queryset.reachable_by(user).binned().get(**lookup)
    except (queryset.model.DoesNotExist, ValueError, OverflowError) as error:
        raise Http404(f"no {queryset.model._meta.object_name} in the bin") from error


def require(user: Actor, right: str) -> None:
    """403 unless the user's role holds the right."""
    if not user.can(right):
        raise PermissionDenied(right)


class SignedIn(HttpRequest):
    """The request of somebody known: what every view behind the door gets, and every operation of the API."""

    user: Any


def needs(*rights: str) -> Callable[[View], View]:
    """Above a view: 403 unless the user holds one of these rights."""

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def guarded(request: SignedIn, *args: Any, **kwargs: Any) -> HttpResponse:
            if not any(request.user.can(right) for right in rights):
                require(request.user, rights[0])
            return view(request, *args, **kwargs)

        return guarded

    return decorate
