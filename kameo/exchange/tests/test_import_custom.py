"""Fields that a company added come in like any other: read by their kind, kept by key, left where a file is silent."""

from __future__ import annotations

from typing import Any

import pytest

from kameo.accounts.models import Account
from kameo.contacts.models import Person
from kameo.contracts.models import Invoice
from kameo.core.customfields.domain import save_field
from kameo.core.customfields.models import CustomField
from kameo.core.customfields.subjects import subjects
from kameo.core.importing import importers
from kameo.exchange import domain
from kameo.exchange.tests.conftest import codes, counts

pytestmark = pytest.mark.django_db


@pytest.fixture
def fields(david: Any) -> None:
    def add(subject: str, name: str, kind: str, *options: str, **more: Any) -> None:
        given = [(None, one) for one in options]
        save_field(subjects[subject], None, by=david, name=name, kind=kind, options=given, **more)

    add("account", "Silos", "number", decimals=0)
    add("account", "Norme", "choice", "IFS", "BRC")
    add("account", "Énergies", "several", "Gaz", "Vapeur")
    add("account", "Parrain", "person")
    add("person", "Badge", "text")
    add("invoice", "Chantier", "text")


def test_accounts(import_file: Any, fields: None, david: Any) -> None:
    anne = Person.objects.create(first_name="Anne", last_name="Kergoat", kind="person")
    rows = ("Ardentine;12;brc;Vapeur, gaz;KERGOAT Anne", "Navalis;;;;Personne", "Ostrel;x;AFNOR;;")
    text = "\n".join(("Name;Silos;Norme;Énergies;Parrain", *rows))
    record, first = import_file("accounts", text)
    assert counts(first) == (3, 0, 0, 0)
    assert codes(first) == [(3, "reference_unknown"), (4, "word_unknown"), (4, "amount_unreadable")]
    held = Account.objects.get(name="Ardentine")
    assert held.custom == {"silos": "12", "norme": "brc", "energies": ["gaz", "vapeur"], "parrain": anne.pk}
    assert first.preview[0].changes["custom_parrain"] == [None, "Anne Kergoat"]
    assert counts(import_file("accounts", text)[1]) == (0, 0, 3, 0)
    second, changed = import_file("accounts", "Name;Silos;Norme\nArdentine;14;\n")
    assert (counts(changed), changed.preview[0].changes) == ((0, 1, 0, 0), {"custom_silos": ["12", "14"]})
    held.refresh_from_db()
    assert held.custom == {"silos": "14", "norme": "brc", "energies": ["gaz", "vapeur"], "parrain": anne.pk}
    filled, _ = import_file("accounts", "Name;Silos\nArdentine;99\nNavalis;3\n", on_match="fill")
    assert set(Account.objects.exclude(name="Ostrel").values_list("custom__silos", flat=True)) == {"14", "3"}
    for one in (filled, second, record):
        domain.undo_import(one, by=None)
    assert not Account.objects.exists()


def test_people_and_invoices(import_file: Any, fields: None) -> None:
    people = "first name;last name;company;badge\nAnne;Kergoat;Ardentine;B 12\n"
    assert counts(import_file("people", people, create_accounts=True)[1]) == (1, 0, 0, 0)
    assert Person.objects.get().custom == {"badge": "B 12"}
    assert counts(import_file("people", people.replace("12", "13"))[1]) == (0, 1, 0, 0)
    assert counts(import_file("people", people.replace("12", "13"))[1]) == (0, 0, 1, 0)
    assert Person.objects.get().custom == {"badge": "B 13"}
    invoices = "number;date;net;customer;chantier\nF1;2026-03-04;100;Ardentine;Quai 4\n"
    assert counts(import_file("invoices", invoices)[1]) == (1, 0, 0, 0)
    assert counts(import_file("invoices", invoices.replace("Quai 4", "Quai 5"))[1]) == (0, 1, 0, 0)
    assert counts(import_file("invoices", invoices.replace("Quai 4", "Quai 5"))[1]) == (0, 0, 1, 0)
    assert counts(import_file("invoices", invoices.replace("Quai 4", ""))[1]) == (0, 0, 1, 0)
    assert Invoice.objects.get().custom == {"chantier": "Quai 5"}


def test_a_retired_field_is_no_longer_offered(fields: None, david: Any) -> None:
    from kameo.core.customfields.domain import FIELDS

    FIELDS.retire(CustomField.objects.get(name="Norme"), by=david)
    names = [field.name for field in importers["accounts"].fields]
    assert "custom_silos" in names
    assert "custom_norme" not in names


def test_a_renamed_choice_is_recognised_by_its_former_name(import_file: Any, fields: None, david: Any) -> None:
    field = CustomField.objects.get(code="norme")
    ifs, brc = field.options.order_by("rank")
    save_field(subjects["account"], field, by=david, options=[(ifs.pk, "IFS Food"), (brc.pk, "BRCGS")])
    text = "Name;Norme\nArdentine;BRC\nNavalis;ifs food"
    assert codes(import_file("accounts", text)[1]) == []
    assert Account.objects.get(name="Ardentine").custom == {"norme": brc.code}
    assert Account.objects.get(name="Navalis").custom == {"norme": ifs.code}
