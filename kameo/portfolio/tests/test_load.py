"""Who carries what: the load page (R100, R101), and who reads whose."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import translation

from kameo.accounts import domain
from kameo.accounts.models import Account, AccountMember, AccountPulse
from kameo.core import clock
from kameo.core.registry import Store
from kameo.core.testing.cases import browser
from kameo.people.models import Absence, Role
from kameo.portfolio.queries import load_factors
from kameo.portfolio.queries.load import loads_for, overloaded
from kameo.portfolio.queries.load_factors import LoadIndex, compute_load_index

pytestmark = pytest.mark.django_db
URL = "/portfolio/load/"


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def led(user, name, account_class="standard", *, parent=None, revenue=None, previous=None, function="lead"):
    made = Account.objects.create(name=name, parent=parent, status="active")
    AccountMember.objects.create(account=made, user=user, function=function)
    pulse = {"account_class": account_class, "tree_revenue_12m": revenue, "tree_revenue_previous_12m": previous}
    AccountPulse.objects.filter(account=made).update(**pulse)
    return made


def of(viewer, user, **more):
    return next(one for one in loads_for(viewer, **more) if one.user_id == user.pk)


def test_r101_eight_accounts_ten_people_five_opportunities_make_400():
    index = compute_load_index(8, {"people": 80, "opportunities": 40})
    assert (index.value, index.per_account) == (Decimal(400), {"people": 10, "opportunities": 5})


def test_r101_a_factor_without_source_is_missing_not_zero():
    assert compute_load_index(8, {"people": 80}) == LoadIndex(None, 8, {}, ("opportunities",))
    assert compute_load_index(0, {"people": 0, "opportunities": 0}).value is None
    assert compute_load_index(2, {"people": 6, "opportunities": 0}).value == 0


def test_what_somebody_carries(anne, david):
    top = led(anne, "Group", "large_key", revenue=1000, previous=800)
    led(anne, "Subsidiary", "key", parent=top, revenue=300, previous=100)
    led(anne, "Small", revenue=50, previous=None)
    led(anne, "Other's", function="back_up", revenue=9999)
    load = of(david, anne)
    assert (load.led, load.entities, load.back_ups) == (2, 3, 1)
    assert (load.revenue, load.previous, load.change) == (1050, 800, Decimal("31.25"))
    assert [(cap.axis, cap.held, cap.cap, cap.room) for cap in load.caps] == [("key", 1, 3, 2)]


def test_absence_says_until_when_and_who_covers(anne, chloe, david):
    led(anne, "A")
    today = clock.today()
    Absence.objects.create(user=anne, cover=chloe, starts_on=today, ends_on=today + timedelta(days=4))
    assert (of(david, anne).cover, of(david, anne).until) == ("Chloé Marchand", today + timedelta(days=4))
    assert of(david, chloe).covers == ["Anne Delmas"]


def test_by_name_or_by_how_full(anne, chloe, david):
    for rank in range(2):
        led(chloe, f"Key {rank}", "key")
    led(anne, "A", "key", revenue=10**6)
    assert [one.name for one in loads_for(david)] == ["Anne Delmas", "Chloé Marchand"]
    assert [one.name for one in loads_for(david, sort="load")] == ["Chloé Marchand", "Anne Delmas"]


def test_overloaded_with_the_reason_that_was_given(anne, chloe, david):
    for rank in range(3):
        led(anne, f"Key {rank}", "key")
    fourth = led(chloe, "Fourth", "key")
    domain.make_lead(fourth, user=anne, by=david, reason="Nobody else is free")
    [one] = overloaded(david)
    assert (one.name, one.over, one.excesses[0].reason) == ("Anne Delmas", 1, "Nobody else is free")
    text = browser(david).get(URL).content.decode()
    assert "1 too many" in text
    assert "Nobody else is free" in text


def test_a_confirmed_excess_is_gone_with_the_account(anne, chloe, david):
    for rank in range(4):
        made = led(anne if rank else chloe, f"Key {rank}", "key")
        if not rank:
            fourth = made
    domain.make_lead(fourth, user=anne, by=david, reason="For now")
    domain.make_lead(fourth, user=chloe, by=david)
    assert of(david, anne).excesses == []


def test_colleagues_and_readers_see_themselves_only(anne, chloe, eric, david):
    led(anne, "A", "key")
    led(chloe, "C", "key")
    assert [one.name for one in loads_for(anne)] == ["Anne Delmas"]
    text = browser(anne).get(URL).content.decode()
    assert "Chloé" not in text
    assert "You lead no account" in browser(eric).get(URL).content.decode()


def test_confidential_accounts_count_only_for_who_sees_them(anne, david, helene):
    secret = led(anne, "Secret", "key")
    domain.set_confidential(secret, confidential=True, by=david)
    AccountPulse.objects.update(account_class="key")  # computed again from nothing just now
    assert (of(david, anne).held.key, of(david, anne).led) == (1, 1)
    assert (of(helene, anne).held.key, of(helene, anne).led) == (0, 0)


def test_factors_of_higher_apps_add_columns_and_the_index(anne, david, monkeypatch):
    led(anne, "A", "key")
    store = Store("load factors")
    for key, number in (("people", 10), ("opportunities", 5)):
        store.register(key, load_factors.LoadFactor(key, lambda viewer, ids, number=number: dict.fromkeys(ids, number)))
    for module in ("kameo.portfolio.queries.load", "kameo.portfolio.views"):
        monkeypatch.setattr(f"{module}.factors", store)
    assert of(david, anne).index.value == 50
    assert "Index" in browser(david).get(URL).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_for_more_colleagues(number, anne, chloe, bruno, david, django_assert_num_queries):
    for rank, user in enumerate([anne, chloe, bruno][:number]):
        led(user, f"Account {rank}", "large_key")
    client = browser(david)
    client.get(URL)
    with django_assert_num_queries(9):
        assert client.get(URL).status_code == 200


def test_roles_without_a_limit_say_so(bruno, david):
    led(bruno, "A", "large_key")
    assert of(david, bruno).caps == []
    assert "no limit for this role" in browser(david).get(URL).content.decode()


def test_an_emptied_cap_is_no_limit(anne, david):
    Role.objects.filter(key="kam").update(strategic_cap=None)
    for rank in range(5):
        led(anne, f"Key {rank}", "key")
    assert overloaded(david) == []


def test_r107_a_cover_sees_and_writes_what_they_cover(anne, chloe, valmorin):
    today = clock.today()  # the reader may be a day ahead of the server at midnight
    days = {"starts_on": today - timedelta(days=1), "ends_on": today + timedelta(days=1)}
    Absence.objects.create(user=anne, cover=chloe, **days)
    page = browser(chloe).get(reverse("account", args=[valmorin.pk]))
    assert page.status_code == 200
    domain.change_account(valmorin, by=chloe, sector="Food")
    valmorin.refresh_from_db()
    assert valmorin.sector == "Food"
    Absence.objects.all().delete()
    assert browser(chloe).get(reverse("account", args=[valmorin.pk])).status_code == 404
