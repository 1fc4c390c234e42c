"""The language and zone of a page: the user's, else the cookie's, else the browser's, else the company's."""

from __future__ import annotations

import zoneinfo
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from kameo.core import preferences

LANGUAGES = dict(settings.LANGUAGES)


class LocaleMiddleware:
    """Before anybody is known: cookie, then browser, then the company's language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with translation.override(_guess(request)):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or settings.LANGUAGE_CODE)
        return response


class UserLocaleMiddleware:
    """Once the user is known: their language and their zone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        language = str(getattr(user, "language", "") or "")
        if user.is_authenticated and language:
            translation.activate(language)
        with timezone.override(zone_of(user)):
            return self.get_response(request)


def zone_of(user: object) -> zoneinfo.ZoneInfo:
    """The user's time zone, or the company's."""
    return zoneinfo.ZoneInfo(getattr(user, "time_zone", "") or preferences.get("time_zone"))


def _guess(request: HttpRequest) -> str:
    cookie = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    if cookie in LANGUAGES:
        return cookie
    for part in request.headers.get("Accept-Language", "").split(","):
        code = part.split(";")[0].strip().lower()[:2]
        if code in LANGUAGES:
            return code
    return str(preferences.get("language")) if _has_preferences() else settings.LANGUAGE_CODE


def _has_preferences() -> bool:
    return "language" in preferences.definitions
