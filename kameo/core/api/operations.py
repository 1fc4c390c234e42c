"""Operations that an engine makes of a declaration."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

KEEP = inspect.Parameter.POSITIONAL_OR_KEYWORD


def named_operation(
    run: Callable[..., Any], name: str, parameters: dict[str, Any], words: str = ""
) -> Callable[..., Any]:
    """`run` under its own name, with the parameters that its schemas give it (a type, or a type and its default)."""

    def operation(request: HttpRequest, **arguments: Any) -> Any:
        return run(request, **arguments)

    told = [inspect.Parameter("request", KEEP)]
    if "response" in inspect.signature(run).parameters:
        told.append(inspect.Parameter("response", KEEP, annotation=HttpResponse))
    for key, declared in parameters.items():
        kind, default = declared if isinstance(declared, tuple) else (declared, inspect.Parameter.empty)
        told.append(inspect.Parameter(key, KEEP, annotation=kind, default=default))
    operation.__name__ = operation.__qualname__ = name
    operation.__doc__ = words
    operation.__signature__ = inspect.Signature(told)  # type: ignore[attr-defined]
    return operation
