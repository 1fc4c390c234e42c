"""The list of people by strength and by last contact: unknown last, every page reached once, both ways."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from kameo.contacts import domain
from kameo.contacts.lists import PEOPLE
from kameo.contacts.models import PersonPulse
from kameo.core import clock
from kameo.core.lists import page_for
from kameo.core.testing.cases import browser

pytestmark = pytest.mark.django_db
STRENGTHS = {"A": "12.50", "B": None, "C": "73.61", "D": "73.61", "E": None, "F": "40.00"}


@pytest.fixture
def people(anne, valmorin):
    for number, (name, strength) in enumerate(STRENGTHS.items()):
        person = domain.create_person(account=valmorin, by=anne, last_name=name)
        at = clock.now() - timedelta(days=number) if strength else None
        value = Decimal(strength) if strength else None
        if name != "E":  # never computed
            PersonPulse.objects.create(person=person, strength=value, last_contact_at=at)


def walk(user, sort, *, size=2):
    """The names page by page forwards, then the same backwards from the last."""
    order = {"sort": sort.removeprefix("-"), "descending": sort.startswith("-"), "size": size}
    there, cursor = [], None
    while True:
        page = page_for(PEOPLE, user, cursor=cursor, **order)
        there.append([row.last_name for row in page.rows])
        if page.after is None:
            break
        cursor = page.after
    back = [there[-1]]
    while page.before is not None:
        page = page_for(PEOPLE, user, cursor=page.before, **order)
        back.insert(0, [row.last_name for row in page.rows])
    return there, back


@pytest.mark.parametrize(
    ("sort", "names"),
    [("", "ABCDEF"), ("-strength", "CDFABE"), ("strength", "AFCDBE"), ("-contact", "ACDFEB"), ("contact", "FDCABE")],
)
def test_pages_follow_one_another_both_ways(anne, people, sort, names):
    there, back = walk(anne, sort)
    assert "".join(name for page in there for name in page) == names
    assert back == there


@pytest.mark.parametrize("place", ["1_NaN", "1_1e999", "1_x", "x", "1_2026-01-01T00:00:00", "_", "9" * 30 + "_1"])
@pytest.mark.parametrize("sort", ["strength", "-contact"])
def test_a_place_that_means_nothing_is_the_first_page(anne, people, sort, place):
    answer = browser(anne).get(reverse("contacts:list"), {"sort": sort, "after": place})
    assert answer.status_code == 200
    assert answer.text.count('scope="row"') == 6


def test_the_list_shows_bars_words_and_grey(anne, people):
    page = browser(anne).get(reverse("contacts:list"), {"sort": "-strength", "q": "a"}).text
    assert 'class="bond"' in page
    unknown = browser(anne).get(reverse("contacts:list"), {"q": "b"}).text
    assert 'class="bond unknown"' in unknown
    assert "sort=strength" in browser(anne).get(reverse("contacts:list"), {"sort": "-strength"}).text
