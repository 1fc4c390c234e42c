"""Who serves an account, from its page."""

import pytest
from django.urls import reverse

from kameo.accounts.models import Account, AccountMember, AccountPulse
from kameo.core.testing.cases import PageCases, ReaderCases, browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def reading_eric(valmorin, eric):
    AccountMember.objects.create(account=valmorin, user=eric, function="observer")
    return eric


@pytest.fixture
def bruno_there(valmorin, bruno):
    return AccountMember.objects.get(account=valmorin, user=bruno)


def functions(account):
    return set(account.members.values_list("user__first_name", "function"))


class TestTeam(PageCases):
    @pytest.fixture
    def url(self, valmorin):
        return reverse("accounts:team", args=[valmorin.pk])


class Writes(ReaderCases):
    @pytest.fixture
    def reader(self, reading_eric):
        return reading_eric

    @pytest.fixture
    def state(self, valmorin):
        return lambda: functions(valmorin)


class TestAdd(Writes):
    @pytest.fixture
    def url(self, valmorin):
        return reverse("accounts:member-new", args=[valmorin.pk])

    @pytest.fixture
    def payload(self, farida):
        return {"user": farida.pk, "function": "support", "responsibilities": "Urgences"}


class TestChange(Writes):
    @pytest.fixture
    def url(self, valmorin, bruno_there):
        return reverse("accounts:member-change", args=[valmorin.pk, bruno_there.pk])

    @pytest.fixture
    def payload(self):
        return {"function": "back_up"}


class TestRemove(Writes):
    @pytest.fixture
    def url(self, valmorin, bruno_there):
        return reverse("accounts:member-remove", args=[valmorin.pk, bruno_there.pk])


class TestLead(Writes):
    @pytest.fixture
    def url(self, valmorin):
        return reverse("accounts:lead", args=[valmorin.pk])

    @pytest.fixture
    def payload(self, bruno):
        return {"user": bruno.pk}


del Writes, ReaderCases


def test_new_lead_makes_the_old_one_back_up(valmorin, anne, farida):
    browser(anne).post(reverse("accounts:lead", args=[valmorin.pk]), {"user": farida.pk})
    assert functions(valmorin) == {("Farida", "lead"), ("Anne", "back_up"), ("Bruno", "sales")}


def test_back_up_who_takes_over_keeps_one_row(valmorin, anne, farida):
    AccountMember.objects.create(account=valmorin, user=farida, function="back_up")
    browser(anne).post(reverse("accounts:lead", args=[valmorin.pk]), {"user": farida.pk})
    assert functions(valmorin) == {("Farida", "lead"), ("Anne", "back_up"), ("Bruno", "sales")}


def test_second_lead_is_refused_beside_the_field(valmorin, anne, farida):
    url = reverse("accounts:member-new", args=[valmorin.pk])
    response = browser(anne).post(url, {"user": farida.pk, "function": "lead"})
    assert response.status_code == 422
    assert "Anne Delmas is the lead" in response.content.decode()


def test_removal_can_be_undone_from_the_toast(valmorin, anne, bruno_there):
    client = browser(anne)
    client.post(reverse("accounts:member-remove", args=[valmorin.pk, bruno_there.pk]))
    page = client.get(reverse("accounts:team", args=[valmorin.pk])).content.decode()
    assert f'name="user" value="{bruno_there.user_id}"' in page
    fields = {"user": bruno_there.user_id, "function": "sales", "responsibilities": ""}
    client.post(reverse("accounts:member-new", args=[valmorin.pk]), fields)
    assert ("Bruno", "sales") in functions(valmorin)


def test_reader_may_leave_by_himself(valmorin, reading_eric):
    own = AccountMember.objects.get(account=valmorin, user=reading_eric)
    response = browser(reading_eric).post(reverse("accounts:member-remove", args=[valmorin.pk, own.pk]))
    assert response["Location"] == reverse("accounts:list")
    assert not AccountMember.objects.filter(pk=own.pk).exists()


def test_member_of_another_account_is_not_found_here(valmorin, anne, bruno_there):
    other = Account.objects.create(name="Autre")
    AccountMember.objects.create(account=other, user=anne)
    assert browser(anne).get(reverse("accounts:member-change", args=[other.pk, bruno_there.pk])).status_code == 404


def test_fourth_key_account_of_a_kam_warns_r100(valmorin, anne):
    for number in range(4):
        account = Account.objects.create(name=f"Clé {number}")
        AccountMember.objects.create(account=account, user=anne, function="lead")
        AccountPulse.objects.filter(account=account).update(account_class="key")
    text = browser(anne).get(reverse("accounts:team", args=[valmorin.pk])).content.decode()
    assert "Anne Delmas leads 4 key accounts; the role is meant for 3 at most." in text


def test_reader_sees_the_team_without_a_verb(valmorin, reading_eric):
    text = browser(reading_eric).get(reverse("accounts:team", args=[valmorin.pk])).content.decode()
    assert "Anne Delmas" in text
    assert "Change lead" not in text
    assert "Add to the team" not in text
