"""How the background work is doing, for `doctor`, `/metrics` and people who wait."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

HEARTBEAT = 60  # seconds without a sign of life after which a worker is taken for dead
LATE = 300  # seconds a due job may wait before somebody should look


@dataclass(frozen=True)
class State:
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


def read() -> State:
    """The state now, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(QUERY, {"heartbeat": HEARTBEAT, "late": LATE})
        return State(*cursor.fetchone())
