"""Home says what it found; the frame around every page costs one query."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kameo.accounts.models import Account
from kameo.accounts.projections import refresh_pulse
from kameo.core import clock
from kameo.interactions import domain

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
    domain.log_interaction(
        account=valmorin, by=anne, kind="call", text="x", at=clock.now() - timedelta(days=60)
    )
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
