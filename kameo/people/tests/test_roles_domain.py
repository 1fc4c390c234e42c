"""Rights are rows: who changes them, what cannot be changed."""

import pytest

from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.people import domain
from kameo.people.enums import Right
from kameo.people.models import Role

pytestmark = pytest.mark.django_db


def test_a_right_given_holds_at_once(eric, gilles):
    assert not eric.can(Right.WRITE_NOTES)
    domain.change_role(eric.role, by=gilles, rights=["notes.write", "accounts.see_all"])
    role = Role.objects.get(key="reader")
    assert role.rights == ["accounts.see_all", "notes.write"]
    data = Event.objects.get(type="role.changed").data
    assert (data["added"], data["removed"]) == (["accounts.see_all", "notes.write"], [])


def test_somebody_must_keep_the_right_to_manage_users(gilles):
    with pytest.raises(DomainError) as refusal:
        domain.change_role(gilles.role, by=gilles, rights=["accounts.see_all"])
    assert refusal.value.code == "last_administrator"
    assert Right.MANAGE_USERS in Role.objects.get(key="administrator").rights


def test_a_right_that_does_not_exist_is_refused(gilles, eric):
    with pytest.raises(DomainError) as refusal:
        domain.change_role(eric.role, by=gilles, rights=["everything"])
    assert refusal.value.code == "right_unknown"


def test_r100_caps_by_role_are_seeded_and_changed(gilles):
    kam = Role.objects.get(key="kam")
    assert (kam.strategic_cap, kam.large_cap) == (3, None)
    assert Role.objects.get(key="large_account_manager").large_cap == 10
    domain.change_role(kam, by=gilles, caps=(2, 5))
    kam.refresh_from_db()
    assert (kam.strategic_cap, kam.large_cap) == (2, 5)


def test_a_new_role_starts_like_another(gilles):
    role = domain.create_role(by=gilles, name=" Avant-vente ", like=Role.objects.get(key="kam"))
    assert (role.key, role.name, role.strategic_cap) == ("avant-vente", "Avant-vente", 3)
    assert role.rights == Role.objects.get(key="kam").rights
    with pytest.raises(DomainError) as refusal:
        domain.create_role(by=gilles, name="avant-VENTE")
    assert (refusal.value.code, refusal.value.field) == ("name_taken", "name")


def test_a_role_in_use_is_kept_and_a_free_one_goes(gilles, eric):
    with pytest.raises(DomainError) as refusal:
        domain.delete_role(eric.role, by=gilles)
    assert refusal.value.code == "role_in_use"
    domain.delete_role(Role.objects.get(key="marketing"), by=gilles)
    assert not Role.objects.filter(key="marketing").exists()
