"""What one request costs: processor time of both sides, queries, bytes, wall time, and those queries alone."""

from __future__ import annotations

import json
import logging
import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from itertools import cycle
from pathlib import Path
from typing import Any

import psycopg
from django.db import connection
from django.test import Client

from kameo.core.database import parameters
from tests.bench.plans import readings
from tests.bench.processors import database_seconds
from tests.bench.served import Served

Milliseconds = float
LONG_ENOUGH = 3.0  # seconds on one address, after which it is asked no more
FEWEST = 5  # times each is asked all the same
BATCHES = 3  # of which the cheapest counts: a neighbour's work makes the others dearer


class Case:
    """One address, asked by one of the clients of the bench.

    What writes is sent to `paths` in turn, each the address of another record: none of them grows with the bench, and
    none is measured elsewhere.
    """

    def __init__(
        self,
        name: str,
        client: Client,
        path: str,
        query: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
        paths: list[str] | None = None,
    ) -> None:
        self.name, self.client, self.query, self.headers = name, client, query or {}, headers or {}
        self.writes = bool(paths)
        self.path, self._paths = path, cycle(paths or [path])

    def ask(self) -> int:
        """The bytes of the answer, before compression."""
        path = next(self._paths)
        send = self.client.post if self.writes else self.client.get
        response = send(path, self.query, headers=self.headers)
        if response.status_code not in (200, 201, 302):
            raise AssertionError(f"{self.name}: {path} answered {response.status_code}")
        return len(response.content)


@dataclass(frozen=True)
class Figures:
    """Of one case. `served` is the processor time through the real server and `sent` the bytes that it sends
    compressed; None where they were not asked. `read` are the large tables of which it reads most rows (`plans`).
    """

    name: str
    p50: Milliseconds
    p95: Milliseconds
    cpu_app: Milliseconds
    cpu_database: Milliseconds
    queries: int
    raw_p50: Milliseconds | None  # None for what writes
    size: int
    times: int
    served: Milliseconds | None = None
    sent: int | None = None
    read: list[str] = field(default_factory=list)

    @property
    def ratio(self) -> float | None:
        return None if self.raw_p50 is None else self.p50 / self.raw_p50

    @property
    def cpu(self) -> Milliseconds:
        return self.cpu_app + self.cpu_database


def measure(case: Case, *, times: int, batches: int = BATCHES, server: Served | None = None) -> Figures:
    """Warm up, then the processor time of requests, then requests and their SQL timed in turn.

    In turn, so that a neighbour's work on a shared machine falls on both.
    """
    for _ in range(3):
        size = case.ask()
    # Settings and definitions are read anew every few seconds: not of the page that meets it.
    statements = min((captured(case.ask) for _ in range(3)), key=len)
    app, database = processor_time(case.ask, times, batches)
    whole, raw = wall_time(case.ask, [] if case.writes else statements, times)
    served, sent = (None, None) if server is None or case.writes else through(server, case, times)
    return Figures(
        case.name,
        statistics.median(whole),
        p95(whole),
        app,
        database,
        len(statements),
        None if case.writes else statistics.median(raw),
        size,
        len(whole),
        served,
        sent,
        [] if case.writes else readings(statements),
    )


def processor_time(ask: Callable[[], object], times: int, batches: int) -> tuple[Milliseconds, Milliseconds]:
    """(application, database) of one request, of the cheapest batch."""
    found = []
    for _ in range(batches):
        started, app, database, asked = time.monotonic(), time.process_time(), database_seconds(), 0
        while asked < times and (asked < FEWEST or time.monotonic() - started < LONG_ENOUGH / BATCHES):
            ask()
            asked += 1
        spent = time.process_time() - app, database_seconds() - database
        found.append(((spent[0]) * 1000 / asked, spent[1] * 1000 / asked))
    return min(found, key=sum)


def wall_time(
    ask: Callable[[], object], statements: list[str], times: int
) -> tuple[list[Milliseconds], list[Milliseconds]]:
    """(requests, their statements alone), in turn."""
    whole, raw = [], []
    # Not prepared, like Django's own: the fifth run would otherwise skip the planning.
    with psycopg.connect(**parameters(), prepare_threshold=None) as apart:
        replay(apart, statements)
        until = time.monotonic() + LONG_ENOUGH
        while len(whole) < times and (len(whole) < FEWEST or time.monotonic() < until):
            whole.append(timed(ask))
            raw.append(timed(lambda: replay(apart, statements)))
    return whole, raw


def through(server: Served, case: Case, times: int) -> tuple[Milliseconds, int]:
    """(processor time of server and database, bytes sent) of one request over a connection that stays open."""
    ask = server.asking(case.client, case.path, case.query, case.headers)
    for _ in range(3):
        sent = ask()
    best = float("inf")
    for _ in range(BATCHES):
        started, spent, asked = time.monotonic(), server.seconds() + database_seconds(), 0
        while asked < times and (asked < FEWEST or time.monotonic() - started < LONG_ENOUGH / BATCHES):
            ask()
            asked += 1
        best = min(best, (server.seconds() + database_seconds() - spent) * 1000 / asked)
    return best, sent


def keep(figures: list[Figures], place: Path) -> None:
    """For the table of growth: two volumes do not fit in one database, nor in one process."""
    place.write_text(json.dumps([asdict(each) for each in figures]), encoding="utf-8")


def kept(place: Path) -> list[Figures]:
    return [Figures(**each) for each in json.loads(place.read_text(encoding="utf-8"))]


def captured(ask: Callable[[], object]) -> list[str]:
    """Every statement of one request, its parameters filled in as Django's cursor does."""
    statements: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        statements.append(context["cursor"].cursor.mogrify(sql, params) if params else sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        ask()
    return statements


def replay(apart: psycopg.Connection, statements: list[str]) -> None:
    """The statements alone, rows fetched as tuples; what they write is taken back."""
    for statement in statements:
        cursor = apart.execute(statement.encode())
        if cursor.description:
            cursor.fetchall()
    apart.rollback()


def timed(run: Callable[[], object]) -> Milliseconds:
    started = time.perf_counter()
    run()
    return (time.perf_counter() - started) * 1000


def p95(values: list[float]) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


@contextmanager
def quiet() -> Iterator[None]:
    """Requests are not logged: a terminal would be part of what is measured."""
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


def machine() -> str:
    """How busy the machine is, said beside the figures."""
    one, five, _ = os.getloadavg()
    return f"{os.cpu_count()} cores, load average {one:.1f} (1 min) and {five:.1f} (5 min)"
