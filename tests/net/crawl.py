"""What one role is asked to visit: its pages from the front door on, then what the API's document describes."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterator
from urllib.parse import urlencode, urljoin

from tests.net.examples import FIRST
from tests.net.links import numbers_of, requests_of
from tests.net.openapi import OPENAPI
from tests.net.quota import NARROW, WIDE, Limits, Quota, pattern_of
from tests.net.visitor import Answer, Request, Visitor

Keep = Callable[[Request, Answer], None]
TEXTS = {"q": "val"}  # what is looked for when a filter is free text
DAY, NUMBER = "2026-06-30", "2"
THOROUGH = {"director", "kam"}  # who sees everything, and who sees a part; the others show what rights change
METHOD_NOT_ALLOWED = 405


def _limits(role: str) -> Limits:
    return WIDE if role in THOROUGH else NARROW


def crawl_pages(visitor: Visitor, keep: Keep) -> set[str]:
    """Follow what pages name, as far as the quota allows; returns every address seen, visited or not."""
    quota, seen = Quota(_limits(visitor.role)), set()
    waiting = deque(Request("GET", address) for address in FIRST)
    twice: set[str] = set()
    while waiting:
        request = waiting.popleft()
        if str(request) in seen:
            continue
        seen.add(str(request))
        if not quota.admits(request.kind, request.address):
            continue
        answer = visitor.ask(request)
        keep(request, answer)
        if answer.status == METHOD_NOT_ALLOWED:
            quota.close(request.kind, request.address)
        if "Location" in answer.headers:
            waiting.append(Request("GET", urljoin(request.address, answer.headers["Location"])))
        if answer.is_html and answer.status == 200:
            waiting.extend(requests_of(answer.body, request.address))
            if request.kind == "GET" and pattern_of(request.address) not in twice:
                twice.add(pattern_of(request.address))
                waiting.append(Request("HX", request.address))
    return {name.split(" ", 1)[1] for name in seen}


def crawl_api(visitor: Visitor, keep: Keep) -> None:
    """Every GET operation of the document, with ids that its lists gave and each parameter in turn."""
    answer = visitor.ask(Request("API", OPENAPI))
    if _limits(visitor.role) == WIDE:  # the same for everybody
        keep(Request("API", OPENAPI), answer)
    document = json.loads(answer.body)
    known: dict[str, list[int]] = {}
    quota = Quota(_limits(visitor.role))
    paths = [(path, verbs["get"]) for path, verbs in document["paths"].items() if "get" in verbs]
    for path, operation in sorted(paths, key=lambda one: (one[0].count("{"), one[0])):
        for position, address in enumerate(_filled(path, known, quota.limits.objects)):
            queries = _queries(operation, document) if position == 0 and quota.limits == WIDE else iter(())
            for request in (Request("API", one) for one in (address, *(f"{address}?{query}" for query in queries))):
                if quota.admits("API", request.address):
                    answer = visitor.ask(request)
                    keep(request, answer)
                    _learn(path, answer, known)


def _learn(path: str, answer: Answer, known: dict[str, list[int]]) -> None:
    """Remember the ids of a list under the word that its members' addresses begin with."""
    if answer.status != 200 or "json" not in answer.content_type:
        return
    numbers = known.setdefault(path.rsplit("/", 1)[1], [])
    numbers.extend(number for number in numbers_of(answer.body) if number not in numbers)


def _filled(path: str, known: dict[str, list[int]], most: int) -> Iterator[str]:
    """The path with its first ids; deeper ones are the first of their kind, or 1."""
    before, brace, rest = path.partition("{")
    if not brace:
        yield path
        return
    after = rest.partition("}")[2]
    for number in known.get(before.rstrip("/").rsplit("/", 1)[1], [1])[:most] or [1]:
        yield from _filled(f"{before}{number}{after}", known, most)


def _queries(operation: dict, document: dict) -> Iterator[str]:
    for parameter in operation.get("parameters", ()):
        if parameter["in"] == "query":
            for value in _values(parameter["name"], parameter["schema"], document):
                yield urlencode({parameter["name"]: value})


def _values(name: str, schema: dict, document: dict) -> list[str]:
    """One or two values that fit the parameter."""
    for inner in (*schema.get("allOf", ()), *schema.get("anyOf", ())):
        if inner.get("type") != "null":
            return _values(name, inner, document)
    if "$ref" in schema:
        return _values(name, document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]], document)
    if "enum" in schema:
        return [str(value) for value in schema["enum"][:2]]
    if schema.get("type") == "array":
        return _values(name, schema["items"], document)
    if schema.get("format") == "date":
        return [DAY]
    return {"boolean": ["true"], "integer": [NUMBER], "number": [NUMBER]}.get(
        schema.get("type", ""), [TEXTS[name]] if name in TEXTS else []
    )
