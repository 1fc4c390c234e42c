"""Field history (pghistory triggers: bulk writes and raw SQL are caught too), with who and from where."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pghistory
from django.http import HttpRequest, HttpResponse


def tracked(*, exclude: list[str] | None = None) -> Callable[[type], type]:
    """Class decorator for business tables: keeps the row as it was before each update and deletion.

    Insertions need no copy: the row itself, and then its first old version, are what was inserted.
    """
    return pghistory.track(
        pghistory.UpdateEvent("changed", row=pghistory.Old),
        pghistory.DeleteEvent("deleted", row=pghistory.Old),
        exclude=exclude,
    )


class HistoryMiddleware:
    """Opens the history context for requests that may write: who, method and path."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in {"GET", "HEAD", "OPTIONS"}:
            return self.get_response(request)
        context: dict[str, Any] = {"path": request.path, "method": request.method}
        if request.user.is_authenticated:
            context["user"] = request.user.pk
        with pghistory.context(**context):
            return self.get_response(request)
