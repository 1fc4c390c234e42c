"""Enqueuing: in the caller's transaction, once per key, by names that exist."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from django.db import connection, transaction

from kameo.core.jobs import defer, job, work_until_empty

ran: list[int] = []


@job("test.note")
def note(number: int) -> None:
    ran.append(number)


@job("test.fail")
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
        defer("test.note", number=1)
    assert waiting() == 1
    assert work_until_empty() == 1
    assert ran == [1]
    assert waiting() == 0


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_rolled_back_transaction_leaves_no_job() -> None:
    with contextlib.suppress(ZeroDivisionError), transaction.atomic():
        defer("test.note", number=1)
        assert waiting() == 1
        raise ZeroDivisionError
    assert waiting() == 0
    assert work_until_empty() == 0
    assert ran == []


@pytest.mark.django_db
def test_second_job_with_the_same_key_is_refused_without_harm_to_the_transaction(anne: object) -> None:
    from kameo.people.models import Team

    defer("test.note", number=1, once="pulse:7")
    defer("test.note", number=2, once="pulse:7")
    defer("test.note", number=3, once="pulse:8")
    Team.objects.create(name="The transaction goes on")
    assert work_until_empty() == 2
    assert ran == [1, 3]
    assert Team.objects.count() == 1


@pytest.mark.django_db
def test_key_is_free_again_once_the_job_has_run() -> None:
    defer("test.note", number=1, once="pulse:7")
    work_until_empty()
    defer("test.note", number=2, once="pulse:7")
    work_until_empty()
    assert ran == [1, 2]


@pytest.mark.django_db
def test_unknown_name_is_an_error_and_enqueues_nothing() -> None:
    with pytest.raises(KeyError):
        defer("test.nobody")
    assert waiting() == 0


@pytest.mark.django_db
def test_failing_job_run_inline_raises_and_stays_in_the_queue() -> None:
    defer("test.fail", number=1)
    with pytest.raises(ZeroDivisionError):
        work_until_empty()
    assert ran == [1]
    assert waiting() == 1
