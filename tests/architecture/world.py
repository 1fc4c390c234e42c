"""One of everything at the account of the cast, made over the API, and requests for whatever address exists.

Every text holds MARK: an answer that holds it tells somebody of that account.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import URLPattern, URLResolver, get_resolver

from kameo.core.records import resources
from kameo.core.testing.api import ApiClient
from kameo.core.testing.records import Sample
from kameo.decisions.models.circuit import DecisionStep

MARK = "Zyxvalmorin"
DAY, LATER = "2026-03-02", "2027-03-02"
# Signing in and out, first run and the API answer to other rules, in tests of their own.
APART = ("api/", "sign-in/", "setup/", "i18n/", "__")
WRITES = ("post", "patch", "put", "delete")

# What is made, in order: the name of its id in addresses, the operation, what its body needs beside the required.
STEPS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("site_id", "create_account", {"name": f"{MARK} site", "parent_id": "account_id"}),
    ("person_id", "create_person", {"last_name": f"{MARK} one"}),
    ("second_id", "create_person", {"last_name": f"{MARK} two"}),
    ("committee_id", "create_committee", {"name": f"{MARK} committee"}),
    ("map_id", "create_map", {"name": f"{MARK} map"}),
    ("stake_id", "put_on_map", {}),
    ("second_stake_id", "put_on_map", {"person_id": "second_id"}),
    ("evidence_id", "add_evidence", {"claim": "influence", "value": "3"}),
    ("link_id", "draw_link", {"source_stake_id": "stake_id", "target_stake_id": "second_stake_id"}),
    ("step_id", "add_step", {"name": f"{MARK} step"}),
    ("objective_id", "add_objective", {}),
    ("decision_id", "decide", {}),
    ("departure_id", "open_departure", {}),
    ("task_id", "add_task", {}),
    ("refusal_id", "refuse_channel", {}),
    ("argument_id", "add_argument", {"title": f"{MARK} argument", "text": MARK}),
    ("segment_id", "create_segment", {"name": f"{MARK} segment", "filters": {"q": "zyx"}}),
    ("view_id", "create_view", {"name": f"{MARK} view"}),
)
# Lists whose first item stands for an id.
FIRST = {
    "position_id": "list_positions",
    "criterion_id": "list_criteria",
    "term_id": "list_terms",
    "place_id": "list_places",
    "member_id": "list_members",
}


@dataclass(frozen=True)
class Operation:
    name: str
    method: str
    path: str
    body: dict[str, Any] | None

    @property
    def writes(self) -> bool:
        return self.method in WRITES


@dataclass
class World:
    """`ids` are by the names that addresses give them."""

    ids: dict[str, Any] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)


def document() -> dict[str, Any]:
    from kameo.config.api import api

    found: dict[str, Any] = api.get_openapi_schema()
    return found


def operations(schema: dict[str, Any]) -> Iterator[Operation]:
    for path, methods in schema["paths"].items():
        for method, told in methods.items():
            content = told.get("requestBody", {}).get("content", {})
            body = content.get("application/json", {}).get("schema")
            yield Operation(told["operationId"], method, path.removeprefix("/api/v1"), body)


def build(account: Any, director: Any) -> World:
    """One of everything at `account`, as the director makes it."""
    schema, me, world = document(), ApiClient(director), World({"account_id": account.pk, "user_id": director.pk})
    known = {operation.name: operation for operation in operations(schema)}
    for resource in resources:
        row = resource.add(
            account if resource.parent else None,
            by=director,
            **_marked(Sample(resource, director, _GIVEN.get(resource.key)).values()),
        )
        world.ids |= {f"{resource.key}_id": row.pk, resource.key: row.pk}
    for name, operation, more in STEPS:
        answer = ask(me, known[operation], world, schema, more)
        if answer.status_code < 300:
            world.ids[name] = answer.json().get("id")
        else:
            world.missing.append(f"{operation}: {answer.content.decode()[:200]}")
    world.ids["step_id"] = DecisionStep.objects.latest("pk").pk
    for name, operation in FIRST.items():
        found = ask(me, known[operation], world, schema).json()
        rows = found["items"] if isinstance(found, dict) else found
        world.ids[name] = rows[0]["id"]
    return world


def ask(
    client: ApiClient, operation: Operation, world: World, schema: dict[str, Any], more: dict[str, Any] | None = None
) -> Any:
    """The answer to the operation at the world's ids, with the least body that its schema takes."""
    path = re.sub(r"{(\w+)}", lambda match: str(_id_at(match[1], operation.path, world)), operation.path)
    if operation.method == "get":
        return client.get(path)
    body = None
    if operation.body is not None:
        filled = {name: world.ids.get(value, value) for name, value in (more or {}).items() if isinstance(value, str)}
        body = sample(operation.body, schema, world) | {**(more or {}), **filled}
    if operation.method == "delete":
        return client.delete(path)
    return getattr(client, operation.method)(path, body)


