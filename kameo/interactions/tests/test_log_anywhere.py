"""A call, a note or a meeting from wherever one is: the account, one line, and it is in the thread."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from kameo.accounts.models import Account, AccountMember, AccountVisit
from kameo.core.testing.cases import browser
from kameo.interactions.models import Interaction

pytestmark = pytest.mark.django_db
PAGES = ["log-call", "log-note", "log-meeting"]


def ours(name: str, user: Any, kind: str = "company") -> Account:
    account: Account = Account.objects.create(name=name, kind=kind, status="active")
    AccountMember.objects.create(account=account, user=user, function="lead")
    return account


@pytest.mark.parametrize("page", PAGES)
def test_one_line_and_it_is_logged(page: str, valmorin: Any, anne: Any) -> None:
    kind = page.removeprefix("log-")
    given = {"account": valmorin.pk, "kind": kind, "text": "Rappelé."}
    answer = browser(anne).post(reverse(page), given)
    row = Interaction.objects.get()
    assert (row.account, row.kind, row.text, row.author) == (valmorin, kind, "Rappelé.", anne)
    assert answer["Location"] == f"/accounts/{valmorin.pk}/#i-{row.pk}"


def test_the_dialog_closes_with_a_toast_that_undoes(valmorin: Any, anne: Any) -> None:
    given = {"account": valmorin.pk, "kind": "call", "text": "Rappelé."}
    answer = browser(anne).post(reverse("log-call"), given, headers={"HX-Request": "true"})
    text, row = answer.content.decode(), Interaction.objects.get()
    assert (answer.status_code, answer["HX-Trigger"]) == (200, "account-changed")
    assert "<dialog" not in text
    assert reverse("records:interaction-bin", args=[row.pk]) in text
    assert valmorin.name in text


def test_accounts_opened_last_come_first(valmorin: Any, anne: Any) -> None:
    older = ours("Autre", anne)
    AccountVisit.objects.create(account=older, user=anne)
    AccountVisit.objects.create(account=valmorin, user=anne)
    page = browser(anne).get(reverse("log-call"), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in page
    assert page.index(f'value="{valmorin.pk}" form=') < page.index(f'value="{older.pk}" form=')
    assert " checked><span>" not in page  # none is chosen for the reader


def test_a_group_comes_before_its_sites_and_is_chosen(anne: Any, chloe: Any) -> None:
    for number in range(9):
        ours(f"Orsenne site {number}", anne, "site")
    group = ours("Groupe Orsenne", anne, "group")
    hidden = ours("Orsenne de Chloé", chloe)
    found = browser(anne).get(reverse("log-accounts"), {"account_search": "orsenne"}).content.decode()
    assert f'value="{group.pk}" form="log-composer" checked' in found
    assert found.count("<input") == 8
    assert hidden.name not in found


def test_find_keeps_what_was_typed_without_javascript(valmorin: Any, anne: Any) -> None:
    given = {"find": "1", "account_search": "valmorin", "kind": "meeting", "text": "Vu à Lyon"}
    answer = browser(anne).post(reverse("log-call"), given)
    page = answer.content.decode()
    assert (answer.status_code, Interaction.objects.count()) == (200, 0)
    assert "Vu à Lyon</textarea>" in page
    assert f'value="{valmorin.pk}" form="log-composer" checked' in page


@pytest.mark.parametrize(
    ("given", "said"),
    [({"text": "Sans compte"}, "Choose the account first."), ({"account": True}, "Write a few words")],
)
def test_what_is_missing_is_said_and_nothing_is_lost(
    given: dict[str, Any], said: str, valmorin: Any, anne: Any
) -> None:
    if given.get("account"):
        given = {"account": valmorin.pk}
    answer = browser(anne).post(reverse("log-call"), {"kind": "call", **given}, headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert (answer.status_code, Interaction.objects.count()) == (422, 0)
    assert said in page
    assert given.get("text", "") in page


def test_nobody_logs_on_an_account_they_do_not_see(valmorin: Any, chloe: Any) -> None:
    answer = browser(chloe).post(reverse("log-call"), {"account": valmorin.pk, "kind": "call", "text": "?"})
    assert (answer.status_code, Interaction.objects.count()) == (422, 0)


def test_readers_see_none_of_it(valmorin: Any, eric: Any) -> None:
    client = browser(eric)
    assert "/log/" not in client.get("/").content.decode()
    for page in [*PAGES, "log-accounts"]:
        assert client.get(reverse(page)).status_code == 403
    given = {"account": valmorin.pk, "kind": "call", "text": "x"}
    assert client.post(reverse("log-call"), given).status_code == 403
    assert Interaction.objects.count() == 0


def test_the_menu_offers_the_three_with_their_keys(anne: Any) -> None:
    page = browser(anne).get("/").content.decode()
    for kind, key in (("call", "A"), ("note", "N"), ("meeting", "R")):
        entry = page.split(f'href="/log/{kind}/"')[1].split("</a>")[0]
        assert f'data-key="{key}"' in entry
