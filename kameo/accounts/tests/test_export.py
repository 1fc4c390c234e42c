"""GET /accounts/export/: the filters' rows, harmless in a spreadsheet, and only what the user may see."""

import csv
import io
from decimal import Decimal

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from kameo.accounts.models import Account, AccountPulse
from kameo.accounts.tests.test_list import with_pulse
from kameo.core.testing.cases import browser

pytestmark = pytest.mark.django_db


def read_csv(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def test_csv_has_raw_numbers_iso_dates_and_words(david, time_machine):
    time_machine.move_to("2026-11-22T10:00:00Z")
    with_pulse("Zéphyr", revenue=Decimal("1234.50"), previous=Decimal("1000.00"), silent=2, status="active")
    response = browser(david).get(reverse("accounts:export"), {"format": "csv"})
    header, row = read_csv(response)
    assert response["Content-Disposition"] == 'attachment; filename="accounts-2026-11-22.csv"'
    line = dict(zip(header, row, strict=True))
    assert line["Name"] == "Zéphyr"
    assert line["Status"] == "Active"
    assert line["Revenue 12 m (EUR)"] == "1234.50"
    assert line["Change (%)"] == "23.45"
    assert line["Last contact"] == "2026-11-20"


@pytest.mark.parametrize("name", ["=1+1", "+33*x", "-2+cmd", "@cmd", "\t=1"])
def test_no_cell_begins_like_a_formula(name, david):
    Account.objects.create(name=name)
    rows = read_csv(browser(david).get(reverse("accounts:export"), {"format": "csv"}))
    assert rows[1][1] == f"'{name}"


def test_export_follows_the_filter_and_the_selection(david):
    kept = Account.objects.create(name="Un", status="active")
    Account.objects.create(name="Deux", status="active")
    Account.objects.create(name="Trois", status="lost")
    client = browser(david)
    filtered = read_csv(client.get(reverse("accounts:export"), {"status": "active", "sort": "name"}))
    assert [row[1] for row in filtered[1:]] == ["Deux", "Un"]
    chosen = read_csv(client.get(reverse("accounts:export"), {"id": kept.pk}))
    assert [row[1] for row in chosen[1:]] == ["Un"]


def test_export_holds_every_page(david):
    Account.objects.bulk_create(Account(name=f"Compte {number:03}") for number in range(120))
    rows = read_csv(browser(david).get(reverse("accounts:export"), {"sort": "name"}))
    assert len(rows) == 121


def test_stranger_exports_nothing_of_others(valmorin, chloe):
    assert len(read_csv(browser(chloe).get(reverse("accounts:export")))) == 1
    assert len(read_csv(browser(chloe).get(reverse("accounts:export"), {"id": valmorin.pk}))) == 1


def test_xlsx_has_numbers_as_numbers(david):
    account = Account.objects.create(name="=Formule")
    AccountPulse.objects.filter(account=account).update(tree_revenue_12m=Decimal("10.25"))
    response = browser(david).get(reverse("accounts:export"), {"format": "xlsx"})
    sheet = load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    header, row = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert row[1] == "'=Formule"
    assert row[header.index("Revenue 12 m (EUR)")] == 10.25
