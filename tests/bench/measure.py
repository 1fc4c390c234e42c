"""What one request costs: wall time, processor time of both sides, queries, and those queries alone."""

from __future__ import annotations

import json
import logging
import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psycopg
from django.db import connection
from django.test import Client

from kameo.core.database import parameters

Milliseconds = float
LONG_ENOUGH = 3.0  # seconds on one address, after which it is asked no more
FEWEST = 5  # times each is asked all the same


@dataclass(frozen=True)
class Case:
    """One address, asked by one of the two clients of the bench."""

    name: str
    client: Client
    path: str
    query: dict[str, Any]
    headers: dict[str, str]
    posts: bool = False

    def ask(self) -> int:
        send = self.client.post if self.posts else self.client.get
        response = send(self.path, self.query, headers=self.headers)
        if response.status_code not in (200, 201, 302):
            raise AssertionError(f"{self.name}: {self.path} answered {response.status_code}")
        return len(response.content)


@dataclass(frozen=True)
class Figures:
    name: str
    p50: Milliseconds
    p95: Milliseconds
    cpu_app: Milliseconds
    cpu_database: Milliseconds
    queries: int
    raw_p50: Milliseconds | None  # None for what writes
    size: int
    times: int

    @property
    def ratio(self) -> float | None:
        return None if self.raw_p50 is None else self.p50 / self.raw_p50

    @property
    def cpu(self) -> Milliseconds:
        return self.cpu_app + self.cpu_database


def measure(case: Case, *, times: int) -> Figures:
    """Warm up, capture the SQL of a warm request, then time requests and that SQL in turn.

    In turn, so that a neighbour's work on a shared machine falls on both.
    """
    for _ in range(3):
        size = case.ask()
    if case.posts:
        return measure_writing(case, size, times=times)
    statements = captured(case.ask)
    whole, raw, app, database = [], [], 0.0, 0.0
    # Not prepared, like Django's own: the fifth run would otherwise skip the planning.
    with psycopg.connect(**parameters(), prepare_threshold=None) as apart:
        replay(apart, statements)
        until = time.monotonic() + LONG_ENOUGH
        while len(whole) < times and (len(whole) < FEWEST or time.monotonic() < until):
            cpu, served = time.process_time(), backend_seconds()
            whole.append(timed(case.ask))
            app += time.process_time() - cpu
            database += backend_seconds() - served
            raw.append(timed(lambda: replay(apart, statements)))
    return Figures(
        case.name,
        statistics.median(whole),
        p95(whole),
        app * 1000 / len(whole),
        database * 1000 / len(whole),
        len(statements),
        statistics.median(raw),
        size,
        len(whole),
    )


def measure_writing(case: Case, size: int, *, times: int) -> Figures:
    """Without the statements alone: written twice, they would not be the same work."""
    queries, whole, cpu, served = len(captured(case.ask)), [], time.process_time(), backend_seconds()
    until = time.monotonic() + LONG_ENOUGH
    while len(whole) < times and (len(whole) < FEWEST or time.monotonic() < until):
        whole.append(timed(case.ask))
    app, database = time.process_time() - cpu, backend_seconds() - served
    return Figures(
        case.name,
        statistics.median(whole),
        p95(whole),
        app * 1000 / len(whole),
        database * 1000 / len(whole),
        queries,
        None,
        size,
        len(whole),
    )


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


def backend_seconds() -> float:
    """Processor seconds the server spent on Django's connection so far; 0 where /proc does not say."""
    try:
        pid = connection.connection.info.backend_pid
        return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9
    except (OSError, ValueError, AttributeError, IndexError):
        return 0.0


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
