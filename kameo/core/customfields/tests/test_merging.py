"""Two accounts become one: their fields of the company stand side by side, and come back when it is undone."""

from __future__ import annotations

from typing import Any

import pytest

from kameo.accounts.merging import ACCOUNTS
from kameo.accounts.models import Account, AccountMember
from kameo.core.customfields.domain import save_field
from kameo.core.customfields.subjects import subjects
from kameo.core.merging import verbs

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(valmorin: Any, anne: Any, gilles: Any) -> tuple[Account, Account]:
    for name, kind in (("Lignes", "number"), ("Note", "text"), ("Surface", "number")):
        save_field(subjects["account"], None, by=gilles, name=name, kind=kind)
    save_field(subjects["account"], None, by=gilles, name="Double", kind="formula", formula="[Lignes] × 2")
    twin = Account.objects.create(name="Valmorin SA", kind="group", custom={"lignes": "4", "note": "Quai 4"})
    AccountMember.objects.create(account=twin, user=anne, function="lead")
    Account.objects.filter(pk=valmorin.pk).update(custom={"lignes": "3", "surface": "20"})
    valmorin.refresh_from_db()
    return valmorin, twin


def test_each_field_is_chosen_and_the_undo_gives_all_back(pair: Any, anne: Any) -> None:
    kept, absorbed = pair
    before = [dict(one.custom) for one in (kept, Account.objects.get(pk=absorbed.pk))]
    keys = {choice.key for choice in ACCOUNTS.choices()}
    assert {"custom_lignes", "custom_note", "custom_surface"} <= keys
    assert "custom_double" not in keys
    record = verbs.merge(ACCOUNTS, kept, absorbed, by=anne, choices={"custom_lignes": "absorbed"})
    kept.refresh_from_db()
    assert kept.custom == {"lignes": "4", "note": "Quai 4", "surface": "20", "double": "8"}
    verbs.undo_merge(ACCOUNTS, record, by=anne)
    assert [dict(Account.objects.get(pk=one.pk).custom) for one in pair] == before
