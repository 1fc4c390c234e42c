"""Enqueuing: in the caller's transaction, once per key, by objects that something runs."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from django.db import connection, transaction

from kameo.core.jobs import Job, work_until_empty

NOTE, FAIL, NOBODY = Job("test.note"), Job("test.fail"), Job("test.nobody")
ran: list[int] = []


@NOTE.runs
def note(number: int) -> None:
    ran.append(number)


@FAIL.runs
def fail(number: int) -> None:
    ran.append(number)
    raise ZeroDivisionError


@pytest.fixture(autouse=True)
def _nothing_ran() -> Iterator[None]:
    ran.clear()
    yield
    ran.clear()


def waiting() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from procrastinate_jobs where status = 'todo'")
        return int(cursor.fetchone()[0])


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_committed_transaction_leaves_its_job() -> None:
    with transaction.atomic():
        NOTE.defer(number=1)
    assert waiting() == 1
    assert work_until_empty() == 1
    assert ran == [1]
    assert waiting() == 0


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_rolled_back_transaction_leaves_no_job() -> None:
    with contextlib.suppress(ZeroDivisionError), transaction.atomic():
        NOTE.defer(number=1)
        assert waiting() == 1
        raise ZeroDivisionError
    assert waiting() == 0
    assert work_until_empty() == 0
    assert ran == []


@pytest.mark.django_db
def test_second_job_with_the_same_key_is_refused_without_harm_to_the_transaction(anne: object) -> None:
    from kameo.people.models import Team

    NOTE.defer(number=1, once="pulse:7")
    NOTE.defer(number=2, once="pulse:7")
    NOTE.defer(number=3, once="pulse:8")
    Team.objects.create(name="The transaction goes on")
    assert work_until_empty() == 2
    assert ran == [1, 3]
    assert Team.objects.count() == 1


@pytest.mark.django_db
def test_key_is_free_again_once_the_job_has_run() -> None:
    NOTE.defer(number=1, once="pulse:7")
    work_until_empty()
    NOTE.defer(number=2, once="pulse:7")
    work_until_empty()
    assert ran == [1, 2]


@pytest.mark.django_db
def test_a_job_that_nothing_runs_is_an_error_and_enqueues_nothing() -> None:
    with pytest.raises(KeyError):
        NOBODY.defer()
    assert waiting() == 0


@pytest.mark.django_db
def test_failing_job_run_inline_raises_and_stays_in_the_queue() -> None:
    FAIL.defer(number=1)
    with pytest.raises(ZeroDivisionError):
        work_until_empty()
    assert ran == [1]
    assert waiting() == 1
