"""An administrator invites; the link lets the colleague choose a password, once, within seven days."""

import pytest

from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.people import domain
from kameo.people.models import Role, User

pytestmark = pytest.mark.django_db

PASSWORD = "corrigé-violet-42"


@pytest.fixture
def paul(gilles):
    return domain.invite_user(
        by=gilles, email=" Paul.Rey@Ardelane.test ", role=Role.objects.get(key="sales"), first_name="Paul"
    )


def test_an_invited_user_cannot_sign_in_yet(paul, gilles):
    assert paul.email == "paul.rey@ardelane.test"
    assert not paul.has_usable_password()
    assert paul.invited_by == gilles
    assert Event.objects.get(type="user.invited").data == {"email": "paul.rey@ardelane.test", "role": "sales"}


def test_the_link_invites_them_until_they_choose_a_password(paul):
    token = domain.invitation_token(paul)
    assert domain.invited_by_token(token) == paul
    domain.accept_invitation(paul, password=PASSWORD, first_name="Paul", last_name="Rey")
    paul.refresh_from_db()
    assert paul.check_password(PASSWORD)
    assert paul.full_name == "Paul Rey"
    assert domain.invited_by_token(token) is None


def test_the_link_ends_after_seven_days(paul, time_machine):
    time_machine.move_to("2026-05-01T08:00:00Z", tick=False)
    token = domain.invitation_token(paul)
    time_machine.move_to("2026-05-08T08:00:00Z", tick=False)
    assert domain.invited_by_token(token) == paul
    time_machine.move_to("2026-05-08T08:00:01Z", tick=False)
    assert domain.invited_by_token(token) is None


def test_a_new_link_ends_the_former_one(paul, gilles):
    former = domain.invitation_token(paul)
    domain.make_link(paul, by=gilles)
    assert domain.invited_by_token(former) is None
    assert domain.invited_by_token(domain.invitation_token(paul)) == paul


def test_a_forged_link_invites_nobody(paul):
    token = domain.invitation_token(paul)
    assert domain.invited_by_token(token[:-1] + ("A" if token[-1] != "A" else "B")) is None
    assert domain.invited_by_token("nothing") is None


def test_somebody_who_forgot_the_password_gets_a_link_that_changes_it(paul, gilles):
    domain.accept_invitation(paul, password=PASSWORD, first_name="Paul", last_name="Rey")
    domain.make_link(paul, by=gilles)
    assert domain.invited_by_token(domain.invitation_token(paul)) == paul


def test_nobody_deactivated_gets_a_link(paul, gilles):
    domain.deactivate_user(paul, successor=None, by=gilles)
    with pytest.raises(DomainError) as refusal:
        domain.make_link(paul, by=gilles)
    assert refusal.value.code == "user_inactive"
    assert domain.invited_by_token(domain.invitation_token(paul)) is None


@pytest.mark.parametrize(
    ("email", "code"), [("ANNE@ardelane.test", "email_taken"), ("anne@", "email_invalid"), ("", "email_invalid")]
)
def test_an_address_taken_or_wrong_is_refused(anne, gilles, email, code):
    before = User.objects.count()
    with pytest.raises(DomainError) as refusal:
        domain.invite_user(by=gilles, email=email, role=Role.objects.get(key="sales"))
    assert (refusal.value.code, refusal.value.field) == (code, "email")
    assert User.objects.count() == before


def test_a_weak_password_is_refused(paul):
    with pytest.raises(DomainError) as refusal:
        domain.accept_invitation(paul, password="12345678", first_name="Paul", last_name="Rey")
    assert (refusal.value.code, refusal.value.field) == ("password_weak", "password")
    paul.refresh_from_db()
    assert not paul.has_usable_password()


def test_the_first_administrator_is_made_once(db):
    first = domain.create_first_administrator(email="Gilles@ardelane.test", password=PASSWORD)
    assert (first.role.key, first.email) == ("administrator", "gilles@ardelane.test")
    with pytest.raises(DomainError) as refusal:
        domain.create_first_administrator(email="other@ardelane.test", password=PASSWORD)
    assert refusal.value.code == "already_open"
    assert User.objects.count() == 1
