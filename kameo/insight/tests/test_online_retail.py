"""The published figures of a real file, imported as people import it (shared/data/online-retail)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from kameo.core import preferences
from kameo.exchange.tests.conftest import import_file  # noqa: F401 - the fixture by which imports are tested
from kameo.exchange.tests.files import shared
from kameo.insight.queries import pareto

pytestmark = pytest.mark.django_db


def test_pareto_of_online_retail(import_file: Any, david: Any, api_as: Any) -> None:  # noqa: F811
    preferences.set("currency", "GBP")
    path = shared("online-retail/invoices_2009-12_2010-12.csv")
    import_file("invoices", path, currency="GBP", unknown_customers="create")
    start, end = dt.date(2009, 12, 1), dt.date(2010, 12, 9)
    found = pareto(david, start=start, end=end)
    assert (found.accounts, found.revenue, found.accounts_for_80) == (4_383, Decimal("8348208.56"), 1_134)
    assert (found.accounts_at_study, round(found.share_at_study * 100, 1)) == (1_008, Decimal("77.5"))
    assert (found.over_threshold, found.over_gate) == (5, 0)
    assert (found.rows[0].name, found.rows[0].revenue) == ("18102", Decimal("341776.73"))
    answer = api_as(david).get("/insight/pareto", **{"from": "2009-12-01", "to": "2010-12-09"}).json()
    assert (answer["accounts"], answer["revenue"], answer["accounts_for_80"]) == (4_383, 8_348_208.56, 1_134)
    assert (round(answer["share_at_23"], 3), answer["accounts_at_23"]) == (0.775, 1_008)
    assert len(answer["points"]) < 230
    assert answer["points"][-1] == {"accounts_share": 1.0, "revenue_share": 1.0, "accounts": 4_383}
