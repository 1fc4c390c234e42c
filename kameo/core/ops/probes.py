"""`/healthz`, `/readyz` and `/metrics`, answered before anything else.

They come first of all the middleware: a probe calls by address rather than by name, has no session, and
`/healthz` must answer while the database does not.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Callable

import psycopg
import structlog
from django.db import Error
from django.http import HttpRequest, HttpResponse, JsonResponse

from kameo.core import database
from kameo.core.ops import metrics, schema

log = structlog.get_logger("kameo.probes")
LOOPBACK = {"127.0.0.1", "::1", "::ffff:127.0.0.1"}


class ProbeMiddleware:
    """Answers the three addresses itself and lets everything else through."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = PROBES.get(request.path_info)
        if answer is None:
            return self.get_response(request)
        response = answer(request)
        response.headers["Cache-Control"] = "no-store"
        response._has_been_logged = True  # type: ignore[attr-defined]  # Django would shout at each 503
        return response


def healthz(request: HttpRequest) -> HttpResponse:
    """200 while this process answers; the database is not asked."""
    return JsonResponse({"status": "ok"})


def readyz(request: HttpRequest) -> HttpResponse:
    """200 when pages can be served: the database answers and is at this version. Otherwise 503 with the reasons."""
    reasons = _reasons()
    if reasons:
        return JsonResponse({"status": "not ready", "reasons": reasons}, status=503)
    return JsonResponse({"status": "ready"})


def metrics_text(request: HttpRequest) -> HttpResponse:
    """Prometheus' text, for this machine or for who knows KAMEO_METRICS_TOKEN; 404 for everybody else."""
    if not _may_read_metrics(request):
        return HttpResponse(status=404)
    try:
        return HttpResponse(metrics.exposition(), content_type="text/plain; version=0.0.4; charset=utf-8")
    except Error as error:
        log.warning("metrics cannot be read", reason=str(error).strip())
        return HttpResponse(status=503)


def _reasons() -> list[str]:
    """Over a connection of its own: waiting for a place in the pool would hide what is wrong."""
    try:
        with psycopg.connect(**database.parameters(), connect_timeout=3) as server:
            applied = set(server.execute("select app, name from django_migrations").fetchall())
    except psycopg.errors.UndefinedTable:
        return ["migrations_waiting"]
    except psycopg.Error as error:
        log.warning("not ready: the database does not answer", reason=str(error).strip())
        return ["database_unreachable"]
    return ["migrations_waiting"] if schema.known() - applied else []


def _may_read_metrics(request: HttpRequest) -> bool:
    token = os.environ.get("KAMEO_METRICS_TOKEN", "")
    if token:
        given = request.headers.get("Authorization", "").removeprefix("Bearer ")
        return hmac.compare_digest(given.encode(), token.encode())
    # A proxy on this machine also calls from the loopback: what it forwards comes from elsewhere.
    forwarded = request.headers.get("X-Forwarded-For") or request.headers.get("Forwarded")
    return request.META.get("REMOTE_ADDR", "") in LOOPBACK and not forwarded


PROBES: dict[str, Callable[[HttpRequest], HttpResponse]] = {
    "/healthz": healthz,
    "/readyz": readyz,
    "/metrics": metrics_text,
}
