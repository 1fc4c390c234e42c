"""Creating, editing, changing the status: what is refused comes back beside its field, and nothing typed is lost."""

import pytest
from django.urls import reverse

from kameo.accounts.models import Account, AccountMember, Address, Identifier
from kameo.core.testing.cases import PageCases, ReaderCases, WriteCases, browser

pytestmark = pytest.mark.django_db


def blank(**given):
    """What the browser sends: the form as it stands, with what was typed."""
    rows = {}
    for prefix, count in (("identifiers", 2), ("addresses", 1)):
        rows |= {f"{prefix}-TOTAL_FORMS": count, f"{prefix}-INITIAL_FORMS": 0}
    return {"name": "Orsenne", "kind": "company", "status": "prospect", **rows, **given}


@pytest.fixture
def reading_eric(valmorin, eric):
    AccountMember.objects.create(account=valmorin, user=eric, function="observer")
    return eric


class TestEditPage(PageCases):
    @pytest.fixture
    def url(self, valmorin):
        return reverse("accounts:edit", args=[valmorin.pk])


class TestEdit(ReaderCases):
    @pytest.fixture
    def url(self, valmorin):
        return reverse("accounts:edit", args=[valmorin.pk])

    @pytest.fixture
    def payload(self):
        return blank(name="Valmorin Europe")

    @pytest.fixture
    def reader(self, reading_eric):
        return reading_eric

    @pytest.fixture
    def state(self, valmorin):
        return lambda: list(Account.objects.values("name", "kind", "status"))


class TestStatus(ReaderCases):
    @pytest.fixture
    def url(self, valmorin):
        return reverse("accounts:status", args=[valmorin.pk])

    @pytest.fixture
    def payload(self):
        return {"status": "lost"}

    @pytest.fixture
    def reader(self, reading_eric):
        return reading_eric

    @pytest.fixture
    def state(self, valmorin):
        return lambda: list(Account.objects.values("status"))


@pytest.mark.parametrize("name", ["accounts:new", "accounts:quick"])
def test_reader_may_not_create(name, eric):
    assert browser(eric).get(reverse(name)).status_code == 403
    assert browser(eric).post(reverse(name), blank()).status_code == 403
    assert not Account.objects.exists()


def test_creator_becomes_lead_and_lands_on_the_account(anne):
    response = browser(anne).post(reverse("accounts:new"), blank(sector="Chimie", tags="export, RSE"))
    account = Account.objects.get()
    assert response["Location"] == reverse("account", args=[account.pk])
    assert (account.name, account.sector, account.tags) == ("Orsenne", "Chimie", ["export", "RSE"])
    assert account.members.get().user == anne


def test_everything_typed_is_stored(anne):
    payload = blank(
        legal_name="Orsenne SAS",
        naf="4711F",
        headcount="1200",
        own_revenue="12 500 000,50",
        potential="240 000",
        own_revenue_currency="EUR",
        country="FR",
        website="orsenne.fr",
        phone="+33 1 23 45 67 89",
        aliases="OL\nORS",
        mail_domains="@Orsenne.fr",
        description="Transport",
        confidential="on",
        **{"identifiers-0-scheme": "siren", "identifiers-0-value": "732 829 320"},
        **{"addresses-0-kind": "billing", "addresses-0-lines": "1 rue Haute", "addresses-0-city": "Rennes"},
    )
    anne.language = "fr"
    anne.save()
    assert browser(anne).post(reverse("accounts:new"), payload).status_code == 302
    account = Account.objects.get()
    assert (account.naf, account.headcount, str(account.own_revenue)) == ("47.11F", 1200, "12500000.50")
    assert (str(account.potential), account.website) == ("240000.00", "https://orsenne.fr")
    assert [alias.name for alias in account.aliases.all()] == ["OL", "ORS"]
    assert account.mail_domains.get().domain == "orsenne.fr"
    assert account.identifiers.get().value == "732829320"
    assert (account.addresses.get().kind, account.addresses.get().city) == ("billing", "Rennes")
    assert account.confidential


def test_wrong_number_is_told_beside_it_and_nothing_is_lost(anne):
    payload = blank(sector="Chimie", **{"identifiers-1-scheme": "siren", "identifiers-1-value": "732829321"})
    response = browser(anne).post(reverse("accounts:new"), payload)
    text = response.content.decode()
    assert response.status_code == 422
    assert 'id="id_identifiers-1-value-error"' in text
    assert 'value="732829321"' in text
    assert 'value="Chimie"' in text
    assert not Account.objects.exists()


def test_number_of_another_account_is_refused_and_the_creation_with_it(anne, valmorin):
    Identifier.objects.create(account=Account.objects.create(name="Hors de vue"), scheme="siren", value="732829320")
    payload = blank(**{"identifiers-0-scheme": "siren", "identifiers-0-value": "732829320"})
    response = browser(anne).post(reverse("accounts:new"), payload)
    assert response.status_code == 422
    assert "Another account has this number." in response.content.decode()
    assert "Hors de vue" not in response.content.decode()
    assert not Account.objects.filter(name="Orsenne").exists()


