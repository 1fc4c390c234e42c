"""Jobs whose worker died come back; those that kill their worker are set aside."""

from __future__ import annotations

import pytest
from django.db import connection

from kameo.core.jobs import Job, state

pytestmark = pytest.mark.django_db
LOST = Job("test.lost")


@LOST.runs
def lost() -> None:
    pass


def started_by_a_worker(*, silent_for: int, attempts: int = 0, once: str | None = None) -> int:
    """A job that a worker took, whose last sign of life is `silent_for` seconds old; returns its id."""
    LOST.defer(once=once or False)
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_workers (last_heartbeat) "
            "values (now() - make_interval(secs => %s)) returning id",
            [silent_for],
        )
        worker = cursor.fetchone()[0]
        cursor.execute(
            "update procrastinate_jobs set status = 'doing', worker_id = %s, attempts = %s "
            "where status = 'todo' returning id",
            [worker, attempts],
        )
        return int(cursor.fetchone()[0])


def status(job_id: int) -> tuple[str, int]:
    with connection.cursor() as cursor:
        cursor.execute("select status, attempts from procrastinate_jobs where id = %s", [job_id])
        return cursor.fetchone()


def test_job_of_a_dead_worker_waits_again() -> None:
    job_id = started_by_a_worker(silent_for=61)
    assert state.read() == state.JobCounts(workers=0, waiting=0, late=0, running=1, stalled=1, failed=0)
    assert state.retry_stalled() == 1
    assert status(job_id) == ("todo", 1)
    assert state.read() == state.JobCounts(workers=0, waiting=1, late=0, running=0, stalled=0, failed=0)


def test_job_of_a_living_worker_is_left_alone() -> None:
    job_id = started_by_a_worker(silent_for=50)
    assert state.retry_stalled() == 0
    assert status(job_id) == ("doing", 0)
    assert state.read() == state.JobCounts(workers=1, waiting=0, late=0, running=1, stalled=0, failed=0)


def test_job_cut_short_five_times_is_set_aside_as_failed() -> None:
    job_id = started_by_a_worker(silent_for=61, attempts=4)
    assert state.retry_stalled() == 1
    assert status(job_id) == ("failed", 5)
    assert state.read().failed == 1


def test_stalled_job_comes_back_although_another_waits_under_its_key() -> None:
    job_id = started_by_a_worker(silent_for=61, once="pulse:7")
    LOST.defer(once="pulse:7")
    assert state.retry_stalled() == 1
    assert status(job_id) == ("todo", 1)
    assert state.read().waiting == 2


def test_failed_job_is_forgotten_after_a_month() -> None:
    job_id = started_by_a_worker(silent_for=61, attempts=4)
    state.retry_stalled()
    assert state.remove_old() == 0
    with connection.cursor() as cursor:
        cursor.execute("update procrastinate_events set at = at - interval '31 days' where job_id = %s", [job_id])
    assert state.remove_old() == 1
    assert state.read().failed == 0
