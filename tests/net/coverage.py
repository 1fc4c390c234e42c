"""Which patterns of the resolver a recording reached, and addresses for those it did not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

CONVERTER = re.compile(r"<(?:(\w+):)?\w+>")
AFTER = re.compile(r"/([^/]+)/(\d+)(?=/|$)")


def report(asked: set[str]) -> str:
    """How many patterns were reached, and which were not."""
    reached, every = {_route(address) for address in asked}, list(routes())
    missed = [route for route in every if route not in reached]
    lines = [f"{len(every) - len(missed)} of {len(every)} patterns of the resolver were asked for."]
    return "\n".join([*lines, *(f"  never: /{route}" for route in missed)]) + "\n"


def routes() -> Iterator[str]:
    """Every pattern of the site, once."""
    yield from dict.fromkeys(_routes(get_resolver().url_patterns, ""))


def _routes(patterns: Iterable[URLPattern | URLResolver], prefix: str) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, prefix + str(pattern.pattern))
        else:
            yield prefix + (str(pattern.pattern).removeprefix("^") if prefix else str(pattern.pattern))


def _route(address: str) -> str | None:
    try:
        return resolve(urlsplit(address).path).route
    except Resolver404:
        return None


def examples_of_unreached(seen: set[str], asked: Iterable[tuple[str, str]]) -> Iterator[str]:
    """For each pattern that nobody asked for, the address seen that fits it, or one with ids seen after its words."""
    reached = {_route(address) for _kind, address in asked}
    known: dict[str, list[str]] = defaultdict(list)
    for address in sorted(seen):
        for word, number in AFTER.findall(urlsplit(address).path):
            if number not in known[word]:
                known[word].append(number)
    fitting = {_route(address): address for address in sorted(seen, reverse=True)}
    for route in routes():
        if route not in reached:
            yield fitting.get(route) or _example(route, known)


def _example(route: str, known: dict[str, list[str]]) -> str:
    """`route` with the first id seen after the same word, and "a" for what is no number."""
    address = ""
    for part in route.strip("$/").split("/"):
        fill = (known.get(address.rsplit("/", 1)[-1]) or ["1"])[0]
        address += "/" + CONVERTER.sub(lambda match, fill=fill: fill if match[1] in {"int", None} else "a", part)
    return f"{address}/" if route.endswith("/") else address
