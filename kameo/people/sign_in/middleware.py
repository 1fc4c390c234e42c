"""Nobody sees a page without signing in, but for the few views that say so; and who was here when."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from kameo.core import clock
from kameo.people.models import User

OPEN_PREFIXES = ("/sign-in/", "/static/", "/api/", "/healthz", "/readyz", "/metrics", "/i18n/", "/offline/", "/setup/")
STAMP_EVERY = 300.0  # seconds: the list of sessions is that precise, and a page costs no write
REMEMBERED = 10_000  # sessions a process remembers having stamped


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


class LastSeenMiddleware:
    """Stamps the user and the session, at most every five minutes per process and session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.stamped: dict[str, float] = {}

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated and self._is_due(request.session.session_key):
            now = clock.now()
            User.objects.filter(pk=request.user.pk).update(last_seen_at=now)
            UserSession.objects.filter(session_key=request.session.session_key).update(last_seen_at=now)
        return response

    def _is_due(self, key: str | None) -> bool:
        if key is None or time.monotonic() - self.stamped.get(key, -STAMP_EVERY) < STAMP_EVERY:
            return False
        if len(self.stamped) >= REMEMBERED:
            self.stamped.clear()
        self.stamped[key] = time.monotonic()
        return True
