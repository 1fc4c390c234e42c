"""The worker: two jobs at a time, a graceful stop, and patience while the database restarts."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable
from typing import Any

import psycopg
import psycopg_pool
import structlog
from procrastinate.contrib.django import DjangoApp, app
from procrastinate.exceptions import ConnectorException
from procrastinate.job_context import JobContext

from kameo.core.jobs import state

log = structlog.get_logger("kameo.worker")
GRACE = 15.0  # seconds a running job has when the worker is asked to stop; it is run again later otherwise
CATCH_UP = 86_400.0  # seconds: what should have run while nothing was on runs at the start
LONGEST_PAUSE = 30.0
ABSENT = (ConnectorException, psycopg.OperationalError, psycopg_pool.PoolTimeout, OSError)


def run(*, concurrency: int = 2) -> None:
    """Work until SIGTERM or SIGINT. A database that goes away is waited for, with growing pauses."""
    asyncio.run(_work(concurrency))


async def _work(concurrency: int) -> None:
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopping.set)
    pause = 0.5
    while not stopping.is_set():
        started = loop.time()
        try:
            await _work_until(stopping, concurrency)
        except ABSENT as error:
            log.warning("the database does not answer, waiting for it", reason=str(error).strip())
        if loop.time() - started > LONGEST_PAUSE:
            pause = 0.5
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stopping.wait(), pause)
        pause = min(pause * 2, LONGEST_PAUSE)


async def _work_until(stopping: asyncio.Event, concurrency: int) -> None:
    """One connected spell of work; ends at a stop, or when the connection is lost."""
    worker_app = _connected_app()
    async with worker_app.open_async():
        worker = worker_app._worker(
            concurrency=concurrency,
            install_signal_handlers=False,
            shutdown_graceful_timeout=GRACE,
            fetch_job_polling_interval=2.0,
            delete_jobs="successful",
        )
        work = asyncio.create_task(worker.run())
        stop = asyncio.create_task(stopping.wait())
        log.info("worker started", concurrency=concurrency)
        await asyncio.wait({work, stop}, return_when=asyncio.FIRST_COMPLETED)
        worker.stop()
        stop.cancel()
        await work
        log.info("worker stopped")


def _connected_app() -> DjangoApp:
    """An app of its own for fetching jobs: what jobs themselves enqueue stays in Django's transaction."""
    connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
    connected = DjangoApp(
        connector=connector, periodic_defaults={"max_delay": CATCH_UP}, worker_defaults={"task_middleware": [_free_key]}
    )
    connected.tasks = app.tasks
    connected.periodic_registry = app.periodic_registry
    return connected


def _free_key(call_next: Callable[[], Any], context: JobContext, worker: Any) -> Any:
    """Around each job, in its thread: its `once` key is free as soon as it runs."""
    if context.job.queueing_lock and context.job.id:
        state.free_key(context.job.id)
    return call_next()
