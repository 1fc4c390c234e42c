"""One request from outside: its name in the logs, its time in the figures, its line in the journal of accesses."""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse
from prometheus_client import Counter, Histogram

log = structlog.get_logger("kameo.requests")
REQUESTS = Counter("kameo_requests_total", "Requests answered", ["method", "view", "status"])
SECONDS = Histogram("kameo_request_seconds", "Time to answer", ["method", "view"])
SAFE_ID = re.compile(r"[\w-]{8,64}")
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
UNLOGGED = ("/static/",)


class MetricsMiddleware:
    """Gives the request a name (the proxy's `X-Request-Id`, or a new one), counts it, times it, logs it.

    The log keeps the path, never the query or the body: those may hold a token or somebody's name.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        with structlog.contextvars.bound_contextvars(request_id=_request_id(request)):
            response = self.get_response(request)
            seconds = time.perf_counter() - started
            _count_request(request, response, seconds)
            if not request.path.startswith(UNLOGGED):
                _log(request, response, seconds)
            response.headers.setdefault("X-Request-Id", structlog.contextvars.get_contextvars()["request_id"])
        return response


def _request_id(request: HttpRequest) -> str:
    given = request.headers.get("X-Request-Id", "")
    return given if SAFE_ID.fullmatch(given) else uuid.uuid4().hex


def _count_request(request: HttpRequest, response: HttpResponse, seconds: float) -> None:
    match = request.resolver_match
    view = match.view_name if match else "unknown"
    method = request.method if request.method in METHODS else "OTHER"
    REQUESTS.labels(method, view, response.status_code).inc()
    SECONDS.labels(method, view).observe(seconds)


def _log(request: HttpRequest, response: HttpResponse, seconds: float) -> None:
    user = getattr(request, "_cached_user", None)  # known only if somebody asked: no query for the log's sake
    write = log.error if response.status_code >= 500 else log.info
    write(
        "request",
        method=request.method,
        path=request.path,
        status=response.status_code,
        ms=round(seconds * 1000, 1),
        user_id=getattr(user, "pk", None),
    )
