"""The pages and calls that people wait for."""

from __future__ import annotations

from typing import Any

from django.test import Client

from kameo.accounts.models import Account
from kameo.people import domain
from kameo.people.models import User
from tests.bench.measure import Case
from tests.bench.people import CROWDED
from tests.bench.volume import BUSY

HTMX = {"HX-Request": "true"}


def cases() -> list[Case]:
    """In the order of the report. The director sees everything; the key account manager what she serves."""
    director, manager = User.objects.order_by("pk")[:2]
    quiet_account = Account.objects.visible_to(director).filter(kind="company").order_by("pk")[40].pk
    return [*pages(director, manager, quiet_account), *calls(director, quiet_account), *writes(director, quiet_account)]


def pages(director: User, manager: User, quiet_account: int) -> list[Case]:
    everything, own = signed_in(director), signed_in(manager)
    return [
        page("home", everything, "/"),
        page("home, key account manager", own, "/"),
        page("accounts, 1st page", everything, "/accounts/"),
        page("accounts, key account manager", own, "/accounts/"),
        page("accounts, by words", everything, "/accounts/", q="rochebrune"),
        page("accounts tree", everything, "/accounts/tree/"),
        page("account, ordinary", everything, f"/accounts/{quiet_account}/"),
        page("account, busiest", everything, f"/accounts/{BUSY}/"),
        page("structure of a group", everything, f"/accounts/{BUSY}/structure/"),
        page("invoices of an account", everything, f"/accounts/{quiet_account}/invoices/"),
        page("qualification of an account", everything, f"/accounts/{quiet_account}/qualification/"),
        page("accounts board", everything, "/accounts/board/"),
        page("contacts", everything, "/persons/"),
        page("contacts, key account manager", own, "/persons/"),
        page("contacts of an account", everything, f"/accounts/{quiet_account}/persons/"),
        page("a person", everything, f"/persons/{quiet_account * 5}/"),
        page("decision map of 500 people", everything, f"/accounts/{CROWDED}/map/"),
        page("decision map of five people", everything, f"/accounts/{CROWDED + 1}/map/"),
        page("bin", everything, "/accounts/bin/"),
        page("look-alikes", everything, "/accounts/duplicates/"),
        page("qualification", everything, "/qualification/"),
        page("insight", everything, "/insight/"),
        page("Pareto", everything, "/insight/pareto/"),
        page("matrix", everything, "/insight/matrix/"),
        page("nine boxes", everything, "/insight/nine-box/"),
        page("palette, by name", everything, "/search/palette/", HTMX, q="rochebrune"),
        page("palette, a slip", everything, "/search/palette/", HTMX, q="valmorrin indus"),
        page("palette, key account manager", own, "/search/palette/", HTMX, q="rochebrune"),
        page("search page, a rare word", everything, "/search/", q="chantier"),
        page("search page, a word said in every line", everything, "/search/", q="delivery"),
    ]


def calls(director: User, quiet_account: int) -> list[Case]:
    _row, key = domain.create_token(director, name="bench")
    client = Client(headers={"Authorization": f"Bearer {key}"})
    return [
        page("API accounts", client, "/api/v1/accounts"),
        page("API account", client, f"/api/v1/accounts/{quiet_account}"),
        page("API portrait, busiest", client, f"/api/v1/accounts/{BUSY}/portrait"),
        page("API timeline, busiest", client, f"/api/v1/accounts/{BUSY}/timeline"),
        page("API Pareto", client, "/api/v1/insight/pareto"),
        page("API matrix", client, "/api/v1/insight/matrix"),
        page("API persons", client, "/api/v1/persons"),
        page("API interactions", client, "/api/v1/interactions"),
        page("API invoices", client, "/api/v1/invoices"),
    ]


def writes(director: User, quiet_account: int) -> list[Case]:
    """Through the form, as the composer of the account page does: the line, its projections, the journal."""
    given = {"kind": "call", "text": "Said that delivery is late.", "direction": "out"}
    path = f"/accounts/{quiet_account}/interactions/"
    person = {"kind": "person", "last_name": "Nouvelle", "title": "Responsable des achats", "family": "purchasing"}
    people = f"/accounts/{quiet_account}/persons/new/"
    return [
        Case("log an activity", signed_in(director), path, given, HTMX, posts=True),
        Case("create a contact", signed_in(director), people, person, {}, posts=True),
    ]


def page(name: str, client: Client, path: str, headers: dict[str, str] | None = None, **query: Any) -> Case:
    return Case(name, client, path, query, headers or {})


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
