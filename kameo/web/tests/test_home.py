"""Home says what it found; the frame around every page costs one query."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from kameo.accounts import domain as accounts
from kameo.accounts.models import Account, AccountMember, AccountPulse
from kameo.accounts.pulse.refresh import refresh_pulse
from kameo.core import clock
from kameo.interactions import domain
from kameo.qualification.queries.attention_counts import count_attention

pytestmark = pytest.mark.django_db


def page(client, user):
    client.force_login(user)
    response = client.get("/")
    assert response.status_code == 200
    return response.content.decode()


def test_nothing_yet_offers_to_begin(client, anne, eric):
    assert "Create an account by hand" in page(client, anne)
    html = page(client, eric)
    assert "No account is open to you yet" in html
    assert "Create an account by hand" not in html


def test_says_how_many_were_left_alone(client, anne, valmorin):
    domain.log_interaction(account=valmorin, by=anne, kind="call", text="x", at=clock.now() - timedelta(days=60))
    html = page(client, anne)
    assert "1 account has had no contact for 45" in html
    domain.log_interaction(account=valmorin, by=anne, kind="call", text="Today")
    html = page(client, anne)
    assert "Every active account had a contact within 45" in html
    assert "Today" in html


def test_shows_nothing_of_others(client, anne, chloe, valmorin):
    domain.log_interaction(account=valmorin, by=anne, kind="call", text="Said to Anne")
    html = page(client, chloe)
    assert "Valmorin" not in html
    assert "Said to Anne" not in html


def test_restricted_stays_restricted(client, anne, bruno, valmorin):
    domain.log_interaction(account=valmorin, by=anne, kind="note", text="Secret", restricted=True)
    assert "Secret" not in page(client, bruno)
    assert "Secret" in page(client, anne)


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("who", ["anne", "david"])
def test_costs_the_same_however_large_the_portfolio(client, request, anne, valmorin, who, number):
    user = request.getfixturevalue(who)
    for rank in range(number):
        account = Account.objects.create(name=f"Entity {rank}", parent=valmorin, status="active")
        domain.log_interaction(account=account, by=anne, kind="call", text=f"Call {rank}")
    refresh_pulse(None)
    client.force_login(user)
    client.get("/")
    with CaptureQueriesContext(connection) as found:
        client.get("/")
    assert len(found) <= 12, "\n".join(one["sql"][:140] for one in found)


def test_frame_pins_the_accounts_one_leads(client, anne, bruno, valmorin):
    Account.objects.filter(pk=valmorin.pk).update(binned_at=None)
    assert f'<a href="/accounts/{valmorin.pk}/" title="Groupe Valmorin"' in page(client, anne)
    assert 'title="Groupe Valmorin"' not in page(client, bruno)


@pytest.mark.parametrize("path", ["/offline/"])
def test_open_to_everybody(client, db, path):
    assert client.get(path).status_code == 200


def test_styleguide_is_for_signed_in_people(client, anne):
    assert client.get("/styleguide/").status_code == 302
    client.force_login(anne)
    assert client.get("/styleguide/").status_code == 200


def classed(name, account_class, user=None, **more):
    account = Account.objects.create(name=name, status="active", **more)
    if user is not None:
        AccountMember.objects.create(account=account, user=user, function="lead")
    AccountPulse.objects.filter(account=account).update(account_class=account_class)
    return account


def test_a_director_reads_classes_by_lead_and_what_is_uncovered(client, anne, david, valmorin):
    for rank in range(4):
        classed(f"Key {rank}", "key", anne)
    classed("Orphan", "large")
    with translation.override("en"):
        html = page(client, david)
    assert f'<a class="link" href="/accounts/?class=key&amp;lead={anne.pk}">4</a>' in html
    assert '<a class="link" href="/accounts/?class=large&amp;lead=nobody">1</a>' in html
    attention = count_attention(david, everything=True, total=None)
    assert {key: one.number for key, one in attention.counts.items()} == {
        "no_lead": 1,
        "no_back_up": 5,
        "silent": 5,
        "single_thread": 0,
        "few_mapped": 0,
        "candidates": 0,
        "lost": 0,
        "due": 0,
    }
    for key in ("no_lead", "no_back_up", "silent"):
        count = attention.counts[key]
        assert str(count.number) in client.get(count.url).content.decode()
    assert "Anne Delmas leads 4 key accounts" in html
    assert "Nobody confirmed it." in html


def test_a_director_reads_what_changed_this_week(client, anne, chloe, david, valmorin):
    accounts.set_status(valmorin, status="dormant", by=david)
    accounts.make_lead(valmorin, user=chloe, by=david)
    html = page(client, david)
    assert "Active becomes Dormant" in html
    assert "Chloé Marchand leads it" in html
    week = client.get("/portfolio/changes/?what=statuses").content.decode()
    assert "Active becomes Dormant" in week
    assert "leads it" not in week
    client.force_login(anne)
    AccountMember.objects.filter(user=anne).delete()
    assert "Valmorin" not in client.get("/portfolio/changes/").content.decode()


def test_a_colleague_reads_their_own_load_and_gaps_only(client, anne, chloe, valmorin):
    classed("Chloé's", "key", chloe)
    html = page(client, anne)
    assert "0 of 3" in html
    assert "lead=me" in html
    assert "Chloé" not in html


@pytest.mark.parametrize("what", ["candidates", "lost", "due", "watch", "dependence", "nonsense"])
def test_lists_to_look_at_show_only_what_one_sees(client, anne, eric, what):
    account = classed("Promising", "standard", anne, potential=900_000, watched=True)
    client.force_login(anne)
    shown = '/qualification/">Promising' in client.get(f"/portfolio/attention/?what={what}").content.decode()
    assert shown == (what in {"candidates", "watch", "nonsense"})
    client.force_login(eric)
    assert account.name not in client.get(f"/portfolio/attention/?what={what}").content.decode()
