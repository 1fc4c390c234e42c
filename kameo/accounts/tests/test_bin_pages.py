"""Binning from the page, undoing, giving back from the bin."""

import pytest
from django.urls import reverse

from kameo.accounts import domain
from kameo.accounts.models import Account, AccountMember
from kameo.core.testing.cases import ListCases, PageCases, ReaderCases, browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(valmorin):
    return Account.objects.create(name="Laval", kind="site", parent=valmorin)


@pytest.fixture
def reading_eric(valmorin, eric):
    AccountMember.objects.create(account=valmorin, user=eric, function="observer")
    return eric


class TestAskPage(PageCases):
    @pytest.fixture
    def url(self, site):
        return reverse("accounts:bin-one", args=[site.pk])


class TestBin(ReaderCases):
    @pytest.fixture
    def url(self, site):
        return reverse("accounts:bin-one", args=[site.pk])

    @pytest.fixture
    def state(self):
        return lambda: Account.objects.binned().count()

    @pytest.fixture
    def reader(self, reading_eric):
        return reading_eric


class TestRestore(ReaderCases):
    @pytest.fixture
    def url(self, site, anne):
        domain.bin_account(site, by=anne)
        return reverse("accounts:restore", args=[site.pk])

    @pytest.fixture
    def state(self):
        return lambda: Account.objects.binned().count()

    @pytest.fixture
    def reader(self, reading_eric):
        return reading_eric


class TestBinList(ListCases):
    queries = 4  # session, user, frame, what was binned with what went along

    @pytest.fixture
    def url(self):
        return reverse("accounts:bin")

    @pytest.fixture
    def make_rows(self, valmorin, anne):
        def make(count):
            for number in range(count):
                account = Account.objects.create(name=f"Site {number}", parent=valmorin)
                Account.objects.create(name="Atelier", parent=account)
                domain.bin_account(account, by=anne)

        return make

    @pytest.fixture
    def hidden(self, site, anne):
        domain.bin_account(site, by=anne)
        return "Laval"


def test_page_says_what_goes_along(valmorin, site, anne):
    Account.objects.create(name="Rennes", parent=valmorin)
    text = browser(anne).get(reverse("accounts:bin-one", args=[valmorin.pk])).content.decode()
    assert "2 accounts below it" in text
    assert "1 of them a site" in text


def test_bin_then_undo(valmorin, site, anne):
    client = browser(anne)
    client.post(reverse("accounts:bin-one", args=[valmorin.pk]))
    page = client.get(reverse("accounts:list")).content.decode()
    assert f'action="{reverse("accounts:restore", args=[valmorin.pk])}"' in page
    assert Account.objects.present().count() == 0
    client.post(reverse("accounts:restore", args=[valmorin.pk]))
    assert Account.objects.present().count() == 2


def test_list_shows_the_top_with_what_went_along(valmorin, site, anne):
    domain.bin_account(valmorin, by=anne)
    text = browser(anne).get(reverse("accounts:bin")).content.decode()
    assert "with 1 account below it" in text
    assert "Laval" not in text


def test_part_binned_before_its_group_is_listed_apart(valmorin, site, anne):
    domain.bin_account(site, by=anne)
    domain.bin_account(valmorin, by=anne)
    text = browser(anne).get(reverse("accounts:bin")).content.decode()
    assert "Laval" in text
    assert "Groupe Valmorin" in text


def test_refusal_of_the_domain_is_told(valmorin, anne):
    Account.objects.create(name="Iris", parent=valmorin, confidential=True)
    client = browser(anne)
    assert client.post(reverse("accounts:bin-one", args=[valmorin.pk])).status_code == 302
    assert "ask a director" in client.get(reverse("accounts:list")).content.decode()
    assert not Account.objects.binned().exists()
