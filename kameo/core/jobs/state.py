"""The state of the background work, for `doctor`, `/metrics` and people who wait."""

from __future__ import annotations

from dataclasses import dataclass

import structlog
from django.db import connection, transaction

log = structlog.get_logger("kameo.jobs")

HEARTBEAT = 60  # seconds without a sign of life after which a worker is taken for dead
ATTEMPTS = 5  # a job that was cut short this often is probably what kills the worker: it is set aside
KEPT = 30  # days a failed or cancelled job stays for somebody to look at; successful ones are not kept
LATE = 300  # seconds a due job may wait before somebody should look


@dataclass(frozen=True)
class JobCounts:
    """Counts of jobs. `late` is the part of `waiting` that was due five minutes ago; `stalled` lost its worker."""

    workers: int
    waiting: int
    late: int
    running: int
    stalled: int
    failed: int


QUERY = """
with alive as (
    select id from procrastinate_workers where last_heartbeat > now() - make_interval(secs => %(heartbeat)s)
)
select (select count(*) from alive),
    count(*) filter (where status = 'todo'),
    count(*) filter (where status = 'todo'
        and coalesce(scheduled_at, deferred.at) < now() - make_interval(secs => %(late)s)),
    count(*) filter (where status = 'doing'),
    count(*) filter (where status = 'doing' and (worker_id is null or worker_id not in (select id from alive))),
    count(*) filter (where status = 'failed')
from procrastinate_jobs
left join lateral (
    select max(at) as at from procrastinate_events
    where job_id = procrastinate_jobs.id and procrastinate_jobs.status = 'todo'
) deferred on true
where status in ('todo', 'doing', 'failed')
"""


def read() -> JobCounts:
    """The state now, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(QUERY, {"heartbeat": HEARTBEAT, "late": LATE})
        return JobCounts(*cursor.fetchone())


# A job that runs no longer keeps others with its key out of the queue; kept, the key would refuse its own retry.
FREE_KEY = "update procrastinate_jobs set queueing_lock = null where id = %s and queueing_lock is not null"
STALLED = """
select jobs.id, jobs.task_name, jobs.attempts from procrastinate_jobs jobs
where jobs.status = 'doing' and not exists (
    select from procrastinate_workers workers
    where workers.id = jobs.worker_id and workers.last_heartbeat > now() - make_interval(secs => %s))
for update of jobs skip locked
"""


def retry_stalled() -> int:
    """Put back in the queue the jobs whose worker died (power cut, kill -9); returns how many."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(STALLED, [HEARTBEAT])
        rows = cursor.fetchall()
        for job_id, name, attempts in rows:
            log.warning("job lost its worker", lost=name, job_id=job_id, attempts=attempts)
            if attempts + 1 >= ATTEMPTS:
                cursor.execute("select procrastinate_finish_job_v1(%s, 'failed', false)", [job_id])
            else:
                cursor.execute(FREE_KEY, [job_id])
                cursor.execute("select procrastinate_retry_job_v2(%s, now(), null, null, null)", [job_id])
        return len(rows)


def remove_old() -> int:
    """Delete jobs that ended, one way or another, more than a month ago; returns how many."""
    with connection.cursor() as cursor:
        cursor.execute(
            """delete from procrastinate_jobs where status not in ('todo', 'doing') and not exists (
                select from procrastinate_events events
                where events.job_id = procrastinate_jobs.id and events.at > now() - make_interval(days => %s))""",
            [KEPT],
        )
        return cursor.rowcount


def free_key(job_id: int) -> None:
    """Let another job with the same `once` key wait while this one runs."""
    with connection.cursor() as cursor:
        cursor.execute(FREE_KEY, [job_id])
