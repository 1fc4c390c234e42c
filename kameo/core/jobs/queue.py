"""The only module that knows procrastinate."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import pghistory
import structlog
from django.db import close_old_connections, transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

log = structlog.get_logger("kameo.jobs")
Function = Callable[..., Any]


def job(
    name: str, *, queue: str = "default", retries: int = 3, lock: str | None = None
) -> Callable[[Function], Function]:
    """Make the decorated function a job: arguments are ids, running it twice must do no harm.

    A failure is retried `retries` times with growing pauses (10 s, 100 s, …); the history context names the job.
    """

    def decorate(function: Function) -> Function:
        @functools.wraps(function)
        def run(**arguments: Any) -> Any:
            close_old_connections()
            with pghistory.context(job=name):
                return function(**arguments)

        strategy = RetryStrategy(max_attempts=retries, exponential_wait=10) if retries else False
        app.task(name=name, queue=queue, retry=strategy, lock=lock)(run)
        return function

    return decorate


def periodic(cron: str, *, name: str) -> Callable[[Function], Function]:
    """Run the decorated function on a cron schedule (UTC), once for all workers."""

    def decorate(function: Function) -> Function:
        @functools.wraps(function)
        def run(timestamp: int) -> Any:
            close_old_connections()
            with pghistory.context(job=name):
                return function()

        app.periodic(cron=cron)(app.task(name=name, queueing_lock=name)(run))
        return function

    return decorate


def defer(name: str, *, once: str | None = None, **arguments: Any) -> None:
    """Enqueue the job `name` in the current transaction.

    With `once`, nothing happens when a job with the same key is already waiting. The savepoint keeps that
    refusal from aborting the caller's transaction. Raises KeyError when no job has that name.
    """
    task = app.tasks[name]
    try:
        with transaction.atomic():
            task.configure(queueing_lock=once).defer(**arguments)
    except AlreadyEnqueued:
        log.debug("job already waiting", job=name, key=once)


def work_until_empty() -> None:
    """Run every waiting job in this process (tests, `kameo demo`, commands that wait)."""
    app.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)
