"""When somebody leaves: nothing of theirs is forgotten, and they are out at once."""

import pytest
from django.test import Client

from kameo.core import reassign
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.core.registry import Store
from kameo.people import domain
from kameo.people.models import Absence, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def portfolio(monkeypatch):
    """A register of its own with one kind of thing: who holds what."""
    held = {}
    store = Store("reassigners")
    monkeypatch.setattr(reassign, "reassigners", store)

    def move(user, successor, by):
        count = held.pop(user.pk, 0)
        held[successor.pk] = held.get(successor.pk, 0) + count
        return count

    reassign.register("accounts", label="accounts", count=lambda user: held.get(user.pk, 0), move=move)
    return held


def test_the_portfolio_goes_to_the_successor(anne, bruno, gilles, portfolio):
    portfolio[anne.pk] = 3
    moved = domain.deactivate_user(anne, successor=bruno, by=gilles)
    assert moved == {"accounts": 3}
    assert portfolio == {bruno.pk: 3}
    anne.refresh_from_db()
    assert (anne.is_active, anne.deactivated_by) == (False, gilles)
    event = Event.objects.get(type="user.deactivated")
    assert event.data == {"successor": bruno.pk, "moved": {"accounts": 3}}


def test_a_portfolio_without_successor_stops_it(anne, gilles, portfolio):
    portfolio[anne.pk] = 1
    with pytest.raises(DomainError) as refusal:
        domain.deactivate_user(anne, successor=None, by=gilles)
    assert (refusal.value.code, refusal.value.field) == ("successor_missing", "successor")
    anne.refresh_from_db()
    assert anne.is_active


def test_nobody_to_replace_needs_no_successor(eric, gilles, portfolio):
    assert domain.deactivate_user(eric, successor=None, by=gilles) == {}


def test_sessions_and_keys_end_at_once(anne, gilles, portfolio):
    anne.set_password("corrigé-violet-42")
    anne.save()
    client = Client()
    client.post("/sign-in/", {"login": anne.email, "password": "corrigé-violet-42"})
    assert client.get("/profile/").status_code == 200
    _token, plaintext = domain.create_token(anne, name="BI")
    domain.deactivate_user(anne, successor=None, by=gilles)
    assert client.get("/profile/").status_code == 302
    assert client.session.get("_auth_user_id") is None
    assert domain.authenticate_token(plaintext) is None
    domain.reactivate_user(anne, by=gilles)
    assert domain.authenticate_token(plaintext) is None


def test_absences_to_come_go_and_covers_pass_on(anne, bruno, chloe, gilles, portfolio, time_machine):
    time_machine.move_to("2026-04-01T08:00:00Z")
    days = {"starts_on": "2026-05-04", "ends_on": "2026-05-08"}
    Absence.objects.create(user=anne, cover=bruno, **days)
    Absence.objects.create(user=chloe, cover=anne, **days)
    Absence.objects.create(user=bruno, cover=anne, **days)
    domain.deactivate_user(anne, successor=bruno, by=gilles)
    assert list(Absence.objects.values_list("user", "cover")) == [(chloe.pk, bruno.pk)]


def test_the_last_administrator_stays(gilles, david, portfolio):
    director = Role.objects.get(key="director")
    with pytest.raises(DomainError) as refusal:
        domain.deactivate_user(gilles, successor=None, by=david)
    assert refusal.value.code == "last_administrator"
    with pytest.raises(DomainError) as refusal:
        domain.change_user(gilles, by=gilles, role=director)
    assert (refusal.value.code, refusal.value.field) == ("last_administrator", "role")
    gilles.refresh_from_db()
    assert (gilles.is_active, gilles.role.key) == (True, "administrator")


def test_an_invited_administrator_does_not_count_before_joining(gilles, david, portfolio):
    domain.invite_user(by=gilles, email="second@ardelane.test", role=gilles.role)
    with pytest.raises(DomainError) as refusal:
        domain.deactivate_user(gilles, successor=None, by=david)
    assert refusal.value.code == "last_administrator"


def test_with_two_administrators_one_may_go(gilles, david, portfolio):
    domain.change_user(david, by=gilles, role=gilles.role)
    domain.deactivate_user(gilles, successor=None, by=david)
    gilles.refresh_from_db()
    assert not gilles.is_active


def test_nobody_deactivates_themselves(gilles, david, portfolio):
    domain.change_user(david, by=gilles, role=gilles.role)
    with pytest.raises(DomainError) as refusal:
        domain.deactivate_user(gilles, successor=None, by=gilles)
    assert refusal.value.code == "oneself"


def test_a_portfolio_changes_hands_without_anybody_leaving(anne, bruno, gilles, portfolio):
    portfolio[anne.pk] = 2
    assert domain.transfer_portfolio(anne, successor=bruno, by=gilles) == {"accounts": 2}
    anne.refresh_from_db()
    assert anne.is_active
    with pytest.raises(DomainError) as refusal:
        domain.transfer_portfolio(anne, successor=anne, by=gilles)
    assert refusal.value.code == "successor_unfit"
