"""What the processes of a recording do. Django is imported here after the tree of the code is chosen."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import Any

HEADING = "=== "


def start(tree: Path) -> None:
    """Make this process one of the recorded code's, at the frozen instant."""
    sys.path.insert(0, str(tree))
    os.environ["PYTHONPATH"] = str(tree)  # for the processes that it starts
    import kameo

    if Path(kameo.__file__).parents[1] != tree:
        raise SystemExit(f"kameo comes from {kameo.__file__}, not from {tree}")
    from tests.net import frozen

    frozen.stop_python_clock()
    import django
    from django.conf import settings
    from django.db.transaction import Atomic

    settings.DATABASES["default"]["OPTIONS"].pop("pool", None)
    settings.ALLOWED_HOSTS = ["testserver"]
    django.setup()
    gc.set_threshold(100_000, 20, 100)  # thousands of requests in a row: look for cycles less often
    Atomic._from_testcase = True  # our own block around each request may hold a durable one


def build(out: Path) -> dict[str, str]:
    from tests.net.building import build

    return build(out, Recording(out / "acts.txt"))


def crawl(role: str, session: str | None, out: Path) -> tuple[list[tuple[str, str]], set[str]]:
    """Visit all that this role finds; returns the requests made and every address seen."""
    from tests.net.crawl import crawl_api, crawl_pages
    from tests.net.visitor import Visitor

    _enter(role)
    visitor, record = Visitor(role, session), Recording(out / f"{role}.txt")
    seen = crawl_pages(visitor, record.keep)
    crawl_api(visitor, record.keep)
    record.write()
    return record.asked, seen


def plan(found: dict[str, tuple[list[tuple[str, str]], set[str]]]) -> list[tuple[str, str]]:
    """What every role is asked besides: what any of them found, examples, patterns that nobody reached."""
    from tests.net.coverage import examples_of_unreached
    from tests.net.examples import EXAMPLES, TYPED
    from tests.net.quota import ONE, Quota

    quota = Quota(ONE)
    asked = [
        (kind, address) for requests, _seen in found.values() for kind, address in requests if kind in {"GET", "API"}
    ]
    chosen = [one for one in dict.fromkeys(asked) if quota.admits(*one)]
    seen = {
        address for requests, addresses in found.values() for address in (*addresses, *(one[1] for one in requests))
    }
    extra = [("GET", address) for address in EXAMPLES] + [("HX", address) for address in TYPED]
    unreached = examples_of_unreached(seen | set(EXAMPLES), asked + extra)
    extra += [("GET", address) for address in unreached]
    return list(dict.fromkeys([*chosen, *extra]))


def complete(role: str, session: str | None, plan: list[tuple[str, str]], out: Path) -> tuple[int, int]:
    """Ask this role what it did not find by itself; returns how many answers there are, and how many errors."""
    from tests.net.visitor import Request, Visitor

    _enter(role)
    visitor, record = Visitor(role, session), Recording.read(out / f"{role}.txt")
    for request in (Request(*one) for one in plan):
        if str(request) not in record.answers:
            record.keep(request, visitor.ask(request))
    record.write()
    return len(record.answers), sum(text.startswith("5") for text in record.answers.values())


def coverage(found: dict[str, tuple[list[tuple[str, str]], set[str]]], plan: list[tuple[str, str]]) -> str:
    from tests.net.coverage import report

    asked = [*plan, *(one for requests, _seen in found.values() for one in requests)]
    return report({address for _kind, address in asked})


def _enter(role: str) -> None:
    """Turn to the copy of the database that is this role's, so that roles can be visited side by side."""
    from django.db import connection

    from tests.net import frozen
    from tests.net.building import copy_of

    connection.close()
    connection.settings_dict["NAME"] = copy_of(role)
    frozen.stop_current_date()
    frozen.tame_chance()
    frozen.keep_files()


class Recording:
    """The answers that one role got, by request."""

    def __init__(self, path: Path, answers: dict[str, str] | None = None) -> None:
        self.path, self.answers = path, answers or {}
        self.asked: list[tuple[str, str]] = []

    @classmethod
    def read(cls, path: Path) -> Recording:
        parts = path.read_text().split(f"\n{HEADING}") if path.exists() else []
        return cls(path, dict(part.removeprefix(HEADING).split("\n", 1) for part in parts if part))

    def keep(self, request: Any, answer: Any) -> None:
        from tests.net.normal import normal

        text = normal(answer)
        if request.kind.startswith("HX") and self.answers.get(f"GET {request.address}") == text:
            return  # htmx gets the whole page: said once
        self.asked.append((request.kind, request.address))
        self.answers[str(request)] = text

    def write(self) -> None:
        self.path.write_text("\n".join(f"{HEADING}{name}\n{text}" for name, text in sorted(self.answers.items())))
