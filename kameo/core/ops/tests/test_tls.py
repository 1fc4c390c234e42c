"""KAMEO_TLS=1: everything over TLS, said to the browser for a year; cookies that never travel in the clear."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

ASK = """
import json, django, os
django.setup()
from django.conf import settings
from django.test import Client
from django.http import HttpResponse
from django.middleware.security import SecurityMiddleware
from django.test import RequestFactory
guard = SecurityMiddleware(lambda request: HttpResponse("page"))
requests = RequestFactory(headers={"Host": "crm.example.com"})
plain = guard(requests.get("/accounts/"))
probe = Client().get("/healthz")
behind = guard(requests.get("/accounts/", headers={"X-Forwarded-Proto": "https"}))
print(json.dumps({
    "plain": [plain.status_code, plain.headers.get("Location")],
    "probe": probe.status_code,
    "behind": [behind.status_code, behind.headers.get("Strict-Transport-Security")],
    "session": [settings.SESSION_COOKIE_SECURE, settings.SESSION_COOKIE_HTTPONLY, settings.SESSION_COOKIE_SAMESITE],
    "csrf": settings.CSRF_COOKIE_SECURE,
    "origins": settings.CSRF_TRUSTED_ORIGINS,
    "proxies": settings.ALLAUTH_TRUSTED_PROXY_COUNT,
}))
"""


def ask(**environment: str) -> dict[str, object]:
    """The answers of a process of its own: settings are read once."""
    base = {**os.environ, "DJANGO_SETTINGS_MODULE": "kameo.config.settings", "KAMEO_ALLOWED_HOSTS": "crm.example.com"}
    done = subprocess.run(
        [sys.executable, "-c", ASK], env={**base, **environment}, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def under_tls() -> dict[str, object]:
    return ask(KAMEO_TLS="1", KAMEO_BEHIND_PROXY="1")


def test_plain_request_is_sent_to_https(under_tls: dict[str, object]) -> None:
    assert under_tls["plain"] == [301, "https://crm.example.com/accounts/"]


def test_probe_is_answered_in_the_clear(under_tls: dict[str, object]) -> None:
    assert under_tls["probe"] == 200


def test_answer_over_tls_asks_for_tls_for_a_year(under_tls: dict[str, object]) -> None:
    assert under_tls["behind"] == [200, "max-age=31536000; includeSubDomains"]


def test_cookies_travel_over_tls_only(under_tls: dict[str, object]) -> None:
    assert under_tls["session"] == [True, True, "Lax"]
    assert under_tls["csrf"] is True
    assert under_tls["origins"] == ["https://crm.example.com"]
    assert under_tls["proxies"] == 1
