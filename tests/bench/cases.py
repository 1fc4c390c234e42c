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
WRITTEN = 400  # accounts that take what is written: no request finds what another one wrote


def cases() -> list[Case]:
    """In the order of the report. The director sees everything, the key account manager what she serves, the reader
    what he follows.
    """
    director, *managers, reader = User.objects.order_by("pk")
    companies = Account.objects.visible_to(director).filter(kind="company").order_by("pk")
    quiet_account, *written = companies.values_list("pk", flat=True)[40 : 41 + WRITTEN]
    return [
        *pages(director, quiet_account),
        *roles(managers[0], "key account manager"),
        *roles(reader, "reader"),
        *calls(director, quiet_account),
        *writes(director, written),
    ]


def pages(director: User, quiet_account: int) -> list[Case]:
    everything = signed_in(director)
    return [
        page("home", everything, "/"),
        page("accounts, 1st page", everything, "/accounts/"),
        page("accounts, by words", everything, "/accounts/", q="rochebrune"),
        page("accounts tree", everything, "/accounts/tree/"),
        page("account, ordinary", everything, f"/accounts/{quiet_account}/"),
        page("account, busiest", everything, f"/accounts/{BUSY}/"),
        page("structure of a group", everything, f"/accounts/{BUSY}/structure/"),
        page("invoices of an account", everything, f"/accounts/{quiet_account}/invoices/"),
        page("qualification of an account", everything, f"/accounts/{quiet_account}/qualification/"),
        page("accounts board", everything, "/accounts/board/"),
        page("contacts", everything, "/persons/"),
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
        page("search page, a rare word", everything, "/search/", q="chantier"),
        page("search page, a word said in every line", everything, "/search/", q="delivery"),
    ]


def roles(user: User, role: str) -> list[Case]:
    """What somebody opens every day who does not see everything, on what they see."""
    own = signed_in(user)
    seen = Account.objects.visible_to(user)
    group = seen.filter(kind="group").order_by("pk").values_list("pk", flat=True)[0]
    company = seen.filter(kind="company").order_by("pk").values_list("pk", flat=True)[0]
    return [
        page(f"home, {role}", own, "/"),
        page(f"accounts, {role}", own, "/accounts/"),
        page(f"accounts board, {role}", own, "/accounts/board/"),
        page(f"account, {role}", own, f"/accounts/{company}/"),
        page(f"contacts, {role}", own, "/persons/"),
        page(f"a person, {role}", own, f"/persons/{company * 5}/"),
        page(f"decision map of five people, {role}", own, f"/accounts/{group}/map/"),
        page(f"qualification, {role}", own, "/qualification/"),
        page(f"insight, {role}", own, "/insight/"),
        page(f"palette, {role}", own, "/search/palette/", HTMX, q="rochebrune"),
        page(f"search page, {role}", own, "/search/", q="chantier"),
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


def writes(director: User, accounts: list[int]) -> list[Case]:
    """Through the form, as the composer of the account page does: the line, its projections, the journal."""
    given = {"kind": "call", "text": "Said that delivery is late.", "direction": "out"}
    person = {"kind": "person", "last_name": "Nouvelle", "title": "Responsable des achats", "family": "purchasing"}
    half = len(accounts) // 2
    logged = [f"/accounts/{account}/interactions/" for account in accounts[:half]]
    created = [f"/accounts/{account}/persons/new/" for account in accounts[half:]]
    return [
        Case("log an activity", signed_in(director), logged[0], given, HTMX, paths=logged),
        Case("create a contact", signed_in(director), created[0], person, paths=created),
    ]


def page(name: str, client: Client, path: str, headers: dict[str, str] | None = None, **query: Any) -> Case:
    return Case(name, client, path, query, headers)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
