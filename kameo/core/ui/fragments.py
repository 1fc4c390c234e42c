"""Part of a page: one named block of its template, rendered as the page would be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.template.backends.utils import csrf_input_lazy, csrf_token_lazy
from jinja2_fragments import render_block


def is_fragment(request: HttpRequest) -> bool:
    """Whether htmx asks for a part; restoring history, it wants the whole page like a browser."""
    headers = request.headers
    return "HX-Request" in headers and "HX-History-Restore-Request" not in headers and "HX-Boosted" not in headers


def render_fragment(
    request: HttpRequest, template: str, block: str, context: Mapping[str, Any], status: int = 200
) -> HttpResponse:
    """Answer with the block `block` of `template` alone."""
    return HttpResponse(fragment(request, template, block, context), status=status)


def fragment(request: HttpRequest, template: str, block: str, context: Mapping[str, Any]) -> str:
    """The HTML of the block, with what every page gets (request, CSRF, context processors)."""
    backend = engines["jinja"]
    values: dict[str, Any] = {
        "request": request,
        "csrf_input": csrf_input_lazy(request),
        "csrf_token": csrf_token_lazy(request),
    }
    for processor in backend.template_context_processors:  # type: ignore[attr-defined]
        values.update(processor(request))
    values.update(context)
    return str(render_block(backend.env, template, block, **values))  # type: ignore[attr-defined]
