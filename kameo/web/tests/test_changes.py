"""The Changes tab: who, when, from what to what; and taking one change back."""

import pytest

from kameo.accounts.domain import change_account
from kameo.accounts.models import AccountMember
from kameo.web.portrait import audit

pytestmark = pytest.mark.django_db


def undo(client, account, field):
    from kameo.accounts.queries import changes_for

    change = next(one for one in changes_for(account) if one.field == field)
    return client.post(
        f"/accounts/{account.pk}/changes/undo/", {"field": field, "at": change.at.isoformat()}, follow=True
    )


def test_shows_author_and_both_values(client, anne, valmorin):
    change_account(valmorin, by=anne, sector="Laiterie")
    client.force_login(anne)
    html = client.get(f"/accounts/{valmorin.pk}/changes/").content.decode()
    assert "Anne Delmas" in html
    assert "<ins>Laiterie</ins>" in html


def test_put_back_restores_the_former_value(client, anne, valmorin):
    change_account(valmorin, by=anne, sector="Laiterie")
    change_account(valmorin, by=anne, sector="Boulangerie")
    client.force_login(anne)
    undo(client, valmorin, "sector")
    valmorin.refresh_from_db()
    assert valmorin.sector == "Laiterie"


def test_only_the_last_change_of_a_field_can_be_taken_back(anne, valmorin):
    change_account(valmorin, by=anne, sector="Laiterie")
    change_account(valmorin, by=anne, sector="Boulangerie")
    rows = audit.page_of_changes(anne, valmorin).rows
    assert [(row.old, row.new, row.may_undo) for row in rows] == [
        ("Laiterie", "Boulangerie", True),
        (None, "Laiterie", False),
    ]


def test_reader_sees_and_cannot_put_back(client, eric, anne, valmorin):
    change_account(valmorin, by=anne, sector="Laiterie")
    AccountMember.objects.create(account=valmorin, user=eric, function="observer")
    client.force_login(eric)
    assert "/changes/undo/" not in client.get(f"/accounts/{valmorin.pk}/changes/").content.decode()
    assert undo(client, valmorin, "sector").status_code == 403
    valmorin.refresh_from_db()
    assert valmorin.sector == "Laiterie"


@pytest.mark.parametrize("at", ["", "yesterday", "2026-99-99T00:00:00Z"])
def test_nonsense_is_refused_in_words(client, anne, valmorin, at):
    client.force_login(anne)
    answer = client.post(f"/accounts/{valmorin.pk}/changes/undo/", {"field": "parent", "at": at}, follow=True)
    assert "This change can no longer be taken back." in answer.content.decode()
