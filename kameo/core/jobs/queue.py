"""Declaring and enqueuing jobs. Only this package knows procrastinate."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator
from typing import Any

import pghistory
import structlog
from django.db import transaction
from django.utils import timezone, translation
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from kameo.core.company import company_language, company_zone

log = structlog.get_logger("kameo.jobs")
Function = Callable[..., Any]


def job(
    name: str, *, queue: str = "default", retries: int = 3, lock: str | None = None
) -> Callable[[Function], Function]:
    """Make the decorated function a job: arguments are ids, running it twice must do no harm.

    A failure is retried `retries` times with growing pauses (10 s, 100 s, …). Jobs with the same `lock` run one
    after the other. The function runs in the company's language and zone, its writes bear the job's name.
    """

    def decorate(function: Function) -> Function:
        @functools.wraps(function)
        def run(**arguments: Any) -> Any:
            with surroundings(name):
                return function(**arguments)

        strategy = RetryStrategy(max_attempts=retries, exponential_wait=10) if retries else False
        app.task(name=name, queue=queue, retry=strategy, lock=lock)(run)
        return function

    return decorate


def periodic(cron: str, *, name: str) -> Callable[[Function], Function]:
    """Run the decorated function on a cron schedule (UTC), once for all workers.

    A time that passed while no worker ran is caught up at the next start, once, within a day.
    """

    def decorate(function: Function) -> Function:
        @functools.wraps(function)
        def run(timestamp: int = 0) -> Any:
            with surroundings(name):
                return function()

        app.periodic(cron=cron)(app.task(name=name, queueing_lock=name)(run))
        return function

    return decorate


def defer(name: str, *, once: str | None = None, **arguments: Any) -> None:
    """Enqueue the job `name` in the current transaction: it exists if, and only if, that transaction commits.

    With `once`, nothing happens when a job with the same key is already waiting. The savepoint keeps that
    refusal from aborting the caller's transaction. Raises KeyError when no job has that name.
    """
    task = app.tasks[name]
    try:
        with transaction.atomic():
            task.configure(queueing_lock=once).defer(**arguments)
    except AlreadyEnqueued:
        log.debug("job already waiting", job=name, once=once)


@contextlib.contextmanager
def surroundings(name: str) -> Iterator[None]:
    """What a job works in: history named after it, the company's zone and language, its name on each log line."""
    with (
        pghistory.context(job=name),
        timezone.override(company_zone()),
        translation.override(company_language()),
        structlog.contextvars.bound_contextvars(job=name),
    ):
        yield
