"""A query parameter that an operation does not declare is an error, not a wish."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from kameo.core.api.problem import problem
from kameo.core.authorship import Client, through

Run = Callable[..., HttpResponseBase]


def refuse_unknown(run: Any) -> Run:
    """Decorates an operation's `run` (django-ninja's "view" mode, before validation)."""
    operation = run.__self__
    declared = {
        name
        for model in operation.models
        if model.__ninja_param_source__ == "query"
        for name in getattr(model, "__ninja_flatten_map__", None) or model.model_fields
    }

    @functools.wraps(run)
    def checked(request: HttpRequest, **arguments: Any) -> HttpResponseBase:
        unknown = sorted(set(request.GET) - declared)
        # Whoever is not known gets the 401 of the operation itself.
        if unknown and any(callback(request) for callback in operation.auth_callbacks):
            errors = [{"field": name, "code": "unknown_parameter", "message": _hint(declared)} for name in unknown]
            return problem(422, "unknown_parameter", errors=errors)
        return run(request, **arguments)

    return checked


def _hint(declared: set[str]) -> str:
    return f"Known here: {', '.join(sorted(declared))}." if declared else "This address takes no parameter."


def name_the_author(view: Callable[..., Any]) -> Callable[..., Any]:
    """Opens the history with the key and its user ("operation" mode, after authentication)."""

    @functools.wraps(view)
    def named(request: Any, *arguments: Any, **keywords: Any) -> Any:
        key, where = request.auth, {"path": request.path, "method": request.method}
        with through(Client.KEY, id=key.pk, name=key.name, user=request.user.pk, **where):
            return view(request, *arguments, **keywords)

    return named
