"""A year of a real shop, imported as people import it: the published figures, then all of it undone."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db.models import Sum

from kameo.accounts.models import Account, AccountPulse, Identifier, RevenueDay, TimelineEntry
from kameo.contracts.models import Invoice
from kameo.core import preferences
from kameo.exchange import domain
from kameo.exchange.tests.conftest import counts
from kameo.exchange.tests.files import shared
from kameo.insight.queries import pareto

pytestmark = pytest.mark.django_db
START, END = dt.date(2009, 12, 1), dt.date(2010, 12, 9)


def test_online_retail_gives_the_published_figures_and_is_undone_whole(
    import_file: Any, david: Any, api_as: Any
) -> None:
    """One import for all: its 28 816 invoices take longer than anything else."""
    preferences.set("currency", "GBP")
    path = shared("online-retail/invoices_2009-12_2010-12.csv")
    record, outcome = import_file("invoices", path, currency="GBP", unknown_customers="create")
    assert counts(outcome) == (23_587, 0, 0, 5_229)
    assert {problem.code for problem in outcome.problems if problem.level == "error"} == {"customer_missing"}
    assert (Account.objects.count(), Invoice.objects.count()) == (4_383, 23_587)
    assert Invoice.objects.filter(kind="credit_note").count() == 4_372
    assert Invoice.objects.aggregate(net=Sum("net"))["net"] == Decimal("8348208.56")
    assert RevenueDay.objects.aggregate(net=Sum("reporting_net"))["net"] == Decimal("8348208.56")
    first = AccountPulse.objects.order_by("-revenue_total").select_related("account").first()
    assert first is not None
    assert (first.account.name, first.revenue_total) == ("18102", Decimal("341776.73"))
    assert TimelineEntry.objects.filter(source="contracts.Invoice").count() == 23_587

    published(david)
    published_by_the_api(api_as(david))

    _, again = import_file("invoices", path, currency="GBP", unknown_customers="create")
    assert counts(again) == (0, 0, 23_587, 5_229)

    result = domain.undo_import(record, by=None)
    assert (result.removed, result.kept) == (23_587, 0)
    for model in (Account, Invoice, Identifier, RevenueDay, TimelineEntry, AccountPulse):
        assert model.objects.count() == 0, model


def published(director: Any) -> None:
    found = pareto(director, start=START, end=END)
    assert (found.accounts, found.revenue, found.accounts_for_80) == (4_383, Decimal("8348208.56"), 1_134)
    assert (found.accounts_at_study, round(found.share_at_study * 100, 1)) == (1_008, Decimal("77.5"))
    assert (found.over_threshold, found.over_gate) == (5, 0)
    assert (found.rows[0].name, found.rows[0].revenue) == ("18102", Decimal("341776.73"))


def published_by_the_api(api: Any) -> None:
    answer = api.get("/insight/pareto", **{"from": str(START), "to": str(END)}).json()
    assert (answer["accounts"], answer["revenue"], answer["accounts_for_80"]) == (4_383, 8_348_208.56, 1_134)
    assert (round(answer["share_at_23"], 3), answer["accounts_at_23"]) == (0.775, 1_008)
    assert len(answer["points"]) < 230
    assert answer["points"][-1] == {"accounts_share": 1.0, "revenue_share": 1.0, "accounts": 4_383}
