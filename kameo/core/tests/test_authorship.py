"""Who writes, and through which client: each entry point says its own, and nested ones keep the outermost."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation

from kameo.core.acting import acting
from kameo.core.authorship import Client, Origin, current_origin, through
from kameo.core.jobs import Job, work_until_empty
from kameo.core.journal.domain import record
from kameo.core.journal.models import Event
from kameo.people.models import Team

pytestmark = pytest.mark.django_db

RENAME = Job("test.rename_team")


@RENAME.runs
def rename_team(name: str) -> None:
    rename(name)
    record("team.renamed", None)


def rename(name: str) -> None:
    Team.objects.update(name=name)


def said() -> list[dict[str, Any]]:
    """What the history of the team says of each change, oldest first."""
    history: Any = Team.pgh_event_model  # type: ignore[attr-defined]
    return [row.pgh_context.metadata for row in history.objects.filter(pgh_label="changed").order_by("pgh_id")]


@pytest.fixture(autouse=True)
def team(db: None) -> Team:
    return Team.objects.create(name="0")


def test_nested_clients_keep_the_outermost() -> None:
    with through(Client.COMMAND, name="kameo rebuild"), through(Client.PAGE, path="/"):
        rename("1")
    assert said() == [{"client": {"kind": "command", "name": "kameo rebuild"}, "path": "/"}]
    assert current_origin() == {}


def test_import_is_named_whatever_started_it_and_what_it_starts() -> None:
    with through(Client.PAGE), through(Client.IMPORT, id=7, name="sites.csv"):
        with through(Client.RULE, id=1):
            assert current_origin() == {"kind": "import", "id": 7, "name": "sites.csv"}
        RENAME.defer(name="1")
    work_until_empty()
    assert said() == [{"client": {"kind": "import", "id": 7, "name": "sites.csv"}, "job": "test.rename_team"}]
    assert Event.objects.get(type="team.renamed").origin == {"kind": "import", "id": 7, "name": "sites.csv"}


def test_job_that_nobody_asked_for_says_so() -> None:
    RENAME.defer(name="1")
    with through(Client.COMMAND, name="kameo worker"):
        work_until_empty()
    assert said() == [{"client": {"kind": "job", "name": "test.rename_team"}, "job": "test.rename_team"}]


def test_two_authors_in_one_job_each_keep_their_own(anne: Any, bruno: Any) -> None:
    with through(Client.JOB, name="portfolio.new_day"):
        with acting(anne):
            rename("1")
        with acting(bruno):
            rename("2")
        rename("3")
    assert [one.get("user") for one in said()] == [anne.pk, bruno.pk, None]


def test_event_says_where_it_comes_from() -> None:
    with through(Client.KEY, id=3, name="Intranet"):
        event = record("team.renamed", None)
    event.refresh_from_db()
    origin = Origin.read(event.origin)
    assert origin == Origin(Client.KEY, 3, "Intranet")
    with translation.override("en"):
        assert origin.words == "with a key (“Intranet”)"
    assert Origin.read(record("team.renamed", None).origin) is None
