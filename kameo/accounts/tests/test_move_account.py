"""Effective-dated moves (R28): placements, today's tree, roll-ups of then."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from kameo.accounts import domain
from kameo.accounts.models import Account, Placement, TimelineEntry
from kameo.accounts.queries import roll_up
from kameo.contracts.records import INVOICES
from kameo.core.errors import DomainError
from kameo.portfolio import domain as portfolio

pytestmark = pytest.mark.django_db

TODAY = "2026-11-24T10:00:00Z"


@pytest.fixture
def groups(anne, time_machine):
    time_machine.move_to(TODAY, tick=False)
    orsay = domain.create_account(by=anne, name="Groupe Orsay", kind="group")
    tessier = domain.create_account(by=anne, name="Groupe Tessier", kind="group")
    mill = domain.create_account(by=anne, name="Minoterie Caron", parent=orsay)
    return orsay, tessier, mill


def places(account):
    rows = Placement.objects.filter(account=account)
    return [(row.starts_on, row.ends_on, row.parent.name if row.parent else None) for row in rows]


def test_created_under_a_parent_is_there_since_always(groups):
    assert places(groups[2]) == [(None, None, "Groupe Orsay")]


def test_sale_closes_one_place_and_opens_the_next(groups, anne):
    _orsay, tessier, mill = groups
    domain.move_account(mill, parent=tessier, on=date(2026, 3, 1), reason="sale", by=anne, note="Acte du 12 février")
    assert places(mill) == [(None, date(2026, 3, 1), "Groupe Orsay"), (date(2026, 3, 1), None, "Groupe Tessier")]
    assert mill.parent == tessier
    assert mill.lineage == [tessier.pk, mill.pk]
    line = TimelineEntry.objects.get(account=mill, kind="structure")
    assert line.at.isoformat() == "2026-03-01T11:00:00+00:00"
    assert line.data["to_name"] == "Groupe Tessier"
    assert line.data["reason"] == "sale"
    assert line.actor == anne


def test_leaving_for_nobody_stands_alone(groups, anne):
    mill = groups[2]
    domain.move_account(mill, parent=None, on=date(2026, 3, 1), reason="sale", by=anne)
    assert places(mill) == [(None, date(2026, 3, 1), "Groupe Orsay"), (date(2026, 3, 1), None, None)]
    assert mill.parent is None


def test_a_move_entered_late_fits_before_those_known(groups, anne):
    orsay, tessier, mill = groups
    third = domain.create_account(by=anne, name="Groupe Vial", kind="group")
    domain.move_account(mill, parent=tessier, on=date(2026, 3, 1), reason="sale", by=anne)
    domain.move_account(mill, parent=third, on=date(2025, 6, 1), reason="sale", by=anne)
    assert places(mill) == [
        (None, date(2025, 6, 1), "Groupe Orsay"),
        (date(2025, 6, 1), date(2026, 3, 1), "Groupe Vial"),
        (date(2026, 3, 1), None, "Groupe Tessier"),
    ]
    assert mill.parent == tessier
    assert orsay.children.count() == 0


def test_the_same_day_again_replaces(groups, anne):
    _orsay, tessier, mill = groups
    third = domain.create_account(by=anne, name="Groupe Vial", kind="group")
    domain.move_account(mill, parent=tessier, on=date(2026, 3, 1), reason="sale", by=anne)
    domain.move_account(mill, parent=third, on=date(2026, 3, 1), reason="sale", by=anne)
    assert places(mill) == [(None, date(2026, 3, 1), "Groupe Orsay"), (date(2026, 3, 1), None, "Groupe Vial")]


def test_a_late_move_to_the_next_parent_joins_the_next_period(groups, anne):
    _orsay, tessier, mill = groups
    domain.move_account(mill, parent=tessier, on=date(2026, 3, 1), reason="sale", by=anne)
    domain.move_account(mill, parent=tessier, on=date(2026, 1, 1), reason="sale", by=anne)
    assert places(mill) == [(None, date(2026, 1, 1), "Groupe Orsay"), (date(2026, 1, 1), None, "Groupe Tessier")]


def test_a_correction_without_a_day_rewrites_the_period_in_force(groups, anne):
    _orsay, tessier, mill = groups
    domain.move_account(mill, parent=tessier, on=None, reason="correction", by=anne)
    assert places(mill) == [(None, None, "Groupe Tessier")]
    domain.move_account(mill, parent=None, on=None, reason="correction", by=anne)
    assert places(mill) == []
    assert mill.parent is None


def test_a_future_move_applies_on_its_day(groups, anne, time_machine):
    orsay, tessier, mill = groups
    domain.move_account(mill, parent=tessier, on=date(2027, 1, 1), reason="merger", by=anne)
    assert mill.parent == orsay
    time_machine.move_to("2026-12-31T12:00:00Z")
    portfolio.begin_day()
    mill.refresh_from_db()
    assert mill.parent == orsay
    time_machine.move_to("2026-12-31T23:10:00Z")  # 00:10 on 1 January in Paris
    assert portfolio.begin_day() is True
    mill.refresh_from_db()
    assert mill.parent == tessier
    assert portfolio.begin_day() is False


def test_a_bulk_write_of_the_parent_keeps_placements_true(groups):
    _orsay, tessier, mill = groups
    Account.objects.filter(pk=mill.pk).update(parent=tessier)
    assert places(mill) == [(None, None, "Groupe Tessier")]


def test_c05_each_invoice_counts_for_the_group_of_its_day(groups, anne, david, helene):
    orsay, tessier, mill = groups
    for number, day, net in (("F1", "2026-01-15", 70_000), ("F2", "2026-05-15", 50_000)):
        INVOICES.add(mill, by=helene, number=number, issued_on=date.fromisoformat(day), net=Decimal(net))
    domain.move_account(mill, parent=tessier, on=date(2026, 3, 1), reason="sale", by=anne)
    assert roll_up(orsay, anne).revenue_12m == 70_000
    assert roll_up(tessier, anne).revenue_12m == 50_000
    assert roll_up(mill, anne).revenue_12m == 120_000
    # The past stays what it was: at the end of February the group had it all.
    assert roll_up(orsay, anne, date(2026, 2, 28)).revenue_12m == 70_000
    assert roll_up(orsay, anne, date(2026, 2, 28)).entities == 2
    assert roll_up(orsay, anne, date(2026, 3, 1)).entities == 1
    assert roll_up(tessier, anne, date(2026, 2, 28)).revenue_12m is None


def test_c05_the_bound_day_belongs_to_the_new_group(groups, anne, helene):
    orsay, tessier, mill = groups
    INVOICES.add(mill, by=helene, number="F1", issued_on=date(2026, 3, 1), net=Decimal(10))
    domain.move_account(mill, parent=tessier, on=date(2026, 3, 1), reason="sale", by=anne)
    assert roll_up(orsay, anne).revenue_12m is None
    assert roll_up(tessier, anne).revenue_12m == 10


def test_pulse_follows_a_move_on_both_sides(groups, anne, helene):
    orsay, tessier, mill = groups
    INVOICES.add(mill, by=helene, number="F1", issued_on=date(2026, 5, 1), net=Decimal(10))
    domain.move_account(mill, parent=tessier, on=date(2026, 3, 1), reason="sale", by=anne)
    orsay.pulse.refresh_from_db()
    tessier.pulse.refresh_from_db()
    assert (orsay.pulse.tree_revenue_12m, orsay.pulse.tree_entities) == (None, 1)
    assert (tessier.pulse.tree_revenue_12m, tessier.pulse.tree_entities) == (10, 2)


@pytest.mark.parametrize("on", [date(2020, 1, 1), date(2026, 11, 24), date(2030, 1, 1)])
def test_cycle_refused_at_any_date(groups, anne, on):
    orsay, _tessier, mill = groups
    with pytest.raises(DomainError) as caught:
        domain.move_account(orsay, parent=mill, on=on, reason="merger", by=anne)
    assert caught.value.code == "cycle"
    assert places(orsay) == []


def test_what_was_below_may_come_above_later(groups, anne):
    orsay, _tessier, mill = groups
    domain.move_account(mill, parent=None, on=date(2026, 1, 1), reason="sale", by=anne)
    domain.move_account(orsay, parent=mill, on=date(2026, 2, 1), reason="merger", by=anne)
    orsay.refresh_from_db()
    assert orsay.lineage == [mill.pk, orsay.pk]
    with pytest.raises(DomainError) as caught:
        domain.move_account(orsay, parent=mill, on=date(2025, 6, 1), reason="merger", by=anne)
    assert caught.value.code == "cycle"  # in 2025 the mill still hung below it


def test_refusals_write_nothing(groups, anne, chloe):
    orsay, tessier, mill = groups
    before = places(mill)
    with pytest.raises(DomainError) as caught:
        domain.move_account(mill, parent=orsay, on=date(2026, 1, 1), reason="sale", by=anne)
    assert caught.value.code == "already_there"
    with pytest.raises(DomainError) as caught:
        domain.move_account(mill, parent=tessier, on=None, reason="sale", by=anne)
    assert caught.value.code == "day_missing"
    hidden = Account.objects.create(name="Ailleurs", kind="group")
    with pytest.raises(DomainError) as caught:
        domain.move_account(mill, parent=hidden, on=date(2026, 1, 1), reason="sale", by=anne)
    assert caught.value.code == "parent_hidden"
    with pytest.raises(PermissionDenied):
        domain.move_account(mill, parent=tessier, on=date(2026, 1, 1), reason="sale", by=chloe)
    assert places(mill) == before
