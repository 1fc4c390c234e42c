"""Declaring and enqueuing jobs. Only this package knows procrastinate."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from django.db import transaction
from django.utils import timezone, translation
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from kameo.core.authorship import current_origin, started_by
from kameo.core.company import company_language, company_zone

log = structlog.get_logger("kameo.jobs")
Function = Callable[..., Any]


@dataclass(frozen=True)
class Job:
    """Work that is done later, declared in an app's `jobs.py`: a leaf, so that its verbs may ask for it.

    A failure is retried `retries` times with growing pauses (10 s, 100 s, …). Jobs with the same `lock` run one after
    the other.
    """

    name: str
    queue: str = "default"
    retries: int = 3
    lock: str | None = None

    def runs(self, function: Function) -> Function:
        """Make the decorated function what this job does: arguments are ids, running it twice must do no harm.

        It runs in the company's language and zone; its writes bear its name, and come from where it was asked for.
        """

        @functools.wraps(function)
        def run(*, _origin: Mapping[str, Any] | None = None, **arguments: Any) -> Any:
            with surroundings(self.name, _origin):
                return function(**arguments)

        strategy = RetryStrategy(max_attempts=self.retries, exponential_wait=10) if self.retries else False
        app.task(name=self.name, queue=self.queue, retry=strategy, lock=self.lock)(run)
        return function

    def defer(self, *, once: bool | str | int = False, **arguments: Any) -> None:
        """Enqueue it in the current transaction: it exists if, and only if, that transaction commits.

        With `once`, nothing happens when one is already waiting (of the same `once`, where that is more than True).
        The savepoint keeps that refusal from aborting the caller's transaction. Raises KeyError when nothing runs it.
        """
        task = app.tasks[self.name]
        waiting = None if once is False else self.name if once is True else f"{self.name}.{once}"
        try:
            with transaction.atomic():
                task.configure(queueing_lock=waiting).defer(**arguments, _origin=current_origin())
        except AlreadyEnqueued:
            log.debug("job already waiting", job=self.name, once=waiting)


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


@contextlib.contextmanager
def surroundings(name: str, origin: Mapping[str, Any] | None = None) -> Iterator[None]:
    """What a job works in: history named after it, the company's zone and language, its name on each log line."""
    with (
        started_by(origin, job=name),
        timezone.override(company_zone()),
        translation.override(company_language()),
        structlog.contextvars.bound_contextvars(job=name),
    ):
        yield
