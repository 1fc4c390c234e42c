"""The 9-box: points, raters, spread, thirds, dates, verbs, who sees and who may rate."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import translation

from kameo.accounts.models import Account, AccountMember
from kameo.core import preferences
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.insight.queries import cell_of, nine_box, ratings_for
from kameo.qualification import domain
from kameo.qualification.choices import BOX_CRITERIA
from kameo.qualification.models import BoxCell, BoxCriterion, BoxRating

pytestmark = pytest.mark.django_db


@pytest.fixture
def criteria() -> dict[str, BoxCriterion]:
    """Two criteria on each axis, 3 to 1."""
    BoxCriterion.objects.all().delete()
    made = {}
    for axis in ("attractiveness", "position"):
        for name, weight in ((f"{axis}-big", 3), (f"{axis}-small", 1)):
            made[name] = BoxCriterion.objects.create(axis=axis, name=name, weight=weight)
    return made


def rate(account: Account, by: Any, criteria: Any, **scores: int | None) -> None:
    for name, score in scores.items():
        domain.rate_box(account, criterion=criteria[name.replace("_", "-")], score=score, by=by)


def test_the_seeds_weigh_a_hundred_on_each_axis() -> None:
    for axis in ("attractiveness", "position"):
        assert sum(BoxCriterion.objects.filter(axis=axis).values_list("weight", flat=True)) == 100


def test_c13_axes_are_the_mean_of_raters_and_the_spread_is_kept(
    anne: Any, bruno: Any, david: Any, valmorin: Account, criteria: Any
) -> None:
    # Anne: (3×4 + 1×2) / (5×4) = 70 ; Bruno rated the big one alone: 2 of 5 = 40
    rate(valmorin, anne, criteria, attractiveness_big=4, attractiveness_small=2, position_big=5)
    rate(valmorin, bruno, criteria, attractiveness_big=2)
    (place,) = nine_box(david).places
    assert (place.attractiveness.value, place.attractiveness.spread, place.attractiveness.raters) == (
        Decimal("55.00"),
        Decimal("30.00"),
        2,
    )
    assert (place.position.value, place.position.spread, place.position.completeness) == (Decimal("100.00"), None, 75)
    assert place.attractiveness.completeness == 100
    assert place.cell == (1, 2)


def test_c13_thirds_include_their_lower_bound() -> None:
    cells = [cell_of(Decimal(points), Decimal(0))[0] for points in ("33.29", "33.3", "66.69", "66.7", "100")]
    assert cells == [0, 1, 1, 2, 2]
    assert cell_of(None, Decimal(50)) is None
    preferences.set("boxes.lower", "20")
    assert cell_of(Decimal(20), Decimal(19)) == (1, 0)


def test_an_account_with_one_axis_only_is_listed_apart(anne: Any, david: Any, valmorin: Account, criteria: Any) -> None:
    rate(valmorin, anne, criteria, position_big=3)
    found = nine_box(david)
    assert (found.places, [one.name for one in found.partly]) == ([], ["Groupe Valmorin"])
    assert found.partly[0].attractiveness.value is None


def test_taken_back_and_retired_do_not_count(anne: Any, david: Any, valmorin: Account, criteria: Any) -> None:
    rate(valmorin, anne, criteria, attractiveness_big=5, attractiveness_small=1, position_big=5)
    BOX_CRITERIA.retire(criteria["attractiveness-big"], by=david)
    assert nine_box(david).places[0].attractiveness.value == Decimal("20.00")
    BOX_CRITERIA.restore(criteria["attractiveness-big"], by=david)
    rate(valmorin, anne, criteria, attractiveness_small=None)
    assert nine_box(david).places[0].attractiveness.value == Decimal("100.00")


def test_positions_have_a_history(anne: Any, david: Any, valmorin: Account, criteria: Any) -> None:
    with time_machine.travel(dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC), tick=False):
        rate(valmorin, anne, criteria, attractiveness_big=1, position_big=1)
    with time_machine.travel(dt.datetime(2026, 6, 2, 10, tzinfo=dt.UTC), tick=False):
        rate(valmorin, anne, criteria, attractiveness_big=5)
    before = nine_box(david, as_of=dt.date(2026, 5, 1)).places[0]
    assert (before.attractiveness.value, before.cell) == (Decimal("20.00"), (0, 0))
    assert nine_box(david, as_of=dt.date(2026, 3, 1)).places == []
    steps = ratings_for(valmorin, anne).history
    assert [(step.on, step.attractiveness, step.cell) for step in steps] == [
        (dt.date(2026, 6, 2), Decimal("100.00"), (2, 0)),
        (dt.date(2026, 3, 2), Decimal("20.00"), (0, 0)),
    ]


def test_c0_9_the_past_keeps_its_weights(anne: Any, david: Any, valmorin: Account, criteria: Any) -> None:
    with time_machine.travel(dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC), tick=False):
        rate(valmorin, anne, criteria, attractiveness_big=5, attractiveness_small=1, position_big=1)
    BOX_CRITERIA.change(criteria["attractiveness-big"], by=david, weight=Decimal(1))
    assert nine_box(david, as_of=dt.date(2026, 4, 1)).places[0].attractiveness.value == Decimal("80.00")
    assert nine_box(david).places[0].attractiveness.value == Decimal("60.00")
    assert [step.attractiveness for step in ratings_for(valmorin, anne).history] == [Decimal("60.00"), Decimal("80.00")]


def test_the_same_again_adds_nothing(anne: Any, valmorin: Account, criteria: Any) -> None:
    rate(valmorin, anne, criteria, position_big=3)
    rate(valmorin, anne, criteria, position_big=3, position_small=None)
    assert BoxRating.objects.count() == 1
    assert Event.objects.filter(type="account.box_rated").count() == 1


def test_refusals_write_nothing(eric: Any, chloe: Any, anne: Any, valmorin: Account, criteria: Any) -> None:
    AccountMember.objects.create(account=valmorin, user=eric, function="observer")
    for user in (eric, chloe):
        with pytest.raises(PermissionDenied):
            domain.rate_box(valmorin, criterion=criteria["position-big"], score=3, by=user)
        with pytest.raises(PermissionDenied):
            domain.save_box_cell(attractiveness=0, position=0, by=user, name="Non")
    with pytest.raises(DomainError) as refused:
        domain.rate_box(valmorin, criterion=criteria["position-big"], score=6, by=anne)
    assert refused.value.code == "score_out_of_scale"
    assert (BoxRating.objects.count(), BoxCell.objects.count(), Event.objects.count()) == (0, 0, 0)


def test_an_axis_keeps_a_criterion(david: Any, criteria: Any) -> None:
    BOX_CRITERIA.retire(criteria["position-big"], by=david)
    with pytest.raises(DomainError) as refused:
        BOX_CRITERIA.retire(criteria["position-small"], by=david)
    assert refused.value.code == "last_criterion"


@translation.override("en")
def test_cells_say_what_was_written_and_the_default_otherwise(david: Any) -> None:
    assert nine_box(david).cells[2].words.name == "Protect and invest"
    domain.save_box_cell(attractiveness=2, position=2, by=david, strategy="Ours", name="Protect and invest")
    words = nine_box(david).cells[2].words
    assert (words.name, words.strategy) == ("Protect and invest", "Ours")
    assert BoxCell.objects.get().name == ""
    domain.save_box_cell(attractiveness=2, position=2, by=david, strategy="")
    assert nine_box(david).cells[2].words.strategy.startswith("Defend what we hold")


def test_nobody_sees_what_they_may_not(anne: Any, chloe: Any, helene: Any, valmorin: Account, criteria: Any) -> None:
    rate(valmorin, anne, criteria, attractiveness_big=3, position_big=3)
    secret = Account.objects.create(name="Projet secret", parent=valmorin, confidential=True)
    AccountMember.objects.create(account=secret, user=anne, function="lead")
    rate(secret, anne, criteria, attractiveness_big=5, position_big=5)
    assert [one.name for one in nine_box(anne).places] == ["Groupe Valmorin", "Projet secret"]
    assert [one.name for one in nine_box(helene).places] == ["Groupe Valmorin"]
    assert list(nine_box(chloe).places) == []


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow(david: Any, criteria: Any, count: int, django_assert_num_queries: Any) -> None:
    for number in range(count):
        account = Account.objects.create(name=f"Client {number}")
        rate(account, david, criteria, attractiveness_big=3, position_big=3)
    preferences.get("currency")
    with django_assert_num_queries(4):
        assert len(nine_box(david).places) == count
