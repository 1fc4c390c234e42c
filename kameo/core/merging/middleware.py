"""The address of a record that was merged leads to the one it is part of, for those who may see that one."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from kameo.core.merging.nouns import mergeables
from kameo.core.merging.reading import kept_of

ADDRESS = re.compile(r"^/(?:api/v1/)?([a-z-]+/)(\d{1,18})(?=/|$)")


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
        noun = next((one for one in mergeables if one.path == found[1]), None)
        target = kept_of(noun, request.user, int(found[2])) if noun else None
        if target is None:
            return response
        query = request.META.get("QUERY_STRING", "")
        address = f"{request.path[: found.start(2)]}{target}{request.path[found.end() :]}" + (
            f"?{query}" if query else ""
        )
        moved = HttpResponsePermanentRedirect(address)
        if of_api:
            moved.status_code = 308
        moved["Cache-Control"] = "no-store"
        return moved
