"""Rights are rows: who changes them, what cannot be changed."""

import pytest

from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.people.choices import ROLES
from kameo.people.enums import Right
from kameo.people.forms import RoleForm
from kameo.people.models import Role

pytestmark = pytest.mark.django_db


def test_a_right_given_holds_at_once(eric, gilles):
    assert not eric.can(Right.WRITE_NOTES)
    ROLES.change(eric.role, by=gilles, rights=["notes.write", "accounts.see_all"])
    role = Role.objects.get(key="reader")
    assert role.rights == ["accounts.see_all", "notes.write"]
    data = Event.objects.get(type="role.changed").data
    assert (data["added"], data["removed"]) == (["accounts.see_all", "notes.write"], [])


def test_somebody_must_keep_the_right_to_manage_users(gilles):
    with pytest.raises(DomainError) as refusal:
        ROLES.change(gilles.role, by=gilles, rights=["accounts.see_all"])
    assert refusal.value.code == "last_administrator"
    assert Right.MANAGE_USERS in Role.objects.get(key="administrator").rights


def test_a_right_that_does_not_exist_is_refused(gilles, eric):
    with pytest.raises(DomainError) as refusal:
        ROLES.change(eric.role, by=gilles, rights=["everything"])
    assert refusal.value.code == "right_unknown"


def test_r100_caps_by_role_are_seeded_and_changed(gilles):
    kam = Role.objects.get(key="kam")
    assert (kam.strategic_cap, kam.large_cap) == (3, None)
    assert Role.objects.get(key="large_account_manager").large_cap == 10
    ROLES.change(kam, by=gilles, strategic_cap=2, large_cap=5)
    kam.refresh_from_db()
    assert (kam.strategic_cap, kam.large_cap) == (2, 5)


def test_a_new_role_starts_like_another(gilles):
    form = RoleForm({"name": " Avant-vente ", "like": Role.objects.get(key="kam").pk})
    assert form.is_valid()
    assert form.save(gilles)
    role = Role.objects.get(key="avant-vente")
    assert (role.name, role.strategic_cap) == ("Avant-vente", 3)
    assert role.rights == Role.objects.get(key="kam").rights


def test_a_role_in_use_is_kept_and_a_free_one_goes(gilles, eric):
    with pytest.raises(DomainError) as refusal:
        ROLES.delete(eric.role, by=gilles)
    assert refusal.value.code == "role_in_use"
    ROLES.delete(Role.objects.get(key="marketing"), by=gilles)
    assert not Role.objects.filter(key="marketing").exists()
