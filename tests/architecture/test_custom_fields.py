"""A field of every kind, on every subject: form, list, filter, order, files, API, history, other readers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse

from kameo.accounts.domain import create_account
from kameo.accounts.models import Account
from kameo.contacts.domain import create_person
from kameo.contacts.models import Person, Position
from kameo.core.customfields import indexes
from kameo.core.customfields.domain import FIELDS, OPTIONS, save_field
from kameo.core.customfields.models import CustomField
from kameo.core.customfields.search import find_by_own_fields
from kameo.core.customfields.subjects import subjects
from kameo.core.lists import lists
from kameo.core.lists.bulk.running import Selection, start_bulk_change
from kameo.core.lists.models import SavedView
from kameo.core.search import SearchTerms
from kameo.core.testing.api import ApiClient
from kameo.core.testing.cases import browser
from kameo.interactions.models import Interaction
from kameo.interactions.records import INTERACTIONS

pytestmark = pytest.mark.django_db
KINDS = ("text", "number", "money", "date", "choice", "several", "person", "account", "link")
GIVEN = {
    "text": "Quai n° 4, à gauche",
    "number": "23",
    "money": "1200.5",
    "date": "2027-01-12",
    "choice": "ifs",
    "several": ["brc", "ifs"],
    "link": "https://exemple.test/norme",
}
ASKED = {
    "text": "custom_text=GAUCHE",
    "number": "custom_number_from=20&custom_number_to=30",
    "money": "custom_money_from=1200",
    "date": "custom_date_from=2027-01-01",
    "choice": "custom_choice=ifs",
    "several": "custom_several=brc",
    "person": "custom_person=estelle",
    "account": "custom_account=valmorin",
    "link": "custom_link=exemple",
    "formula": "custom_formula_from=46&custom_formula_to=46",
}
SHOWN = {
    "text": "Quai n° 4, à gauche",
    "number": "23",
    "money": "1",
    "date": "2027",
    "choice": "IFS",
    "several": "BRC",
    "person": "Estelle Nadal",
    "account": "Groupe Valmorin",
    "link": "https://exemple.test/norme",
    "formula": "46",
}


class Case:
    """One subject: how its records are made, listed and read. A field of each kind is called by its kind."""

    def __init__(self, key: str, writer: Any, admin: Any, account: Any, person: Any) -> None:
        self.subject, self.writer, self.admin = subjects[key], writer, admin
        self.account, self.person = account, person

    def fields(self) -> dict[str, CustomField]:
        made = {}
        for kind in (*KINDS, "formula"):
            options = [(None, "IFS"), (None, "BRC")] if kind in {"choice", "several"} else []
            formula = {"formula": "[number] × 2"} if kind == "formula" else {}
            made[kind] = save_field(
                self.subject, None, by=self.admin, name=kind, kind=kind, options=options, filtered=True, **formula
            )
        return made

    @property
    def given(self) -> dict[str, Any]:
        return GIVEN | {"person": self.person.pk, "account": self.account.pk}

    def stored(self, kind: str) -> Any:
        """As the column holds it."""
        return {"money": "1200.50", "several": ["ifs", "brc"]}.get(kind, self.given[kind])

    @property
    def secret_account(self) -> Any:
        return Account.objects.get_or_create(name="Compte Caché", confidential=True)[0]

    @property
    def secret_person(self) -> Any:
        found = Person.objects.get_or_create(first_name="Paul", last_name="Caché")[0]
        Position.objects.get_or_create(person=found, account=self.secret_account)
        return found

    def change_many(self, rows: list[Any], column: str, value: Any) -> None:
        noun = next(one for one in lists if one.of is self.subject.model)
        selection = Selection(noun, {}, tuple(row.pk for row in rows))
        start_bulk_change(selection, "column", {"column": column, "value": value}, by=self.writer)

    def row(self, by: Any = "writer", **custom: Any) -> Any:
        raise NotImplementedError

    list_url = api = all = ""

    def one_url(self, row: Any) -> str:
        return f"{self.api}/{row.pk}"


class InvoiceCase(Case):
    api = "/invoices"

    def row(self, by: Any = "writer", **custom: Any) -> Any:
        from kameo.contracts.records import INVOICES

        number = f"F-{INVOICES.model.objects.count() + 1}"
        given = {f"custom_{key}": value for key, value in custom.items()}
        return INVOICES.add(
            self.account,
            by=self.writer if by else None,
            number=number,
            net=Decimal(100),
            issued_on=date(2026, 11, 5),
            currency="EUR",
            **given,
        )

    @property
    def list_url(self) -> str:  # type: ignore[override]
        return reverse("invoices:list", args=[self.account.pk])

    def history_url(self, row: Any) -> str:
        return reverse("records:invoice-history", args=[self.account.pk, row.pk])

    def edit_url(self, row: Any) -> str:
        return reverse("records:invoice-edit", args=[self.account.pk, row.pk])

    def retyped(self, row: Any) -> dict[str, Any]:
        return self.typed | {"number": row.number, "net": "100"}

    @property
    def new_url(self) -> str:
        return reverse("records:invoice-new", args=[self.account.pk])

    typed = {
        "number": "F-99",
        "net": "5",
        "currency": "EUR",
        "issued_on": "2026-11-01",
        "kind": "invoice",
        "lines-TOTAL_FORMS": "0",
        "lines-INITIAL_FORMS": "0",
    }


class AccountCase(Case):
    api = "/accounts"

    def row(self, by: Any = "writer", **custom: Any) -> Any:
        given = {f"custom_{key}": value for key, value in custom.items()}
        name = f"Filiale {Account.objects.count()}"
        writer = self.writer if by else None
        return create_account(by=writer, name=name, lead=self.writer, parent=self.account, **given)

    @property
    def list_url(self) -> str:  # type: ignore[override]
        return reverse("accounts:list")

    all = "q=filiale"
    export_url = "/accounts/export/"
    cell = "cells"
    typed = {
        "name": "Filiale neuve",
        "kind": "company",
        "status": "prospect",
        "identifiers-TOTAL_FORMS": "0",
        "identifiers-INITIAL_FORMS": "0",
        "addresses-TOTAL_FORMS": "0",
        "addresses-INITIAL_FORMS": "0",
    }

    @property
    def new_url(self) -> str:
        return reverse("accounts:new")

    def edit_url(self, row: Any) -> str:
        return reverse("accounts:edit", args=[row.pk])

    def retyped(self, row: Any) -> dict[str, Any]:
        return self.typed | {"name": row.name}


class PersonCase(Case):
    api = "/persons"

    def row(self, by: Any = "writer", **custom: Any) -> Any:
        given = {f"custom_{key}": value for key, value in custom.items()}
        name = f"Filiale {Person.objects.count()}"
        return create_person(account=self.account, by=self.writer if by else None, last_name=name, **given)

    @property
    def list_url(self) -> str:  # type: ignore[override]
        return reverse("contacts:list")

    all = "q=filiale"
    typed = {"last_name": "Filiale neuve", "kind": "person"}

    @property
    def new_url(self) -> str:
        return reverse("contacts:new", args=[self.account.pk])

    def edit_url(self, row: Any) -> str:
        return reverse("contacts:edit", args=[row.pk])

    def retyped(self, row: Any) -> dict[str, Any]:
        return self.typed | {"last_name": row.last_name}


class InteractionCase(Case):
    api = "/interactions"
    typed = {"kind": "note", "text": "Filiale vue"}

    def row(self, by: Any = "writer", **custom: Any) -> Any:
        if by is None:
            return Interaction.objects.create(account=self.account, author=self.writer, text="Vu", custom=custom)
        given = {f"custom_{key}": value for key, value in custom.items()}
        return INTERACTIONS.add(self.account, by=self.writer, kind="note", text="Vu", **given)

    @property
    def list_url(self) -> str:  # type: ignore[override]
        return reverse("exchanges:list")

    @property
    def new_url(self) -> str:
        return reverse("interaction-log", args=[self.account.pk])

    def edit_url(self, row: Any) -> str:
        return reverse("interaction-change", args=[row.pk])

    def history_url(self, row: Any) -> str:
        return reverse("records:interaction-history", args=[row.pk])

    def retyped(self, row: Any) -> dict[str, Any]:
        return self.typed


CASES = {"account": AccountCase, "interaction": InteractionCase, "invoice": InvoiceCase, "person": PersonCase}


@pytest.fixture
def person(valmorin: Any) -> Any:
    found = Person.objects.create(first_name="Estelle", last_name="Nadal")
    Position.objects.create(person=found, account=valmorin)
    return found


@pytest.fixture(params=sorted(CASES))
def case(request: Any, anne: Any, helene: Any, gilles: Any, valmorin: Any, person: Any) -> Any:
    writer = helene if request.param == "invoice" else anne
    return CASES[request.param](request.param, writer, gilles, valmorin, person)


@pytest.fixture
def page(case: Case) -> Any:
    return browser(case.writer)


@pytest.mark.parametrize("indexed", [False, True], ids=["plain", "indexed"])
def test_every_kind_stands_in_the_list_and_is_found_by_its_filter(case: Any, page: Any, indexed: bool) -> None:
    case.fields()
    if indexed:
        with connection.cursor() as cursor:
            cursor.execute("set constraints all immediate")
        assert len(indexes.settle()) == len(SHOWN)
    case.row(**case.given)
    case.row()
    columns = ",".join(f"custom_{kind}" for kind in SHOWN)
    for kind, asked in ASKED.items():
        body = page.get(f"{case.list_url}?{case.all}&cols={columns}&{asked}").content.decode()
        assert body.count('<th scope="row"') == 1, kind
        for shown in SHOWN.values():
            assert shown in body, (kind, shown)


def test_every_kind_orders_and_is_exported(case: Any, page: Any) -> None:
    case.fields()
    case.row(**case.given)
    case.row()
    for kind in SHOWN:
        for sign in ("", "-"):
            assert (
                page.get(f"{case.list_url}?{case.all}&sort={sign}custom_{kind}")
                .content.decode()
                .count('<th scope="row"')
                == 2
            )
    body = b"".join(page.get(f"{case.list_url}export/?format=csv&{case.all}").streaming_content).decode()
    assert all(SHOWN[kind] in body for kind in SHOWN), body


def test_the_api_takes_and_tells_them(case: Any, page: Any) -> None:
    fields = case.fields()
    row = case.row()
    client = ApiClient(case.writer)
    answer = client.patch(case.one_url(row), {"custom": case.given})
    assert answer.status_code == 200, answer.content
    told = answer.json()["custom"]
    assert told["formula"] == "46"
    assert {key: told[key] for key in ("text", "choice", "person", "account")} == {
        key: case.given[key] for key in ("text", "choice", "person", "account")
    }
    assert sorted(told["several"]) == ["brc", "ifs"]
    wrongs = ({"nobody": 1}, {"formula": "3"}, {"choice": "x"}, {"number": "x"}, {"account": 99999}, {"several": "z"})
    for wrong in wrongs:
        assert client.patch(case.one_url(row), {"custom": wrong}).status_code in {404, 422}, wrong
    found = client.get(f"{case.api}?custom=choice:ifs&custom=number_from:20").json()
    assert [one["id"] for one in found["items"]] == [row.pk]
    FIELDS.retire(fields["choice"], by=case.admin)
    assert "choice" not in client.get(case.one_url(row)).json()["custom"]
    FIELDS.restore(fields["choice"], by=case.admin)
    assert client.get(case.one_url(row)).json()["custom"]["choice"] == "ifs"


def test_a_saved_view_follows_a_rename_and_waits_for_a_retired_field(case: Any, page: Any) -> None:
    fields = case.fields()
    case.row(**case.given)
    case.row()
    page.post(f"{case.list_url}views/new/?{case.all}&custom_choice=ifs", {"name": "IFS", "sharing": "private"})
    opened = f"{case.list_url}?view={SavedView.objects.get().pk}"
    assert page.get(opened, follow=True).content.decode().count('<th scope="row"') == 1
    option = fields["choice"].options.get(code="ifs")
    OPTIONS.change(option, by=case.admin, name="IFS 8")
    FIELDS.change(fields["choice"], by=case.admin, name="Norme")
    body = page.get(opened, follow=True).content.decode()
    assert body.count('<th scope="row"') == 1
    assert "IFS 8" in body
    assert "Norme" in body
    FIELDS.retire(fields["choice"], by=case.admin)
    assert page.get(opened, follow=True).content.decode().count('<th scope="row"') == 2
    FIELDS.restore(fields["choice"], by=case.admin)
    assert page.get(opened, follow=True).content.decode().count('<th scope="row"') == 1


def test_a_cell_is_changed_in_place_and_back(case: Any, page: Any) -> None:
    case.fields()
    row = case.row()
    for kind, value in case.given.items():
        cell = f"{case.list_url}{row.pk}/cells/custom_{kind}/"
        assert page.get(cell).status_code == 200, kind
        assert page.post(cell, {"value": value}).status_code == 302, kind
        row.refresh_from_db()
        assert row.custom[kind] == (case.stored(kind)), kind
    assert page.get(f"{case.list_url}{row.pk}/cells/custom_formula/").status_code == 404
    assert row.custom["formula"] == "46"


def test_many_are_changed_at_once(case: Any) -> None:
    case.fields()
    rows = [case.row(), case.row()]
    for kind in ("text", "number", "choice", "several", "account"):
        case.change_many(rows, f"custom_{kind}", case.stored(kind))
        for row in rows:
            row.refresh_from_db()
            assert row.custom[kind] == case.stored(kind)


def test_the_form_takes_them_and_asks_for_what_is_required_of_new_records_alone(case: Any, page: Any) -> None:
    fields = case.fields()
    old = case.row()
    FIELDS.change(fields["text"], by=case.admin, required=True)
    assert page.post(case.new_url, case.typed).status_code == 422
    given = {f"custom_{kind}": value for kind, value in case.given.items()}
    assert page.post(case.new_url, case.typed | given).status_code == 302
    new = case.subject.model.objects.order_by("-pk")[0]
    assert {kind: new.custom[kind] for kind in case.given} == {kind: case.stored(kind) for kind in case.given}
    client = ApiClient(case.writer)
    assert client.patch(case.one_url(old), {"custom": {"number": 4}}).status_code == 200
    body = page.get(case.edit_url(old))
    assert body.status_code == 200
    assert page.post(case.edit_url(old), case.retyped(old)).status_code == 302
    old.refresh_from_db()
    assert "text" not in old.custom


def test_the_history_says_fields_and_choices_by_their_words(case: Any, page: Any) -> None:
    case.fields()
    row = case.row()
    if not hasattr(case, "history_url"):
        pytest.skip("no page of its own tells what was changed")
    ApiClient(case.writer).patch(case.one_url(row), {"custom": {"choice": "ifs", "person": case.person.pk}})
    body = page.get(case.history_url(row)).content.decode()
    assert "IFS" in body
    assert "Estelle Nadal" in body


def test_hidden_records_are_not_named(case: Any, page: Any, chloe: Any) -> None:
    """A field points at an account and a person that the reader does not see."""
    case.fields()
    row = case.row(None, account=case.secret_account.pk, person=case.secret_person.pk)
    told = ApiClient(case.writer).get(case.one_url(row)).json()["custom"]
    assert (told["account"], told["person"]) == (None, None)
    columns = "cols=custom_account,custom_person"
    pages = [f"{case.list_url}?{columns}", case.edit_url(row)]
    pages += [case.history_url(row)] if hasattr(case, "history_url") else []
    for url in pages:
        body = page.get(url).content.decode()
        assert "Caché" not in body, url
    assert page.get(f"{case.list_url}?custom_account=cache").content.decode().count('<th scope="row"') == 0


def test_the_search_finds_texts_of_fields_that_are_filtered(case: Any, chloe: Any) -> None:
    fields = case.fields()
    row = case.row(**case.given)
    seen = find_by_own_fields(case.writer, SearchTerms.of("à GAUCHE quai"), 5)
    assert [hit.url for hit in seen] == [case.subject.page(row)]
    assert not find_by_own_fields(chloe, SearchTerms.of("gauche"), 5)
    FIELDS.change(fields["text"], by=case.admin, filtered=False)
    assert not find_by_own_fields(case.writer, SearchTerms.of("gauche"), 5)
