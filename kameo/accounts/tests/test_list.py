"""GET /accounts/: filters, order, pages, and what it gives away."""

from datetime import timedelta
from decimal import Decimal
from itertools import chain

import pytest
from django.http import QueryDict
from django.urls import reverse

from kameo.accounts.lists import ACCOUNT_LIST
from kameo.accounts.models import Account, AccountMember, AccountPulse, Alias, FormerName, Identifier, RevenueTotal
from kameo.core import clock
from kameo.core.lists import address, asking
from kameo.core.lists import page_for as page_of_list
from kameo.core.testing.cases import ListCases, PageCases, browser

pytestmark = pytest.mark.django_db


def with_pulse(name, *, revenue=None, previous=None, silent=None, account_class="standard", **fields):
    account = Account.objects.create(name=name, **fields)
    last = None if silent is None else clock.now() - timedelta(days=silent)
    AccountPulse.objects.filter(account=account).update(
        tree_revenue_12m=revenue,
        tree_revenue_previous_12m=previous,
        last_contact_at=last,
        tree_last_contact_at=last,
        account_class=account_class,
    )
    return account


def page_for(user, criteria=None, *, sort="name", **options):
    return page_of_list(ACCOUNT_LIST, user, criteria, sort=sort, **options)


def names(user, criteria=None, **options):
    return [row.name for row in page_for(user, criteria, **options).rows]


class TestList(ListCases):
    queries = 4  # session, user, frame, rows

    @pytest.fixture
    def url(self):
        return reverse("accounts:list")

    @pytest.fixture
    def make_rows(self, valmorin):
        def make(count):
            for number in range(count - 1):
                with_pulse(f"Site {number}", kind="site", parent=valmorin, revenue=number, silent=3)

        return make

    @pytest.fixture
    def hidden(self, valmorin):
        return valmorin.name


class TestListPage(PageCases):
    fragment = True

    @pytest.fixture
    def url(self, valmorin):
        return reverse("accounts:list")

    @pytest.fixture
    def stranger(self):
        pytest.skip("everybody has a list, of what they see")


def test_same_address_answers_page_and_rows_and_says_so_to_caches(valmorin, anne):
    url = reverse("accounts:list")
    page = browser(anne).get(url)
    rows = browser(anne).get(url, headers={"HX-Request": "true"})
    assert "HX-Request" in page["Vary"]
    assert "Groupe Valmorin" in rows.content.decode()
    assert "filter-bar" not in rows.content.decode()


def test_fragment_costs_three_queries(valmorin, anne, django_assert_num_queries):
    client = browser(anne)
    client.get(reverse("accounts:list"))
    with django_assert_num_queries(3):  # session, user, rows
        client.get(reverse("accounts:list"), headers={"HX-Request": "true"})


def test_no_account_at_all_offers_to_create(chloe):
    text = browser(chloe).get(reverse("accounts:list")).content.decode()
    assert "No account yet" in text
    assert reverse("accounts:new") in text


def test_reader_without_account_is_told_whom_to_ask(eric):
    text = browser(eric).get(reverse("accounts:list")).content.decode()
    assert "not on the team of any account" in text
    assert reverse("accounts:new") not in text


def test_no_result_offers_to_clear_the_filter(valmorin, anne):
    text = browser(anne).get(reverse("accounts:list"), {"q": "zzzz"}).content.decode()
    assert "No account matches." in text
    assert "Clear the filter" in text


@pytest.mark.parametrize("sort", list(ACCOUNT_LIST.order_columns()))
@pytest.mark.parametrize("descending", [False, True])
def test_pages_hold_every_row_once_in_both_directions(sort, descending, david):
    values = [None, 10, 10, None, 25, 5, 10]
    for number, value in enumerate(values):
        with_pulse(
            f"Compte {number % 3}",
            revenue=value,
            previous=10,
            silent=value,
            account_class=["key", "large"][number % 2],
            status=["active", "lost"][number % 2],
        )
    whole = [row.id for row in page_for(david, asking(), sort=sort, descending=descending).rows]
    assert len(whole) == 7
    pages, cursor = [], None
    while True:
        page = page_for(david, asking(), sort=sort, descending=descending, cursor=cursor, size=2)
        pages.append([row.id for row in page.rows])
        if page.after is None:
            break
        cursor = page.after
    assert list(chain(*pages)) == whole
    back = [pages[-1]]
    while page.before is not None:
        page = page_for(david, asking(), sort=sort, descending=descending, cursor=page.before, size=2)
        back.insert(0, [row.id for row in page.rows])
    assert list(chain(*back)) == whole


