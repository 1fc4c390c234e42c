"""Toasts: a Django message tells the user what was just done, with the way back, on the next page."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe


def toast(
    request: HttpRequest,
    message: Any,
    *,
    undo_url: str | None = None,
    fields: dict[str, Any] | None = None,
    url: str | None = None,
    url_label: Any = None,
) -> None:
    """Leave a message for the next page. `undo_url` gets a POST with `fields`; `url` is a link to what was made."""
    if undo_url is None and url is None:
        messages.success(request, message)
        return
    context = {"message": message, "undo_url": undo_url, "fields": fields, "url": url, "url_label": url_label}
    html = render_to_string("ui/toast.html", context, request, using="jinja")
    messages.success(request, mark_safe(html), extra_tags="html")  # noqa: S308 - our own template, escaped


def failure(request: HttpRequest, message: Any) -> None:
    """Leave a refusal for the next page: what to do instead."""
    messages.error(request, message)
