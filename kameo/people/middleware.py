"""Nobody sees a page without signing in, but for the few views that say so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

OPEN_PREFIXES = ("/sign-in/", "/static/", "/api/", "/healthz", "/readyz", "/metrics", "/i18n/", "/offline/", "/setup/")


class SignInRequiredMiddleware:
    """Closed by default: a new URL is private until it is listed here (a test lists them all).

    The API authenticates by itself (`Authorization: Bearer`), so it is among the open prefixes.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if request.user.is_authenticated or request.path.startswith(OPEN_PREFIXES):
            return None
        target = f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}"
        if request.headers.get("HX-Request"):
            return HttpResponse(status=204, headers={"HX-Redirect": target})
        return redirect(target)