def test_revenue_sorts_unknown_last_both_ways(david):
    with_pulse("A", revenue=1)
    with_pulse("B")
    with_pulse("C", revenue=3)
    assert names(david, sort="revenue", descending=True) == ["C", "A", "B"]
    assert names(david, sort="revenue", descending=False) == ["A", "C", "B"]


def test_change_is_a_ratio_and_none_without_a_base(david):
    with_pulse("Up", revenue=Decimal(130), previous=Decimal(100))
    with_pulse("New", revenue=Decimal(130))
    with_pulse("Credited", revenue=Decimal(130), previous=Decimal(-5))
    changes = {row.name: row.change for row in page_for(david, asking()).rows}
    assert changes == {"Up": Decimal("0.300000"), "New": None, "Credited": None}


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        (asking(status=("lost",)), {"Beta"}),
        (asking(status=("lost", "active")), {"Alpha", "Beta"}),
        (asking(**{"class": ("large_key", "key")}), {"Alpha"}),
        (asking(**{"class": ("standard",)}), {"Beta", "Gamma"}),
        (asking(kind=("site",)), {"Gamma"}),
        (asking(sector="Chimie"), {"Alpha"}),
        (asking(country="DE"), {"Beta"}),
        (asking(tag=("export",)), {"Beta"}),
        (asking(lead="me"), {"Alpha"}),
        (asking(lead="nobody"), {"Beta", "Gamma"}),
        (asking(lead="any"), {"Alpha"}),
        (asking(roots=True), {"Alpha", "Beta"}),
        (asking(revenue=(Decimal(100), None)), {"Alpha"}),
        (asking(revenue=(None, Decimal(99))), {"Beta"}),
        (asking(silent=30), {"Beta", "Gamma"}),
        (asking(status=("active",), silent=30), set()),
    ],
)
def test_filter(criteria, expected, david):
    alpha = with_pulse(
        "Alpha", status="active", sector="Chimie", revenue=100, silent=3, account_class="large_key", country="FR"
    )
    with_pulse("Beta", status="lost", country="DE", tags=["export", "RSE"], revenue=10, silent=31)
    Account.objects.create(name="Gamma", kind="site", parent=alpha)
    AccountMember.objects.create(account=alpha, user=david, function="lead")
    assert set(names(david, criteria)) == expected


def test_lead_filter_by_colleague(valmorin, anne, david):
    Account.objects.create(name="Autre")
    assert names(david, asking(lead=str(anne.pk))) == ["Groupe Valmorin"]


def test_roots_of_a_member_are_the_tops_of_what_they_see(valmorin, chloe):
    site = Account.objects.create(name="Laval", kind="site", parent=valmorin)
    Account.objects.create(name="Atelier", kind="site", parent=site)
    AccountMember.objects.create(account=site, user=chloe)
    assert names(chloe, asking(roots=True)) == ["Laval"]


@pytest.mark.parametrize("typed", ["étoile", "ETOILE", "etoil", "fromageries", "Hydravia", "732 829 320", "etoille"])
def test_search_finds_names_accents_slips_aliases_former_names_and_numbers(typed, david):
    account = Account.objects.create(name="Compagnie de l’Étoile")
    Account.objects.create(name="Tout autre chose")
    Alias.objects.create(account=account, name="Hydravia")
    FormerName.objects.create(account=account, name="Fromageries du Bocage", until="2024-01-01")
    Identifier.objects.create(account=account, scheme="siren", value="732829320")
    assert names(david, asking(q=typed)) == ["Compagnie de l’Étoile"]


