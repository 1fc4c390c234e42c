"""The operations of a list over HTTP: its options, one more, change, retire, give back."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from ninja import Query, Router, Status

from kameo.core.api.operations import named_operation
from kameo.core.api.problem import RESPONSES
from kameo.core.choices.lists import ChoiceList
from kameo.core.choices.shapes import shape_change, shape_in, shape_out, shape_query
from kameo.core.kinds.values import FlagKind

WORDS = {
    "list": "The options in their order, retired ones too.",
    "add": "One more, the last of its list.",
    "change": "Change what is given, and nothing else.",
    "retire": "Offered no more; what carries it keeps it.",
    "restore": "Offered again.",
}


def router_of(choices: ChoiceList) -> Router:
    """Its operations, below `choices.api.path`."""
    api: Any = choices.api
    return with_operations(Router(tags=[api.tag]), choices)


def with_operations(router: Router, choices: ChoiceList) -> Router:
    """`router`, which may have operations of the app's own, with those of the list."""
    api: Any = choices.api
    for verb, (method, path, status, answer, run, parameters) in _operations(choices).items():
        if verb in api.operations:
            name = api.ids.get(verb, f"{verb}_{api.many if verb == 'list' else api.noun}")
            operation = named_operation(run, name, parameters, api.about.get(verb, WORDS[verb]))
            getattr(router, method)(path, response={status: answer, **RESPONSES})(operation)
    return router


def _operations(choices: ChoiceList) -> dict[str, tuple[Any, ...]]:
    """By verb: method, path, status, shape of the answer, what runs, its parameters."""
    api: Any = choices.api
    out, one, row = shape_out(choices), f"/{{{api.noun}_id}}", {f"{api.noun}_id": int}
    query = {"query": Query[shape_query(choices)]} if choices.scope else {}  # type: ignore[misc]
    new, changed = shape_in(choices), shape_change(choices)

    def find(arguments: dict[str, Any]) -> Any:
        return get_object_or_404(choices.model, pk=arguments[f"{api.noun}_id"])

    def list_options(request: Any, **arguments: Any) -> Any:
        scope = getattr(arguments["query"], choices.scope.name) if choices.scope else None
        rows = choices.rows(scope) if choices.rank else choices.rows(scope).order_by("id")
        return [_told_option(choices, option) for option in rows]

    def add(request: Any, payload: Any) -> Any:
        return Status(201, _told_option(choices, choices.add(by=request.user, **payload.model_dump())))

    def change(request: Any, payload: Any, **arguments: Any) -> Any:
        given = {name: value for name, value in payload.given().items() if not _left_alone(choices, name, value)}
        return _told_option(choices, choices.change(find(arguments), by=request.user, **given))

    def retire(request: Any, **arguments: Any) -> Any:
        choices.retire(find(arguments), by=request.user)
        return Status(204, None)

    def restore(request: Any, **arguments: Any) -> Any:
        return Status(201, _told_option(choices, choices.restore(find(arguments), by=request.user)))

    return {
        "list": ("get", "", 200, list[out], list_options, query),  # type: ignore[valid-type]
        "add": ("post", "", 201, out, add, {"payload": new}),
        "change": ("patch", one, 200, out, change, {**row, "payload": changed}),
        "retire": ("delete", one, 204, None, retire, row),
        "restore": ("post", f"{one}/restorations", 201, out, restore, row),
    }


def _left_alone(choices: ChoiceList, name: str, value: Any) -> bool:
    return value is None and isinstance(choices.own_fields[name].type, FlagKind)


def _told_option(choices: ChoiceList, row: Any) -> dict[str, Any]:
    names = ["id", *(name for name in (choices.code, choices.rank, choices.retired) if name)]
    names += [choices.scope.name] if choices.scope else []
    texts = {name: choices.shown(row, name) for name in choices.own_fields}
    return {name: getattr(row, name) for name in names} | texts
