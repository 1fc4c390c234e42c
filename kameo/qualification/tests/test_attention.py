"""Accounts that ask for a decision: candidates, watch-list, dependence; each reader sees their own (R14–R16)."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from kameo.accounts import domain
from kameo.contracts.records import INVOICES
from kameo.core import preferences
from kameo.qualification import domain as qualification
from kameo.qualification.axes.classes import refresh_classes
from kameo.qualification.choices import OBJECTIVES
from kameo.qualification.queries import attention

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to("2026-11-24T10:00:00Z", tick=False)
    with translation.override("en"):
        yield


def invoice(account, net):
    return INVOICES.add(account, by=None, number=f"F{account.pk}", issued_on=date(2026, 6, 1), net=Decimal(net))


@pytest.fixture
def portfolio(valmorin, anne, chloe, david):
    """Of 1 000 000: Valmorin 250 000 by its company, Other 700 000, Small 50 000; Promise has only a potential."""
    company = domain.create_account(by=anne, name="Valmorin SA", parent=valmorin)
    other = domain.create_account(by=chloe, name="Other")
    small = domain.create_account(by=chloe, name="Small")
    promise = domain.create_account(by=anne, name="Promise", potential=Decimal(300_000))
    for account, net in ((company, 250_000), (other, 700_000), (small, 50_000)):
        invoice(account, net)
    refresh_classes()
    return {"valmorin": valmorin, "company": company, "other": other, "small": small, "promise": promise}


def names(rows):
    return [row.name for row in rows]


def test_r14_candidates_cross_a_threshold_and_say_which(portfolio, david):
    rows = attention.candidates(david)
    assert names(rows) == ["Other", "Promise", "Groupe Valmorin", "Valmorin SA", "Small"]
    causes = {row.name: [cause.code for cause in row.causes] for row in rows}
    assert causes == {
        "Other": ["revenue", "share"],
        "Promise": ["potential"],
        "Groupe Valmorin": ["revenue", "share"],
        "Valmorin SA": ["revenue", "share"],
        "Small": ["share"],
    }
    assert rows[0].causes[0].text == "€700,000 over 12 months"
    assert rows[0].causes[1].text == "at least 5% of our revenue"


def test_candidates_go_once_somebody_decided_and_go_on_page_by_page(portfolio, david):
    qualification.decide_class(portfolio["other"], kind="accepted", by=david)
    first = attention.candidates(david, limit=2)
    assert names(first) == ["Promise", "Groupe Valmorin"]
    assert names(attention.candidates(david, after=first[-1].place)) == ["Valmorin SA", "Small"]


def test_candidates_by_size(valmorin, anne):
    assert attention.candidates(anne) == []
    for number in range(5):
        domain.create_account(by=anne, name=f"Site {number}", kind="site", parent=valmorin)
    (row,) = attention.candidates(anne)
    assert [(cause.code, cause.value, cause.threshold) for cause in row.causes] == [("sites", 5, 5)]


def test_everybody_sees_their_own(portfolio, anne, chloe, eric, bruno):
    assert names(attention.candidates(anne)) == ["Promise", "Groupe Valmorin", "Valmorin SA"]
    assert names(attention.candidates(chloe)) == ["Other", "Small"]
    assert names(attention.candidates(bruno)) == ["Groupe Valmorin", "Valmorin SA"]
    assert attention.candidates(eric) == attention.watch_list(eric) == attention.dependence(eric) == []


def test_r15_dependence_at_20_30_and_50_percent_of_top_accounts(portfolio, david, anne, helene):
    rows = attention.dependence(david)
    assert [(row.name, row.rank, row.level) for row in rows] == [("Other", 70, 50), ("Groupe Valmorin", 25, 20)]
    assert attention.dependence(anne) == []  # sees no total
    assert names(attention.dependence(helene)) == ["Other", "Groupe Valmorin"]
    preferences.set("dependence.levels", "25; 40")
    assert [(row.name, row.level) for row in attention.dependence(david)] == [("Other", 40), ("Groupe Valmorin", 25)]
    preferences.set("totals.visible_to_all", True)
    assert names(attention.dependence(anne)) == ["Groupe Valmorin"]


@pytest.mark.parametrize("levels", ["0", "101", "x"])
def test_levels_are_percents(db, levels):
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError):
        preferences.set("dependence.levels", levels)


def test_r16_watch_list(portfolio, david, anne, chloe):
    image = OBJECTIVES.add(by=david, name="Image")
    qualification.rate_alignment(portfolio["small"], objective=image, value=1, by=chloe)
    qualification.rate_alignment(portfolio["other"], objective=image, value=2, by=chloe)  # large: not a small one
    domain.change_account(portfolio["promise"], by=anne, watched=True)
    rows = attention.watch_list(david)
    assert [(row.name, [cause.code for cause in row.causes]) for row in rows] == [
        ("Small", ["alignment"]),
        ("Promise", ["watched"]),
    ]
    preferences.set("watch.minimum_alignment", 51)
    assert names(attention.watch_list(david)) == ["Promise"]


@pytest.mark.parametrize("count", [1, 3])
def test_as_many_queries_for_one_as_for_three(anne, david, count, django_assert_num_queries):
    for number in range(count):
        invoice(domain.create_account(by=anne, name=f"A{number}", watched=True), 400_000)
    preferences.get("currency")
    for read, queries in (
        (attention.candidates, 2),
        (attention.no_longer_qualify, 1),
        (attention.decisions_due, 1),
        (attention.watch_list, 1),
        (attention.dependence, 4),
    ):
        with django_assert_num_queries(queries):
            read(david)