def test_search_forgives_spelling_only_when_nothing_is_exact(david):
    for name in ("Valmorin", "Valmorain"):
        Account.objects.create(name=name)
    assert names(david, asking(q="valmorin")) == ["Valmorin"]
    assert names(david, asking(q="valmorrin")) == ["Valmorain", "Valmorin"]


@pytest.mark.parametrize("typed", ["%", "_", "\\", "'", "\x00", "😀", "a" * 5000, "   "])
def test_search_survives_anything_typed(typed, valmorin, david):
    assert browser(david).get(reverse("accounts:list"), {"q": typed}).status_code == 200


def test_confidential_parent_is_not_named(valmorin, chloe, david):
    secret = Account.objects.create(name="Projet Iris", parent=valmorin, confidential=True)
    below = Account.objects.create(name="Usine", parent=secret)
    AccountMember.objects.create(account=below, user=chloe)
    assert [row.parent_name for row in page_for(chloe, asking()).rows] == [None]
    assert {row.parent_name for row in page_for(david, asking()).rows} == {None, "Groupe Valmorin", "Projet Iris"}


def test_open_parents_name_alone_shows(valmorin, chloe):
    site = Account.objects.create(name="Laval", parent=valmorin)
    AccountMember.objects.create(account=site, user=chloe)
    assert [row.parent_name for row in page_for(chloe, asking()).rows] == ["Groupe Valmorin"]


def test_share_only_for_those_who_may_see_our_total(valmorin, anne, david):
    RevenueTotal.objects.create(day=clock.company_today(), reporting_net=Decimal(1000))
    assert page_for(david).facts["invoiced"] == Decimal(1000)
    assert page_for(anne).facts["invoiced"] is None
    assert "Share" not in browser(anne).get(reverse("accounts:list")).content.decode()


def test_count_is_that_of_the_filter_and_of_what_the_user_sees(valmorin, anne, david):
    Account.objects.create(name="Autre")
    assert page_for(david, asking()).total == 2
    assert page_for(anne, asking()).total == 1
    assert page_for(david, asking(q="autre"), size=1).total == 1


def test_binned_accounts_are_not_listed(valmorin, david):
    Account.objects.create(name="Partie", binned_at=clock.now())
    assert names(david) == ["Groupe Valmorin"]


def test_address_round_trip():
    state = address.read(
        ACCOUNT_LIST, QueryDict("q=a+b&status=active&status=lost&revenue_from=12+000%2C5&silent=45&sort=-name")
    )
    assert state.criteria == asking(q="a b", status=("active", "lost"), revenue=(Decimal("12000.5"), None), silent=45)
    assert (state.sort, state.descending) == ("name", True)
    assert state.query(without=["status"]) == "?q=a+b&silent=45&revenue_from=12+000%2C5&sort=-name"
    assert state.sorted_by("name").endswith("sort=name")
    assert state.sorted_by("revenue").endswith("sort=-revenue")


@pytest.mark.parametrize(
    "query",
    [
        "after=zzz",
        "after=W10",
        "before=WyJ4IiwxXQ&sort=revenue",
        "lead=999999999999",
        "status=none",
        "sort=secret",
        "revenue_from=NaN",
        "revenue_to=Infinity",
        "silent=-4",
        "id=99999999999999999999",
        "country=fr-x",
        "after=",
        "silent=9999999999999",
        "lead=²",
        "id=²",
    ],
)
def test_what_cannot_be_read_is_left_out(query, valmorin, david):
    response = browser(david).get(reverse("accounts:list") + "?" + query)
    assert response.status_code in {200, 302}


def test_a_page_that_no_longer_exists_goes_back_to_the_first(valmorin, david):
    page = page_for(david, asking())
    row = page.rows[0]
    state = address.read(ACCOUNT_LIST, QueryDict("sort=name"))
    url = reverse("accounts:list") + state.page(address.Cursor("zzz", row.id))
    response = browser(david).get(url)
    assert response.status_code == 302
    assert response["Location"] == reverse("accounts:list") + "?sort=name"
