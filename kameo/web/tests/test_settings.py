"""Settings of the company: who changes them, what they refuse, what undo gives back."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from kameo.core import preferences
from kameo.core.journal.models import Event
from kameo.core.models import Preference, Rate
from kameo.core.testing.cases import PageCases, WriteCases, browser
from kameo.people.models import User

pytestmark = pytest.mark.django_db

PASSWORD = "corrigé-violet-42"
COMPANY = {
    "company": "Ardelane",
    "currency": "EUR",
    "fiscal_year_start": "4",
    "language": "fr",
    "time_zone": "Europe/Paris",
}
SETUP = COMPANY | {"first_name": "Gilles", "last_name": "Tanguy", "email": "gilles@ardelane.test", "password": PASSWORD}


class ForDirectors:
    @pytest.fixture
    def member(self, david):
        return david

    @pytest.fixture
    def stranger(self, anne):
        return anne


@pytest.mark.parametrize("name", ["rate-list", "mail-status"])
class TestPages(ForDirectors, PageCases):
    @pytest.fixture
    def url(self, name):
        return reverse(name)


@pytest.mark.parametrize("group", preferences.groups.keys())
class TestGroups(ForDirectors, PageCases):
    @pytest.fixture
    def url(self, group):
        return reverse("settings-group", args=[group])


class TestChangeCompany(ForDirectors, WriteCases):
    @pytest.fixture
    def url(self):
        return reverse("settings-group", args=["company"])

    @pytest.fixture
    def payload(self):
        return COMPANY

    @pytest.fixture
    def state(self):
        return lambda: list(Preference.objects.values_list("key", "value"))


class TestAddRate(ForDirectors, WriteCases):
    @pytest.fixture
    def url(self):
        return reverse("rate-list")

    @pytest.fixture
    def payload(self):
        return {"currency": "USD", "day": "2026-01-01", "rate": "0,92"}

    @pytest.fixture
    def state(self):
        return Rate.objects.count


def test_every_named_setting_is_on_a_page(david):
    client = browser(david)
    addresses = [reverse("settings-group", args=[group]) for group, _named in preferences.groups.items()]
    pages = "".join(client.get(address).content.decode() for address in addresses)
    missing = [one.key for one in preferences.definitions if f'name="{one.key}"' not in pages]
    assert missing == []


def test_a_value_out_of_bounds_is_refused_beside_its_field(david):
    answer = browser(david).post(reverse("settings-group", args=["company"]), COMPANY | {"fiscal_year_start": "13"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "The most is 12." in page
    assert 'value="13"' in page
    assert not Preference.objects.exists()


def test_only_what_changed_is_journalled(david):
    client = browser(david)
    client.post(reverse("settings-group", args=["company"]), COMPANY)
    Event.objects.all().delete()
    client.post(reverse("settings-group", args=["company"]), COMPANY | {"company": "Ardelane SA"})
    event = Event.objects.get(type="preference.changed")
    assert (event.actor_id, event.data) == (david.pk, {"key": "company", "from": "Ardelane", "to": "Ardelane SA"})


def test_rates_are_added_changed_deleted_and_given_back(david):
    client = browser(david)
    client.post("/settings/rates/", {"currency": "USD", "day": "2026-01-01", "rate": "0.92"})
    rate = Rate.objects.get()
    assert (rate.currency, rate.rate) == ("USD", Decimal("0.92"))
    again = client.post("/settings/rates/", {"currency": "USD", "day": "2026-01-01", "rate": "0.95"})
    assert (again.status_code, Rate.objects.count()) == (422, 1)
    client.post(f"/settings/rates/{rate.pk}/", {"currency": "USD", "day": "2026-01-01", "rate": "0.95"})
    rate.refresh_from_db()
    assert rate.rate == Decimal("0.95")
    page = client.post(f"/settings/rates/{rate.pk}/deletion/", follow=True).content.decode()
    assert not Rate.objects.exists()
    assert '<input type="hidden" name="rate" value="0.95000000">' in page
    client.post("/settings/rates/", {"currency": "USD", "day": "2026-01-01", "rate": "0.95000000"})
    assert Rate.objects.get().rate == Decimal("0.95")


@pytest.mark.parametrize("rate", ["0", "-1", "abc", ""])
def test_a_rate_that_is_none_is_refused(david, rate):
    answer = browser(david).post("/settings/rates/", {"currency": "USD", "day": "2026-01-01", "rate": rate})
    assert answer.status_code == 422
    assert not Rate.objects.exists()


def test_settings_lead_to_the_first_page_one_may_open(david, gilles, anne):
    assert browser(gilles).get("/settings/")["Location"] == "/settings/users/"
    assert browser(david).get("/settings/")["Location"] == "/settings/absences/"
    assert browser(anne).get("/settings/").status_code == 403


def test_first_run_makes_the_administrator_and_the_company():
    client = Client()
    assert client.get("/setup/").status_code == 200
    answer = client.post("/setup/", SETUP)
    assert (answer.status_code, answer["Location"]) == (302, "/setup/next/")
    assert client.get("/setup/next/").status_code == 200
    user = User.objects.get()
    assert (user.email, user.role.key, user.check_password(PASSWORD)) == ("gilles@ardelane.test", "administrator", True)
    assert (preferences.get("company"), preferences.get("fiscal_year_start")) == ("Ardelane", 4)


def test_first_run_refuses_together_and_keeps_what_was_typed():
    answer = Client().post("/setup/", SETUP | {"password": "12345"})
    assert answer.status_code == 422
    assert 'value="Ardelane"' in answer.content.decode()
    assert not User.objects.exists()
    assert not Preference.objects.exists()


def test_first_run_is_closed_once_anybody_exists(eric):
    assert Client().get("/setup/").status_code == 404
    assert Client().post("/setup/", SETUP).status_code == 404
    assert User.objects.count() == 1
    assert Client().get("/setup/next/").status_code == 302
