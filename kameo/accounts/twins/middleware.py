"""The address of an account that was merged leads to the account it is part of, for those who may see that one."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from kameo.accounts.models import Account

ADDRESS = re.compile(r"^(/(?:api/v1/)?accounts/)(\d{1,18})(?=/|$)")


class MergedMiddleware:
    """Answers 301 (pages) or 308 (API: the method stays) instead of 404; never cached, since a merge may be undone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        found = ADDRESS.match(request.path) if response.status_code == 404 else None
        of_api = request.path.startswith("/api/")
        if found is None or not (of_api or request.method in {"GET", "HEAD"}):
            return response
        target = _kept(request, int(found[2]))
        if target is None:
            return response
        query = request.META.get("QUERY_STRING", "")
        address = f"{found[1]}{target}{request.path[found.end() :]}" + (f"?{query}" if query else "")
        moved = HttpResponsePermanentRedirect(address)
        if of_api:
            moved.status_code = 308
        moved["Cache-Control"] = "no-store"
        return moved


def _kept(request: HttpRequest, account_id: int) -> int | None:
    if not request.user.is_authenticated:
        return None
    kept = Account.objects.filter(pk=account_id, merged_into__isnull=False).values("merged_into")
    found = Account.objects.visible_to(request.user).filter(pk__in=kept)
    return found.values_list("pk", flat=True).first()