@pytest.mark.parametrize("name", ["accounts:new", "accounts:quick"])
def test_look_alike_is_shown_before_creating_and_can_be_overruled(name, anne, valmorin):
    client = browser(anne)
    response = client.post(reverse(name), blank(name="Groupe Valmorin"))
    assert response.status_code == 200
    assert reverse("account", args=[valmorin.pk]) in response.content.decode()
    assert Account.objects.count() == 1
    assert client.post(reverse(name), blank(name="Groupe Valmorin", anyway="1")).status_code == 302
    assert Account.objects.count() == 2


def test_look_alike_out_of_sight_is_not_hinted_at(chloe, valmorin):
    response = browser(chloe).get(reverse("accounts:likenesses"), {"name": "Groupe Valmorin"})
    assert "Valmorin" not in response.content.decode()
    assert browser(chloe).post(reverse("accounts:new"), blank(name="Groupe Valmorin")).status_code == 302


def test_parent_is_found_by_what_was_typed_without_javascript(anne, valmorin):
    response = browser(anne).post(reverse("accounts:new"), blank(parent="", parent_search="valmo"))
    assert response.status_code == 302
    assert Account.objects.get(name="Orsenne").parent == valmorin


def test_several_parents_come_back_to_choose_from(anne, valmorin):
    Account.objects.create(name="Valmorin Laiteries", parent=valmorin)
    response = browser(anne).post(reverse("accounts:new"), blank(parent_search="valmorin"))
    text = response.content.decode()
    assert response.status_code == 422
    assert "Several accounts match" in text
    assert f'<option value="{valmorin.pk}">Groupe Valmorin</option>' in text


def test_parent_out_of_sight_is_unknown(chloe, valmorin):
    for given in ({"parent": valmorin.pk}, {"parent_search": "valmorin"}):
        response = browser(chloe).post(reverse("accounts:new"), blank(**given))
        assert response.status_code == 422
        assert "Groupe Valmorin" not in response.content.decode()


def test_choices_show_only_what_the_user_sees(anne, chloe, valmorin):
    url = reverse("accounts:choices") + "?field=parent&parent_search=valm"
    assert "Groupe Valmorin" in browser(anne).get(url).content.decode()
    assert "Groupe Valmorin" not in browser(chloe).get(url).content.decode()


def test_editing_without_a_change_writes_nothing(anne, valmorin):
    from kameo.core.journal.models import Event

    client = browser(anne)
    url = reverse("accounts:edit", args=[valmorin.pk])
    client.post(url, blank(name="Groupe Valmorin", kind="group", status="active"))
    assert not Event.objects.exists()


def test_emptying_a_row_removes_it(anne, valmorin):
    Address.objects.create(account=valmorin, lines="1 rue Haute", city="Rennes")
    Identifier.objects.create(account=valmorin, scheme="siren", value="732829320")
    payload = blank(name="Groupe Valmorin", kind="group", status="active")
    payload |= {"identifiers-TOTAL_FORMS": 3, "identifiers-INITIAL_FORMS": 1, "identifiers-0-scheme": "siren"}
    payload |= {"identifiers-0-value": "", "addresses-TOTAL_FORMS": 2, "addresses-INITIAL_FORMS": 1}
    payload |= {"addresses-0-kind": "headquarters", "addresses-0-lines": "", "addresses-0-city": ""}
    assert browser(anne).post(reverse("accounts:edit", args=[valmorin.pk]), payload).status_code == 302
    assert not valmorin.addresses.exists()
    assert not valmorin.identifiers.exists()


def test_rename_keeps_the_former_name(anne, valmorin):
    browser(anne).post(reverse("accounts:edit", args=[valmorin.pk]), blank(name="Valmorin Europe", kind="group"))
    valmorin.refresh_from_db()
    assert valmorin.name == "Valmorin Europe"
    assert [former.name for former in valmorin.former_names.all()] == ["Groupe Valmorin"]


def test_status_toast_sets_it_back(anne, valmorin):
    client = browser(anne)
    client.post(reverse("accounts:status", args=[valmorin.pk]), {"status": "dormant", "next": "/accounts/"})
    page = client.get(reverse("accounts:list")).content.decode()
    assert f'action="{reverse("accounts:status", args=[valmorin.pk])}"' in page
    assert 'name="status" value="active"' in page


def test_status_never_redirects_outside(anne, valmorin):
    url = reverse("accounts:status", args=[valmorin.pk])
    response = browser(anne).post(url, {"status": "lost", "next": "https://example.org/"})
    assert response["Location"] == reverse("account", args=[valmorin.pk])


class TestQuick(WriteCases):
    @pytest.fixture
    def url(self):
        return reverse("accounts:quick")

    @pytest.fixture
    def payload(self):
        return {"name": "Orsenne", "kind": "company"}

    @pytest.fixture
    def stranger(self, eric):
        return eric