def sample(shape: dict[str, Any], schema: dict[str, Any], world: World, name: str = "") -> Any:
    """The least value that fits: the ids of the world, the first of what may be chosen."""
    if "$ref" in shape:
        shape = schema["components"]["schemas"][shape["$ref"].rsplit("/", 1)[1]]
    if "anyOf" in shape or "allOf" in shape:
        return sample((shape.get("anyOf") or shape["allOf"])[0], schema, world, name)
    if "enum" in shape:
        return shape["enum"][0]
    if name in world.ids:
        return world.ids[name]
    kind = shape.get("type")
    if kind == "object":
        asked = shape.get("required", [])
        return {one: sample(shape["properties"][one], schema, world, one) for one in asked}
    if kind == "array":
        return [sample(shape["items"], schema, world, name.removesuffix("s"))]
    return _plain_sample(kind, shape, name)


def _plain_sample(kind: Any, shape: dict[str, Any], name: str) -> Any:
    if kind in {"integer", "number"}:
        return int(shape.get("minimum", 1))
    if kind == "boolean":
        return False
    if shape.get("format") == "date":
        return DAY
    if shape.get("format") == "date-time":
        return f"{DAY}T10:00:00Z"
    return f"{MARK} {name}"[: shape.get("maxLength", 80)]


def _id_at(name: str, path: str, world: World) -> Any:
    for resource in resources:
        if resource.api is not None and path.startswith(f"{resource.api.path}/{{"):
            return world.ids[resource.key]
    return world.ids.get(name, 1)


def pages() -> Iterator[URLPattern]:
    """Every address of the site but the API's."""
    yield from _patterns(get_resolver().url_patterns, "")


def _patterns(patterns: list[Any], prefix: str) -> Iterator[Any]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern.url_patterns, route)
        elif not route.startswith(APART):
            pattern.whole = route
            yield pattern


def address_of(pattern: Any, world: World) -> str:
    """Its address at the world's ids; a word where a word is asked for."""
    resource = pattern.default_args.get("resource")
    names = {"parent_id": world.ids["account_id"], "record_id": world.ids.get(resource)}

    def fill(match: re.Match[str]) -> str:
        kind, name = match[1] or "str", match[2]
        return str(names.get(name) or world.ids.get(name, 1 if kind.startswith("int") else "a"))

    return "/" + re.sub(r"<(?:(\w+):)?(\w+)>", fill, pattern.whole).replace("^", "").replace("$", "")


def _marked(values: dict[str, Any]) -> dict[str, Any]:
    """Every text says whose it is."""
    words = {"name", "text", "title", "number", "evidence", "note", "subject"}
    return {name: f"{MARK} {name}" if name in words else value for name, value in values.items()}


_GIVEN: dict[str, dict[str, Any]] = {
    "document": {"file": lambda number: SimpleUploadedFile("sample.txt", MARK.encode(), content_type="text/plain")},
    "invoice": {"currency": "EUR", "due_on": None, "lines": [], "number": "F-{}".format},
}
