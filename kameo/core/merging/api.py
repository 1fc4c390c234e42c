"""Look-alikes and merges of every noun over HTTP: what the pages do, with the same rights."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any

from ninja import Query, Router, Schema, Status
from pydantic import Field, create_model

from kameo.core.access import get_visible, require
from kameo.core.api import Body, Page, PageQuery, page_of
from kameo.core.api.operations import named_operation
from kameo.core.api.pages import PageCursor
from kameo.core.api.problem import RESPONSES
from kameo.core.merging import reading, verbs
from kameo.core.merging.nouns import Mergeable

PAIRS = PageCursor("-score")
Parameters = dict[str, Any]
ID: Any = (int, Field(ge=1, lt=2**63))


@cache
def router_of(noun: Mergeable) -> Router:
    return _MergeOperations(noun).router


class _MergeOperations:
    def __init__(self, noun: Mergeable) -> None:
        api: Any = noun.api
        self.noun, self.api, self.router = noun, api, Router(by_alias=True)
        alike, merges = api.tags
        pair, difference, merge = _pair_schema(noun), _difference_schema(noun), _merge_schema(noun)
        paged: Parameters = {"query": Query[PageQuery]}
        self._add("GET", api.pairs, alike, 200, _page_schema(pair), self.list_pairs, "pairs", _PAIRS, paged)
        both: Parameters = {"payload": create_model(f"{api.schema}PairIn", __base__=Body, first_id=ID, second_id=ID)}
        apart = f"{api.pairs}/differences"
        self._add("POST", apart, alike, 201, difference, self.tell_apart, "apart", _APART, both)
        one: Parameters = {"difference_id": int}
        self._add("DELETE", f"{apart}/{{difference_id}}", alike, 204, None, self.forget_apart, "forget", _FORGET, one)
        self._add("GET", api.merges, merges, 200, _page_schema(merge), self.list_merges, "merges", _MERGES, paged)
        taken: Parameters = {"payload": _merge_in_schema(noun)}
        self._add("POST", api.merges, merges, 201, merge, self.merge, "merge", _MERGE, taken)
        row: Parameters = {"merge_id": int}
        self._add("GET", f"{api.merges}/{{merge_id}}", merges, 200, merge, self.read_merge, "read", _READ, row)
        self._add("POST", f"{api.merges}/{{merge_id}}/undo", merges, api.undo, merge, self.undo, "undo", _UNDO, row)

    def list_pairs(self, request: Any, query: Any) -> Any:
        asked = "_".join(str(part) for part in PAIRS.decode(query.cursor) if part != "") if query.cursor else ""
        pairs, after = reading.pairs_for(self.noun, request.user, after=asked, limit=query.limit)
        place, _bar, last = after.rpartition("_")
        return {"items": pairs, "next": PAIRS.encode([place, int(last)]) if after else None}

    def tell_apart(self, request: Any, payload: Any) -> Any:
        one, other = (self._row(request, pk) for pk in (payload.first_id, payload.second_id))
        return Status(201, verbs.tell_apart(self.noun, one, other, by=request.user))

    def forget_apart(self, request: Any, difference_id: int) -> Any:
        row = reading.one_difference(self.noun, request.user, difference_id)
        verbs.forget_apart(self.noun, row, by=request.user)
        return Status(204, None)

    def list_merges(self, request: Any, query: Any) -> Any:
        return page_of(reading.merges_for(self.noun, request.user), query, order="-id", serialise=list)

    def merge(self, request: Any, payload: Any) -> Any:
        kept, absorbed = (self._row(request, pk) for pk in (payload.kept_id, payload.absorbed_id))
        record = verbs.merge(self.noun, kept, absorbed, by=request.user, choices=payload.choices)
        return Status(201, reading.one_merge(self.noun, request.user, record.pk))

    def read_merge(self, request: Any, merge_id: int) -> Any:
        return reading.one_merge(self.noun, request.user, merge_id)

    def undo(self, request: Any, merge_id: int) -> Any:
        record = reading.one_merge(self.noun, request.user, merge_id)
        require(request.user, self.noun.right)
        verbs.undo_merge(self.noun, record, by=request.user)
        return Status(self.api.undo, reading.one_merge(self.noun, request.user, merge_id))

    def _row(self, request: Any, pk: int) -> Any:
        return get_visible(self.noun.model._default_manager, request.user, pk=pk)

    def _add(
        self,
        method: str,
        path: str,
        tag: str,
        status: int,
        answer: Any,
        run: Callable[..., Any],
        verb: str,
        words: str,
        parameters: Parameters,
    ) -> None:
        name = self.api.ids.get(verb) or _IDS[verb].format(key=self.noun.key)
        operation = named_operation(run, name, parameters, words)
        responses = {status: answer, **RESPONSES}
        self.router.api_operation([method], path, response=responses, tags=[tag])(operation)


def _page_schema(schema: Any) -> Any:
    return Page[schema]  # a schema made just now


def _pair_schema(noun: Mergeable) -> Any:
    api: Any = noun.api
    one = api.one or create_model(f"{api.schema}Twin", __base__=Schema, id=(int, ...), name=(str, ...))
    number: Parameters = {"id": (int, ...)} if api.pair_id else {}
    codes = api.reasons or ", ".join(noun.reasons) + "."
    fields: Parameters = {**number, "first": (one, ...), "second": (one, ...), "score": (int, ...)}
    fields["reasons"] = (list[str], Field(description=codes))
    return create_model(f"{api.schema}PairOut", __base__=Schema, __doc__=_PAIR, **fields)


def _difference_schema(noun: Mergeable) -> Any:
    api: Any = noun.api
    fields: Parameters = dict.fromkeys(("id", "first_id", "second_id"), (int, ...))
    return create_model(f"{api.schema}DifferenceOut", __base__=Schema, **fields, at=(datetime, ...))


def _merge_in_schema(noun: Mergeable) -> Any:
    api: Any = noun.api
    words = api.choices or "Field → kept or absorbed. Defaults otherwise."
    fields: Parameters = {"choices": (dict[str, str], Field({}, description=words))}
    return create_model(f"{api.schema}MergeIn", __base__=Body, kept_id=ID, absorbed_id=ID, **fields)


def _merge_schema(noun: Mergeable) -> Any:
    api: Any = noun.api
    fields: Parameters = dict.fromkeys(("id", "kept_id", "absorbed_id"), (int, ...))
    if api.named:
        fields["absorbed_name"] = (str, ...)
    fields |= {"choices": (dict[str, str], ...), "by_id": (int | None, ...), "at": (datetime, ...)}
    fields |= {"undoable_until": (date, ...), "undone_at": (datetime | None, ...)}
    return create_model(f"{api.schema}MergeOut", __base__=Schema, **fields)


_IDS = {
    "pairs": "list_{key}_duplicates",
    "apart": "tell_{key}s_apart",
    "forget": "forget_{key}s_apart",
    "merges": "list_{key}_merges",
    "merge": "merge_{key}s",
    "read": "read_{key}_merge",
    "undo": "undo_{key}_merge",
}
_PAIR = "Two that may be one; `score` out of 100."
_PAIRS = "Pairs that may be the same, of those you see and may change, the surest first."
_APART = "These two are not the same: they are proposed no more."
_FORGET = "Propose these two again."
_MERGES = "Merges into what you see, the latest first."
_MERGE = "The absorbed one becomes part of the kept one; undoable until `undoable_until`."
_READ = "One merge."
_UNDO = "Both as they were; what was added since stays with the kept one."
