"""The operations of a resource over HTTP: list, add, read, change, bin, restore."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Header, Query, Router, Status

from kameo.core.access import get_visible
from kameo.core.acting import refuse_unknown_fields
from kameo.core.api.operations import named_operation
from kameo.core.api.pages import Page, page_of
from kameo.core.api.problem import RESPONSES
from kameo.core.kinds.values import ChoiceKind
from kameo.core.records.fields import Field
from kameo.core.records.reading import named_row, one_binned, one_visible, seen_ids, visible_rows
from kameo.core.records.resource import Resource, narrowings
from kameo.core.records.schemas import schema_change, schema_detail, schema_in, schema_out, schema_query
from kameo.core.records.versions import version_of

Parameters = dict[str, Any]
IF_MATCH = Header(None, alias="If-Match", description="The ETag of what you read: 409 when somebody changed it since.")
_COMPANY_OWN = "custom"


@cache
def router_of(resource: Resource) -> Router:
    """Its router, with its operations; an app adds its own to it."""
    api: Any = resource.api
    operations = _Operations(resource, Router(tags=[api.tag]))
    operations.install()
    return operations.router


class _Operations:
    def __init__(self, resource: Resource, router: Router) -> None:
        self.resource, self.router = resource, router
        self.api: Any = resource.api
        self.id_name = self.api.id_name or f"{self.api.noun}_id"
        self.out, self.detail = schema_out(resource), schema_detail(resource)

    def install(self) -> None:
        one, get, post = f"/{{{self.id_name}}}", self.router.get, self.router.post
        row: Parameters = {self.id_name: int}
        if self.api.order:
            asked: Any = schema_query(self.resource)
            query, page = Query[asked], Page[self.out]  # type: ignore[misc, name-defined]
            self._add(get, "", 200, page, self.list_records, "list", _LIST, query=query)
        self._add(post, "", 201, self.detail, self.add_record, "add", _ADD, payload=schema_in(self.resource))
        self._add(get, one, 200, self.detail, self.read_record, "read", _READ, **row)
        changing: Parameters = {**row, "payload": schema_change(self.resource), "if_match": (str | None, IF_MATCH)}
        self._add(self.router.patch, one, 200, self.detail, self.change_record, "change", _CHANGE, **changing)
        if self.resource.binnable:
            self._add(self.router.delete, one, 204, None, self.bin_record, "bin", _BIN, **row)
            self._add(post, f"{one}/restorations", 201, self.detail, self.restore_record, "restore", _RESTORE, **row)
        else:
            self._add(self.router.delete, one, 204, None, self.bin_record, "remove", _REMOVE, **row)

    def list_records(self, request: Any, query: Any) -> Any:
        rows, above = visible_rows(self.resource, request.user), self.resource.above
        if not self.resource.seen:
            rows = rows.select_related(None)  # a list tells the number of what its records hang below
        if above and (pk := getattr(query, f"{above.attribute}_id")):
            rows = rows.filter(**{f"{above.attribute}_id": pk})
        if narrowing := narrowings.get(self.resource.key):
            rows = narrowing.apply(rows, request.user, query.model_dump(by_alias=True))
        if self.api.narrow:
            rows = self.api.narrow(rows, query, request.user)
        return page_of(rows, query, order=self.api.order, serialise=lambda found: self._told(found, request.user))

    def add_record(self, request: Any, payload: Any) -> Any:
        given, above = payload.given(), self.resource.above
        parent = None
        if above:
            model: Any = self.resource.model._meta.get_field(above.attribute).related_model
            parent = get_visible(model.objects, request.user, pk=given.pop(f"{above.attribute}_id"))
        row = self.resource.add(parent, by=request.user, **self._values(given, request.user))
        return Status(201, self._told([self._again(row, request.user)], request.user)[0])

    def read_record(self, request: Any, response: HttpResponse, **path: Any) -> Any:
        return self._versioned(self._one(request, path), request, response)

    def change_record(
        self, request: Any, response: HttpResponse, payload: Any, if_match: str | None, **path: Any
    ) -> Any:
        row, values = self._one(request, path), self._values(payload.given(), request.user)
        version = (if_match or "").removeprefix("W/").strip('"')
        row = self.resource.change(row, by=request.user, version=version, **values)
        return self._versioned(self._again(row, request.user), request, response)

    def bin_record(self, request: Any, **path: Any) -> Any:
        self.resource.bin(self._one(request, path), by=request.user)
        return Status(204, None)

    def restore_record(self, request: Any, **path: Any) -> Any:
        row = one_binned(self.resource, request.user, path[self.id_name])
        row = self._again(self.resource.restore(row, by=request.user), request.user)
        return Status(201, self._told([row], request.user)[0])

    def _one(self, request: Any, path: Parameters) -> Any:
        return one_visible(self.resource, request.user, path[self.id_name])

    def _again(self, row: Any, user: Any) -> Any:
        """The record with what telling it needs, and what the database computes."""
        if self.resource.seen:
            return one_visible(self.resource, user, row.pk)
        computed = any(field.computed for field in self.resource.all_fields())
        if computed or any(column.generated for column in row._meta.concrete_fields):
            row.refresh_from_db()
        return row

    def _versioned(self, row: Any, request: HttpRequest, response: HttpResponse) -> Any:
        response.headers["ETag"] = f'"{version_of(self.resource, row)}"'
        return self._told([row], request.user)[0]

    def _told(self, rows: list[Any], user: Any) -> list[Any]:
        """A record that the reader may not see has no number for them either: one query for each such field."""
        fields = self.resource.all_fields()
        told: list[dict[str, Any]] = [{one.public: one.plain(row) for one in fields if one.within} for row in rows]
        for field in fields:
            kind: Any = field.type
            if not (field.is_reference and kind.private):
                continue
            seen = seen_ids(field, rows, user)
            for row, custom in zip(rows, told, strict=True):
                pk = field.plain(row) if field.plain(row) in seen else None
                if field.within:
                    custom[field.public] = pk
                else:
                    setattr(row, field.public, pk)
        if self.resource.extensible:
            for row, custom in zip(rows, told, strict=True):
                row.custom = custom
        return rows

    def _values(self, given: dict[str, Any], user: Any) -> dict[str, Any]:
        """The verb's fields: records instead of their numbers, 404 for what the user may not see."""
        known = {field.public: field for field in self.resource.all_fields() if not field.within}
        own = {field.public: field for field in self.resource.all_fields() if field.within}
        custom = given.pop(_COMPANY_OWN, None) or {}
        refuse_unknown_fields(custom, own)
        pairs = [(known[name], value) for name, value in given.items() if name in known]
        pairs += [(own[name], value) for name, value in custom.items()]
        more = {name: value for name, value in given.items() if name not in known}
        return more | {field.name: _value_of(field, value, user) for field, value in pairs}

    def _add(
        self,
        method: Callable[..., Any],
        path: str,
        status: int,
        answer: Any,
        view: Callable[..., Any],
        verb: str,
        words: str,
        **parameters: Any,
    ) -> None:
        if verb in self.api.without:
            return
        name = self.api.ids.get(verb, f"{self.api.noun}_{verb}")
        responses = {status: answer, **RESPONSES}
        method(path, response=responses, operation_id=name, summary=words)(named_operation(view, name, parameters))


def _value_of(field: Field, value: Any, user: Any) -> Any:
    """As the verb takes it: nothing chosen is empty, a record stands for its number."""
    if isinstance(field.kind, ChoiceKind):
        return field.kind.empty if value is None else value
    return named_row(field, value, user) if field.is_reference and value is not None else value


_LIST = "Those you may see."
_ADD = "A new one."
_READ = "One of them."
_CHANGE = "Change what is given, and nothing else."
_BIN = "Into the bin."
_REMOVE = "Out of the list; refused while something names it."
_RESTORE = "Out of the bin."
