"""Field history (pghistory triggers: bulk writes and raw SQL are caught too), with who and from where."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pghistory
from django.http import HttpRequest, HttpResponse

from kameo.core.authorship import Client, through


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
    """Opens the history of requests that may write: who, on which page. The API names the key that it knows later."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in {"GET", "HEAD", "OPTIONS"} or request.path_info.startswith("/api/"):
            return self.get_response(request)
        who: dict[str, Any] = {"user": request.user.pk} if request.user.is_authenticated else {}
        with through(Client.PAGE, path=request.path, method=request.method, **who):
            return self.get_response(request)
