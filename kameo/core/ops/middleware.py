"""Counting and timing requests for `/metrics`."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from prometheus_client import Counter, Histogram

REQUESTS = Counter("kameo_requests_total", "Requests answered", ["method", "view", "status"])
SECONDS = Histogram("kameo_request_seconds", "Time to answer", ["method", "view"])


class MetricsMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        response = self.get_response(request)
        match = request.resolver_match
        view = match.view_name if match else "unknown"
        REQUESTS.labels(request.method, view, response.status_code).inc()
        SECONDS.labels(request.method, view).observe(time.perf_counter() - started)
        return response
