"""The tree opened branch by branch, the structure of one account at a date, and moving it."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from kameo.accounts import domain
from kameo.accounts.models import Account, AccountMember, AccountPulse, RevenueDay
from kameo.accounts.queries.structure import tree_at
from kameo.core.testing.cases import ListCases, PageCases, ReaderCases, browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree(valmorin):
    company = Account.objects.create(name="Laiteries", parent=valmorin)
    site = Account.objects.create(name="Laval", kind="site", parent=company)
    secret = Account.objects.create(name="Projet Iris", parent=valmorin, confidential=True)
    for account, amount in ((valmorin, 1), (company, 20), (site, 300), (secret, 4000)):
        RevenueDay.objects.create(
            account=account, day=date(2026, 6, 1), currency="EUR", net=amount, reporting_net=amount, documents=1
        )
    return {"group": valmorin, "company": company, "site": site, "secret": secret}


@pytest.fixture
def reading_eric(valmorin, eric):
    AccountMember.objects.create(account=valmorin, user=eric, function="observer")
    return eric


def drawn(node):
    return {node.name: node.group.revenue_12m, **{k: v for child in node.children for k, v in drawn(child).items()}}


class TestStructure(PageCases):
    @pytest.fixture
    def url(self, valmorin):
        return reverse("accounts:structure", args=[valmorin.pk])


class TestTree(ListCases):
    queries = 4  # session, user, frame, rows

    @pytest.fixture
    def url(self):
        return reverse("accounts:tree")

    @pytest.fixture
    def make_rows(self, anne):
        def make(count):
            for number in range(count):
                account = Account.objects.create(name=f"Groupe {number}", kind="group")
                AccountMember.objects.create(account=account, user=anne)

        return make

    @pytest.fixture
    def hidden(self, valmorin):
        return valmorin.name


class TestChildren(ListCases):
    queries = 4  # session, user, account, rows

    @pytest.fixture
    def url(self, valmorin):
        return reverse("accounts:children", args=[valmorin.pk])

    @pytest.fixture
    def make_rows(self, valmorin):
        def make(count):
            for number in range(count):
                Account.objects.create(name=f"Site {number}", parent=valmorin)

        return make

    @pytest.fixture
    def hidden(self, tree):
        return "Laiteries"


class TestMove(ReaderCases):
    @pytest.fixture
    def url(self, tree):
        return reverse("accounts:move", args=[tree["site"].pk])

    @pytest.fixture
    def payload(self, valmorin):
        return {"parent": valmorin.pk, "on": "2026-01-01", "reason": "reorganisation"}

    @pytest.fixture
    def reader(self, reading_eric):
        return reading_eric

    @pytest.fixture
    def state(self):
        return lambda: list(Account.objects.order_by("pk").values_list("parent_id", flat=True))


def test_each_node_rolls_up_what_the_reader_sees(tree, anne, david):
    today = date(2026, 11, 22)
    seen = tree_at(tree["group"], anne, today).top
    assert drawn(seen) == {"Groupe Valmorin": 321, "Laiteries": 320, "Laval": 300}
    assert seen.group.left_out == 1
    assert drawn(tree_at(tree["group"], david, today).top) == {
        "Groupe Valmorin": Decimal(4321),
        "Laiteries": 320,
        "Laval": 300,
        "Projet Iris": 4000,
    }


def test_page_tells_what_is_left_out(tree, anne):
    text = browser(anne).get(reverse("accounts:structure", args=[tree["group"].pk])).content.decode()
    assert "1 entity that you may not see is left out" in text
    assert "Projet Iris" not in text


def test_past_date_shows_the_tree_as_it_stood(tree, anne):
    domain.move_account(tree["site"], parent=tree["group"], on=date(2026, 3, 1), reason="reorganisation", by=anne)
    url = reverse("accounts:structure", args=[tree["company"].pk])
    before = browser(anne).get(url, {"as_of": "2026-02-28"}).content.decode()
    after = browser(anne).get(url, {"as_of": "2026-03-01"}).content.decode()
    assert "Laval" in before
    assert "Laval" not in after


@pytest.mark.parametrize("raw", ["", "yesterday", "2026-02-30", "9999-12-31", "0001-01-01"])
def test_any_date_answers(raw, tree, anne):
    assert browser(anne).get(reverse("accounts:structure", args=[tree["group"].pk]), {"as_of": raw}).status_code == 200


def test_structure_page_costs_the_same_for_any_size(tree, anne, django_assert_num_queries):
    client = browser(anne)
    url = reverse("accounts:structure", args=[tree["group"].pk])
    client.get(url)
    # session, user, account, frame; then places, sight, hidden parts, roll-ups, names; then its own history
    with django_assert_num_queries(10):
        client.get(url)
    for number in range(5):
        Account.objects.create(name=f"Site {number}", parent=tree["company"])
    with django_assert_num_queries(10):
        client.get(url)


def test_cycle_is_refused_beside_the_field(tree, anne):
    url = reverse("accounts:move", args=[tree["group"].pk])
    payload = {"parent": tree["site"].pk, "on": "2026-01-01", "reason": "merger"}
    response = browser(anne).post(url, payload)
    assert response.status_code == 422
    assert 'id="id_parent-error"' in response.content.decode()
    tree["group"].refresh_from_db()
    assert tree["group"].parent_id is None


def test_move_to_nothing_above(tree, anne):
    url = reverse("accounts:move", args=[tree["site"].pk])
    assert browser(anne).post(url, {"on": "2026-01-01", "reason": "sale", "note": "Cédée"}).status_code == 302
    tree["site"].refresh_from_db()
    assert tree["site"].parent_id is None


def test_history_keeps_a_confidential_parents_name(tree, anne, chloe):
    below = Account.objects.create(name="Usine", parent=tree["secret"])
    AccountMember.objects.create(account=below, user=chloe)
    text = browser(chloe).get(reverse("accounts:structure", args=[below.pk])).content.decode()
    assert "Projet Iris" not in text
    assert "A confidential account" in text


def test_tree_opens_only_what_has_something_below(tree, anne):
    AccountPulse.objects.filter(account=tree["group"]).update(tree_entities=3)
    text = browser(anne).get(reverse("accounts:tree")).content.decode()
    assert reverse("accounts:children", args=[tree["group"].pk]) in text
    assert reverse("accounts:children", args=[tree["site"].pk]) not in text
