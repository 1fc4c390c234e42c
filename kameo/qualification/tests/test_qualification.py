"""Both axes of an account: rating, aligning, deciding, with reasons, history and what a past day knew."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from kameo.accounts import domain
from kameo.accounts.models import AccountPulse
from kameo.contracts.records import INVOICES
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.qualification import domain as qualification
from kameo.qualification.models import Alignment, Criterion, CriterionRating
from kameo.qualification.queries import qualification_for

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to("2026-11-24T10:00:00Z", tick=False)


def criterion(key):
    return Criterion.objects.get(key=key)


def invoice(account, net, day="2026-06-01", number=""):
    return INVOICES.add(
        account,
        by=None,
        number=number or f"F{account.pk}-{day}-{net}",
        issued_on=date.fromisoformat(day),
        net=Decimal(net),
    )


def pulse(account):
    return AccountPulse.objects.get(account=account)


@pytest.fixture
def rated(valmorin, anne):
    """4 on revenue, 3 on complexity: 100 × (30×4 + 20×3) / (5 × 50) = 72."""
    qualification.rate_criterion(valmorin, criterion=criterion("revenue"), score=4, evidence="Budget 2026", by=anne)
    qualification.rate_criterion(valmorin, criterion=criterion("complexity"), score=3, evidence="12 sites", by=anne)
    return valmorin


def test_the_seeds_criteria_weigh_30_20_15_20_15():
    wholes = Criterion.objects.filter(part_of=None).order_by("position")
    assert [(row.key, row.weight) for row in wholes] == [
        ("revenue", 30),
        ("complexity", 20),
        ("decision", 15),
        ("strategic", 20),
        ("long_term", 15),
    ]
    assert criterion("strategic").parts.count() == 4
    assert {len(row.anchors) for row in Criterion.objects.all()} == {6}
    assert criterion("revenue").steps == [25_000, 50_000, 100_000, 250_000, 500_000]


def test_c13_what_is_not_rated_is_left_out_and_said(rated, anne):
    seen = qualification_for(rated, anne)
    assert (seen.scorecard.value, seen.scorecard.completeness) == (72, 50)
    assert (pulse(rated).scorecard, pulse(rated).scorecard_completeness) == (72, 50)
    line = seen.criteria[0].line
    assert (line.key, line.score, line.evidence, line.by_name, line.weight) == (
        "revenue",
        4,
        "Budget 2026",
        "Anne Delmas",
        30,
    )
    assert seen.criteria[2].line.score is None


def test_a_criterion_with_parts_is_their_mean_and_counts_as_far_as_they_are_rated(valmorin, anne):
    for key, score in (("strategic-reference", 5), ("strategic-network", 2)):
        qualification.rate_criterion(valmorin, criterion=criterion(key), score=score, by=anne)
    seen = qualification_for(valmorin, anne)
    strategic = seen.criteria[3]
    assert (strategic.score, len(strategic.parts)) == (Decimal("3.5"), 4)
    assert (seen.scorecard.value, seen.scorecard.completeness) == (70, 10)
    with translation.override("en"), pytest.raises(DomainError, match="Rate its parts"):
        qualification.rate_criterion(valmorin, criterion=criterion("strategic"), score=3, by=anne)


def test_taking_a_rating_back_leaves_the_rest(rated, anne):
    qualification.rate_criterion(rated, criterion=criterion("complexity"), score=None, by=anne)
    assert (pulse(rated).scorecard, pulse(rated).scorecard_completeness) == (80, 30)
    assert CriterionRating.objects.count() == 3


@pytest.mark.parametrize("score", [-1, 6])
def test_a_score_is_from_0_to_5(valmorin, anne, score):
    with pytest.raises(DomainError) as refused:
        qualification.rate_criterion(valmorin, criterion=criterion("revenue"), score=score, by=anne)
    assert refused.value.code == "score_out_of_scale"
    assert CriterionRating.objects.count() == 0


def test_the_same_rating_again_adds_nothing(rated, anne):
    before = Event.objects.count()
    qualification.rate_criterion(rated, criterion=criterion("revenue"), score=4, evidence="Budget 2026", by=anne)
    assert (CriterionRating.objects.count(), Event.objects.count()) == (2, before)


def test_strangers_and_readers_rate_nothing(valmorin, chloe, eric):
    for user in (chloe, eric):
        with pytest.raises(PermissionDenied):
            qualification.rate_criterion(valmorin, criterion=criterion("revenue"), score=4, by=user)
        with pytest.raises(PermissionDenied):
            qualification.propose_class(valmorin, large=True, key=False, reason="x", by=user)
    assert (CriterionRating.objects.count(), Alignment.objects.count()) == (0, 0)


@translation.override("en")
def test_r6_the_system_proposes_and_nothing_counts_until_accepted(valmorin, anne):
    invoice(valmorin, 120_000)
    for name in ("Usine", "Dépôt", "Siège"):
        domain.create_account(by=anne, name=name, kind="site", parent=valmorin)
    seen = qualification_for(valmorin, anne)
    proposals = {one.line.key: one.proposal for one in seen.criteria}
    assert (proposals["revenue"].score, proposals["revenue"].sentence()) == (3, "€120,000 invoiced over 12 months.")
    assert (proposals["complexity"].score, proposals["complexity"].sentence()) == (2, "4 entities, of which 3 sites")
    assert proposals["decision"] is None
    recurring = {one.line.key: one.proposal for one in seen.criteria[3].parts}["strategic-recurring"]
    assert (recurring.score, recurring.sentence()) == (0, "Invoiced in 1 month of the last twelve.")
    assert (seen.scorecard.value, pulse(valmorin).scorecard) == (None, None)
    row = qualification.rate_criterion(valmorin, criterion=criterion("revenue"), score=3, by=anne)
    assert (row.proposed, row.evidence) == (3, "€120,000 invoiced over 12 months.")
    assert qualification_for(valmorin, anne).criteria[0].accepted is True
    assert pulse(valmorin).scorecard == 60


@translation.override("en")
def test_recurring_revenue_counts_the_months_invoiced(valmorin, anne):
    for month in range(1, 10):
        invoice(valmorin, 1000, day=f"2026-{month:02}-15")
    invoice(valmorin, 1000, day="2026-09-20", number="twice")
    parts = qualification_for(valmorin, anne).criteria[3].parts
    recurring = next(one for one in parts if one.line.key == "strategic-recurring")
    assert (recurring.proposal.score, recurring.proposal.sentence()) == (4, "Invoiced in 9 months of the last twelve.")


def test_abis2_the_scorecard_opens_the_large_axis(valmorin, anne, david):
    """120 000 of 10 000 000 is 1.2 %: large by its scorecard alone."""
    invoice(valmorin, 120_000)
    invoice(domain.create_account(by=david, name="Les autres"), 9_880_000)
    from kameo.qualification.axes.classes import refresh_classes

    refresh_classes()  # the job each invoice defers: our total changed
    assert pulse(valmorin).large is None
    qualification.rate_criterion(valmorin, criterion=criterion("revenue"), score=3, by=anne)
    assert (pulse(valmorin).large, pulse(valmorin).account_class) == (True, "large")
    qualification.rate_criterion(valmorin, criterion=criterion("complexity"), score=2, by=anne)
    assert (pulse(valmorin).scorecard, pulse(valmorin).large) == (52, False)
    hidden = qualification_for(valmorin, anne).verdict.reasons
    assert [(one.criterion, one.met) for one in hidden] == [("amount", True), ("share", False), ("scorecard", False)]
    assert hidden[1].value is None
    assert qualification_for(valmorin, david).verdict.reasons[1].value == Decimal("1.2")
