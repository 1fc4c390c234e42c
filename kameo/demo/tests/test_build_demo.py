"""The demo in a database: once, whole, equal to a rebuild, with the unusual cases of R213."""

from __future__ import annotations

import shutil
import tempfile
from typing import Any

import pytest
from django.test import TestCase, override_settings

from kameo.accounts.models import Account, AccountPulse, FormerName, Placement, RevenueDay, TimelineEntry
from kameo.core import rebuild
from kameo.core.errors import DomainError
from kameo.demo.cast import PASSWORD
from kameo.demo.domain import build_demo
from kameo.interactions.models import Document, Interaction
from kameo.people.models import Absence, User


def _computed() -> tuple[list[Any], list[Any], list[Any]]:
    pulses = AccountPulse.objects.order_by("account_id").values_list(
        "account_id", "revenue_12m", "tree_revenue_12m", "tree_entities", "large", "last_contact_at", "documents"
    )
    days = RevenueDay.objects.order_by("account_id", "day", "currency").values_list(
        "account_id", "day", "currency", "net"
    )
    lines = TimelineEntry.objects.order_by("source", "source_id", "account_id").values_list("source", "source_id", "at")
    return list(pulses), list(days), list(lines)


@pytest.mark.xdist_group("demo")
class TestDemo(TestCase):
    """Built once for all of them: it takes four seconds."""

    @classmethod
    def setUpClass(cls) -> None:
        folder = tempfile.mkdtemp(prefix="kameo-demo-")
        cls.addClassCleanup(shutil.rmtree, folder)
        cls.enterClassContext(override_settings(MEDIA_ROOT=folder))
        super().setUpClass()

    @classmethod
    def setUpTestData(cls) -> None:
        cls.demo = build_demo()

    def test_a_sign_in_for_each_role_opens_with_the_printed_password(self) -> None:
        assert self.demo.built
        assert len({login.role for login in self.demo.logins}) == len(self.demo.logins) == 11
        assert all(User.objects.get(email=login.email).check_password(PASSWORD) for login in self.demo.logins)

    def test_building_twice_changes_nothing(self) -> None:
        before = (Account.objects.count(), User.objects.count(), Interaction.objects.count())
        again = build_demo()
        assert not again.built
        assert again.logins == self.demo.logins
        assert (Account.objects.count(), User.objects.count(), Interaction.objects.count()) == before

    def test_a_rebuild_changes_no_figure(self) -> None:
        before = _computed()
        rebuild.run_all()
        assert _computed() == before

    def test_the_portfolio_has_its_group_its_unusual_cases_and_its_papers(self) -> None:
        group = Account.objects.get(name="Groupe Valmorin")
        assert (group.pulse.tree_sites, group.pulse.large) == (11, True)
        assert Account.objects.present().filter(pulse__large=True, parent=None).count() == 22
        assert FormerName.objects.get().name == "Ciments Delorge et Fils"
        merged = Account.objects.get(name="Meunerie Paillard")
        assert merged.parent is not None
        assert Placement.objects.get(account=merged, parent__isnull=False).reason == "merger"
        assert Account.objects.get(name="Sérandour Préfabriqués").parent is None
        assert Account.objects.get(name="Projet Lanterne").hidden
        assert Account.objects.get(name="Froid Industriel de Casablanca").pulse.unconverted > 0
        assert not Account.objects.get(name="Ateliers Pommeret").members.exists()
        assert list(Account.objects.binned().values_list("name", flat=True)) == ["Fromagerie Val Cénis"]
        assert Document.objects.count() == 12

    def test_the_absent_colleague_is_covered_today(self) -> None:
        absence = Absence.objects.get()
        assert Account.objects.visible_to(absence.cover).filter(name="Papeteries Estrelle").exists()

    def test_the_confidential_project_is_hidden_from_other_teams(self) -> None:
        ines = User.objects.get(email="ines.belkhodja@ardelane.example")
        finance = User.objects.get(email="helene.castaing@ardelane.example")
        for user in (ines, finance):
            assert not Account.objects.visible_to(user).filter(name="Projet Lanterne").exists()


@pytest.mark.django_db
def test_an_installation_in_use_is_refused_and_left_alone(anne: Any) -> None:
    with pytest.raises(DomainError) as refusal:
        build_demo()
    assert refusal.value.code == "installation_in_use"
    assert User.objects.count() == 1
    assert not Account.objects.exists()
