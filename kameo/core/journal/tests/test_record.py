"""The journal: one row in the caller's transaction, one reaction per subscriber, chains that end."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, transaction

from kameo.core.jobs import work_until_empty
from kameo.core.journal import domain
from kameo.core.journal.domain import bulk, react, record, subscribe, subscribers
from kameo.core.journal.models import Event, Reaction

Subscribe = Callable[..., None]


@pytest.fixture
def on() -> Iterator[Subscribe]:
    """Subscribe a function for the length of a test: `on("kettle.boiled", function, name="tea")`."""
    names: list[str] = []

    def add(type: str, function: Callable[[Event], None], *, name: str) -> None:
        subscribe(type, name=name)(function)
        names.append(name)

    yield add
    for name in names:
        del subscribers._items[name]


def waiting() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from procrastinate_jobs where status = 'todo'")
        return int(cursor.fetchone()[0])


@pytest.mark.django_db
def test_event_keeps_who_what_and_about_which_account(anne: Any, valmorin: Any) -> None:
    event = record("account.renamed", valmorin, by=anne, account=valmorin, data={"from": "Valmorin"})
    event.refresh_from_db()
    assert (event.type, event.subject_type, event.subject_id) == ("account.renamed", "accounts.Account", valmorin.pk)
    assert (event.account_id, event.actor_id, event.data) == (valmorin.pk, anne.pk, {"from": "Valmorin"})
    assert (event.root_id, event.depth) == (None, 0)


@pytest.mark.django_db
def test_event_nobody_subscribed_to_enqueues_nothing(anne: Any) -> None:
    record("kettle.boiled", anne, by=anne)
    assert waiting() == 0


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_rolled_back_verb_leaves_neither_event_nor_job(on: Subscribe) -> None:
    on("kettle.boiled", lambda event: None, name="tea")
    with contextlib.suppress(ZeroDivisionError), transaction.atomic():
        record("kettle.boiled", None)
        assert waiting() == 1
        raise ZeroDivisionError
    assert Event.objects.filter(type="kettle.boiled").count() == 0
    assert waiting() == 0


@pytest.mark.django_db
def test_each_subscriber_runs_once_even_when_told_twice(on: Subscribe) -> None:
    told: list[str] = []
    on("kettle.boiled", lambda event: told.append("tea"), name="tea")
    on("kettle.boiled", lambda event: told.append("coffee"), name="coffee")
    event = record("kettle.boiled", None)
    work_until_empty()
    domain.dispatch(event.pk)
    react(event.pk, "tea")
    work_until_empty()
    assert sorted(told) == ["coffee", "tea"]
    assert Reaction.objects.filter(event=event).count() == 2


@pytest.mark.django_db
def test_failed_reaction_leaves_no_proof_and_may_run_again(on: Subscribe) -> None:
    attempts: list[int] = []

    def spill(event: Event) -> None:
        attempts.append(event.pk)
        if len(attempts) == 1:
            raise ZeroDivisionError

    on("kettle.boiled", spill, name="tea")
    event = record("kettle.boiled", None)
    with pytest.raises(ZeroDivisionError):
        react(event.pk, "tea")
    assert Reaction.objects.filter(event=event).count() == 0
    react(event.pk, "tea")
    assert attempts == [event.pk, event.pk]
    assert Reaction.objects.filter(event=event).count() == 1


@pytest.mark.django_db
def test_chain_of_events_stops_at_depth_five(on: Subscribe) -> None:
    on("kettle.boiled", lambda event: record("kettle.boiled", None) and None, name="echo")
    first = record("kettle.boiled", None)
    work_until_empty()
    chain = list(Event.objects.filter(type="kettle.boiled").order_by("id").values_list("depth", "root_id"))
    assert chain == [(0, None)] + [(depth, first.pk) for depth in (1, 2, 3, 4, 5)]
    assert waiting() == 0


@pytest.mark.django_db
def test_an_import_is_one_event(anne: Any) -> None:
    bulk("import.finished", by=anne, data={"created": 23587})
    assert list(Event.objects.filter(type="import.finished").values_list("data", "account_id")) == [
        ({"created": 23587}, None)
    ]
