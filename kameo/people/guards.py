"""Who may call a view: said once, above it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from kameo.core.access import require
from kameo.people.enums import Right
from kameo.people.models import User

View = Callable[..., HttpResponse]


class SignedIn(HttpRequest):
    """The request of somebody known: what every view behind the door gets."""

    user: User


# Under /sign-in/ the middleware lets everybody pass, so these pages ask for themselves.
signed_in = login_required


def needs(*rights: Right) -> Callable[[View], View]:
    """403 unless the user holds one of these rights."""

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def guarded(request: SignedIn, *args: Any, **kwargs: Any) -> HttpResponse:
            if not any(request.user.can(right) for right in rights):
                require(request.user, rights[0])
            return view(request, *args, **kwargs)

        return guarded

    return decorate
