"""Global search and the palette: accents, slips, only what one may see, at a bounded cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from kameo.accounts.models import Account
from kameo.core import search
from kameo.interactions import domain
from kameo.registers.records import COMPETITORS, PARTNERS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def labels(user, text, **more):
    return [hit.label for one in search.answer(user, text, limit=8, **more) for hit in one.hits]


@pytest.mark.parametrize("typed", ["chloe", "Chloé Marchand", "marchand chl", "marchant"])
def test_colleague_without_accents_in_any_order_and_with_a_slip(anne, chloe, typed):
    assert labels(anne, typed, only="colleagues") == ["Chloé Marchand"]


@pytest.mark.parametrize("typed", ["accou", "acount", "ACCOUNTS"])
def test_pages_by_their_name(anne, typed):
    assert "Accounts" in labels(anne, typed, only="pages")


def test_actions_are_those_of_ones_role(anne, eric):
    assert "Account" in labels(anne, "", palette=True)
    assert labels(eric, "", palette=True) == []


def test_nothing_typed_too_short_or_absurd(anne):
    assert labels(anne, "", only="colleagues") == []
    assert labels(anne, "x", only="colleagues") == []
    assert labels(anne, "\x00" * 500 + "%_'\"\\", only="documents") == []


def test_page_and_palette_show_only_what_one_may_see(client, anne, chloe, valmorin):
    domain.log_interaction(account=valmorin, by=anne, kind="note", text="Phrase unique au monde")
    for user, sees in ((anne, True), (chloe, False)):
        client.force_login(user)
        html = client.get("/search/", {"q": "phrase unique"}).content.decode()
        assert ("Phrase unique au monde" in html) is sees
        assert ("Groupe Valmorin" in client.get("/search/palette/", {"q": "valmorin"}).content.decode()) is sees


@pytest.mark.parametrize("number", [1, 3])
def test_page_costs_the_same_whatever_is_found(client, anne, valmorin, number):
    for rank in range(number):
        Account.objects.create(name=f"Valmorin {rank}", parent=valmorin)
        domain.log_interaction(account=valmorin, by=anne, kind="note", text=f"valmorin {rank}")
    client.force_login(anne)
    client.get("/search/", {"q": "valmorin"})
    with CaptureQueriesContext(connection) as found:
        assert client.get("/search/", {"q": "valmorin"}).status_code == 200
    assert len(found) <= 12


def test_nouns_found_by_name_cost_one_statement_while_none_bears_the_words(anne, chloe, valmorin):
    COMPETITORS.add(by=anne, name="Orsenne")
    PARTNERS.add(valmorin, by=anne, name="Orsenne Conseil")
    with CaptureQueriesContext(connection) as found:
        assert labels(anne, "rochebrune", palette=True) == []
    assert len([one for one in found if "registers_" in one["sql"]]) == 1
    assert labels(anne, "orsenne", palette=True) == ["Orsenne", "Orsenne Conseil"]
    assert labels(chloe, "orsenne", palette=True) == ["Orsenne"]
    assert labels(anne, "orsenne", only="partners") == ["Orsenne Conseil"]


def test_mentions_suggest_active_colleagues(client, anne, bruno, chloe):
    chloe.is_active = False
    chloe.save()
    client.force_login(anne)
    html = client.get("/colleagues/mentions/", {"q": "kess"}).content.decode()
    assert f'data-id="{bruno.pk}"' in html
    assert "Chloé" not in client.get("/colleagues/mentions/", {"q": "chloe"}).content.decode()


def test_hostile_query_is_text(client, anne):
    client.force_login(anne)
    assert "<script>" not in client.get("/search/", {"q": "<script>x"}).content.decode().split("<main")[1]
