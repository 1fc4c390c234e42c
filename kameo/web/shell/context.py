"""The frame in a template's context, built when a template asks for it and once per request."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from kameo.core.ui.shell import Shell
from kameo.web.shell.frame import build_shell


def shell(request: HttpRequest) -> dict[str, Any]:
    """`user`, and `shell` for whoever is signed in: a fragment that does not draw the frame costs nothing."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"user": user}
    return {"user": user, "shell": SimpleLazyObject(lambda: _once(request))}


def _once(request: HttpRequest) -> Shell:
    frame: Shell | None = getattr(request, "_kameo_shell", None)
    if frame is None:
        frame = build_shell(request)
        request._kameo_shell = frame  # type: ignore[attr-defined]
    return frame
