"""Exchanges come from files: their hour, their author, what hangs on them, and out again."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from kameo.accounts.domain import create_account
from kameo.accounts.models import AccountPulse, TimelineEntry
from kameo.core.customfields.domain import save_field
from kameo.core.customfields.subjects import subjects
from kameo.core.testing.cases import browser
from kameo.exchange import domain
from kameo.interactions.domain import log_interaction
from kameo.interactions.models import Interaction

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_documents")]
PARIS = ZoneInfo("Europe/Paris")
FILE = """Compte;Date;Type;Objet;Texte;Auteur;Sens;Durée
Ardentine;23/11/2025 14:30;call;Prix;Baisse demandée;Anne Roussel;in;20
Ardentine;2025-11-24T09:15:00Z;meeting;Revue;;;;
Navalis;25/11/2025;note;;Nouveau directeur;;;
Navalis;26/11/2025 8h05;note;;;;;
Navalis;01/01/2190;note;;Demain;;;
"""


@pytest.fixture
def accounts(david: Any) -> dict[str, Any]:
    return {name: create_account(name=name, by=david) for name in ("Ardentine", "Navalis")}


@pytest.fixture
def load(import_as: Any, david: Any) -> Any:
    return partial(import_as, david, "interactions")


def figures(record: Any) -> tuple[int, ...]:
    return record.created, record.updated, record.unchanged, record.rejected


def test_exchanges_come_once_with_their_hour_and_author_and_go_again(
    load: Any, accounts: Any, anne: Any, david: Any
) -> None:
    record = load(FILE.replace("Anne Roussel", anne.full_name))
    assert figures(record) == (3, 0, 0, 2)
    refused = list(record.problems.filter(level="error").order_by("line").values_list("line", "code"))
    assert refused == [(5, "record_refused"), (6, "record_refused")]
    call, meeting, note = Interaction.objects.order_by("at")
    assert (call.at, call.author, call.direction, call.duration) == (
        dt.datetime(2025, 11, 23, 14, 30, tzinfo=PARIS),
        anne,
        "in",
        20,
    )
    assert (meeting.at, meeting.author) == (dt.datetime(2025, 11, 24, 9, 15, tzinfo=dt.UTC), david)
    assert note.at == dt.datetime(2025, 11, 25, tzinfo=PARIS)
    ardentine = AccountPulse.objects.get(account=accounts["Ardentine"])
    assert (ardentine.interactions, ardentine.last_contact_at) == (2, meeting.at)
    assert TimelineEntry.objects.filter(source="interactions.Interaction").count() == 3
    assert figures(load(FILE.replace("Anne Roussel", anne.full_name))) == (0, 0, 3, 2)
    assert domain.undo_import(record, by=None).removed == 3
    assert not Interaction.objects.exists()
    assert not TimelineEntry.objects.filter(source="interactions.Interaction").exists()
    ardentine.refresh_from_db()
    assert (ardentine.interactions, ardentine.last_contact_at) == (0, None)


def test_nobody_s_import_asks_for_the_author(tmp_path: Path, accounts: Any) -> None:
    (tmp_path / "file.csv").write_text("Compte;Date;Texte\nNavalis;2025-11-05;Vu\n")
    _, outcome = domain.import_file(tmp_path / "file.csv", kind="interactions", options={}, mapping={})
    assert [(one.field, one.code) for one in outcome.problems if one.level == "error"] == [
        ("author", "required_missing")
    ]
    assert not Interaction.objects.exists()


def test_the_export_reads_back_as_nothing_new(load: Any, accounts: Any, anne: Any, david: Any) -> None:
    save_field(subjects["interaction"], None, by=david, name="Salon", kind="text", options=[])
    log_interaction(account=accounts["Navalis"], by=david, kind="call", text="Deux lignes\nd'un appel", subject="Prix")
    log_interaction(account=accounts["Ardentine"], by=david, kind="note", text="=Total", occasion="review")
    Interaction.objects.filter(kind="call").update(custom={"salon": "SIAL"})
    columns = "at,kind,account,subject,text,author,direction,duration,occasion,restricted,custom_salon"
    answer = browser(david).get(reverse("exchanges:export"), {"cols": columns, "format": "csv"})
    told = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert "SIAL" in told
    again = load(told)
    assert list(again.problems.values_list("field", "code", "value")) == []
    assert figures(again) == (0, 0, 2, 0)


def test_nobody_changes_through_a_file_what_they_may_not_change_on_a_page(
    import_as: Any, valmorin: Any, anne: Any, bruno: Any
) -> None:
    hidden = log_interaction(account=valmorin, by=anne, kind="call", text="Entre nous", restricted=True)
    own = log_interaction(account=valmorin, by=bruno, kind="call", text="Pour tous")
    lines = [f"{valmorin.name};{row.at.isoformat()};call;{row.text};review;non" for row in (hidden, own)]
    record = import_as(bruno, "interactions", "\n".join(["Compte;Date;Type;Texte;Occasion;Restreint", *lines]))
    assert figures(record) == (0, 1, 0, 1)
    assert list(record.problems.values_list("line", "code")) == [(2, "record_protected")]
    hidden.refresh_from_db()
    own.refresh_from_db()
    assert (hidden.restricted, hidden.occasion, own.occasion) == (True, "", "review")
