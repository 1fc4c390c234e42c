"""Recognising people and their companies on the page, over HTTP and on a terminal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from kameo.accounts.models import Account, AccountMember
from kameo.contacts.models import Person, Position
from kameo.core.errors import DomainError
from kameo.core.testing.cases import browser
from kameo.exchange import domain
from kameo.exchange.command import terminal
from kameo.exchange.models import Import
from kameo.exchange.tests.files import write

pytestmark = pytest.mark.django_db
TEXT = (
    "prénom;nom;société;email\nMarie;Durant;Ardelane;marie@ardelane.example\nPaul;Roux;Inconnue;paul@inconnue.example\n"
)


@pytest.fixture
def marie(anne: Any) -> Person:
    account = Account.objects.create(name="Ardelane")
    AccountMember.objects.create(account=account, user=anne, function="lead")
    person = Person.objects.create(first_name="Marie", last_name="Durand")
    Position.objects.create(person=person, account=account, title="Acheteuse")
    return person


def planned(user: Any, text: str = TEXT, **options: Any) -> Import:
    file = SimpleUploadedFile("contacts.csv", text.encode())
    record = domain.create_import(kind="people", file=file, name="contacts.csv", by=user, options=options)
    domain.request_plan(record)
    domain.plan_import(record)
    record.refresh_from_db()
    return record


def test_a_near_name_is_asked_and_the_answer_makes_one_person(anne: Any, marie: Person) -> None:
    record = planned(anne)
    assert (record.created, record.rejected) == (1, 1)
    page = browser(anne).get(f"/imports/{record.pk}/").content.decode()
    assert "Marie Durant" in page
    assert f'name="person.2" value="{marie.pk}"' in page
    sent = browser(anne).post(f"/imports/{record.pk}/decisions/", {"person.2": str(marie.pk), "line.3": "new"})
    assert sent.status_code == 302
    record.refresh_from_db()
    assert record.options["decisions"] == {"3": "new", "p2": str(marie.pk)}
    domain.plan_import(record)
    domain.request_apply(record)
    domain.apply_import(record)
    record.refresh_from_db()
    assert (record.created, record.updated, record.rejected) == (1, 1, 0)
    marie.refresh_from_db()
    assert (marie.last_name, marie.emails.get().address) == ("Durant", "marie@ardelane.example")
    # The company is new, and its author leads it, or would never see it.
    assert AccountMember.objects.get(account__name="Inconnue").user == anne


def test_a_person_out_of_sight_is_neither_proposed_nor_chosen(anne: Any, chloe: Any, marie: Person) -> None:
    record = planned(chloe, account="Ardelane")
    assert (record.created, record.rejected) == (0, 2)  # Chloé does not see Ardelane
    with pytest.raises(DomainError) as refused:
        domain.decide(record, decisions={"p2": str(marie.pk)}, by=chloe)
    assert refused.value.code == "decision_unseen"
    assert "decisions" not in record.options


def test_readers_import_nobody(eric: Any) -> None:
    file = SimpleUploadedFile("c.csv", TEXT.encode())
    assert browser(eric).post("/imports/new/", {"kind": "people", "file": file}).status_code == 403
    assert not Import.objects.exists()


def test_the_page_says_why_a_birthday_is_left_out_and_shows_the_options(anne: Any) -> None:
    text = "prénom;nom;société;date de naissance;étiquettes\nMarie;Durand;Alpha;1970-01-01;vip\n"
    file = SimpleUploadedFile("c.csv", text.encode())
    record = domain.create_import(kind="people", file=file, name="c.csv", by=anne)
    with translation.override("en"):
        page = browser(anne).get(f"/imports/{record.pk}/", headers={"accept-language": "en"}).content.decode()
    assert 'name="option.account"' in page
    assert 'name="option.create_accounts"' in page
    columns = {one["header"]: (one["field"], one["why"]) for one in record.analysis["columns"]}
    assert columns["date de naissance"] == ("", "Personal, and not needed to work with them: it is not kept.")
    assert columns["étiquettes"][0] == ""


def test_the_command_tells_counts_and_columns_left_out(db: None, tmp_path: Path, capsys: Any) -> None:
    path = write(tmp_path, "name,company,birthday\nMarie Durand,Alpha,1970-01-01\n,Alpha,\n")
    run = {"kind": "people", "options": {"create_accounts": True}, "mapping": {}, "dry_run": False}
    assert terminal.import_and_tell(path, as_json=True, **run) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["created"], told["rejected"], told["errors"][0]["code"]) == (1, 1, "nobody_named")
    assert terminal.import_and_tell(path, as_json=False, **run) == 1
    said = capsys.readouterr().out
    assert "0 created, 0 updated, 1 unchanged, 1 lines rejected." in said
    assert "Columns left out: birthday." in said
