"""Every address is closed to who has not signed in, but for a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

# Addresses anybody may call: signing in, the API (which authenticates by itself), first run, words and icons.
OPEN = re.compile(
    r"^/(sign-in|api|setup|i18n|offline|static|join|sw\.js|manifest\.webmanifest|favicon\.ico|robots\.txt)\b"
)
CONVERTED = re.compile(r"<(?:(\w+):)?\w+>|\(\?P<\w+>[^)]*\)")
EXAMPLES = {"int": "1", "slug": "a", "str": "a", "uuid": "7d444840-9dc0-11d1-b245-5ffdce74fad2", "path": "a", None: "a"}


def addresses(patterns: list[URLPattern | URLResolver], prefix: str = "/") -> Iterator[str]:
    for pattern in patterns:
        route = prefix + CONVERTED.sub(lambda match: EXAMPLES.get(match[1], "a"), str(pattern.pattern).strip("^$"))
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, route)
        else:
            yield route


def closed() -> list[str]:
    return sorted({address for address in addresses(get_resolver().url_patterns) if not OPEN.match(address)})


@pytest.mark.django_db
def test_anonymous_visitor_is_sent_to_sign_in_from_every_address(gilles: object) -> None:
    client, target = Client(), reverse("account_login")
    assert len(closed()) > 10
    wrong = []
    for address in closed():
        for method in (client.get, client.post):
            answer = method(address)
            if answer.status_code != 302 or not answer.headers["Location"].startswith(target):
                wrong.append(f"{method.__name__} {address}: {answer.status_code}")
    assert wrong == []


@pytest.mark.django_db
def test_fragment_asks_the_page_to_go_and_sign_in(gilles: object) -> None:
    answer = Client().get(closed()[0], headers={"HX-Request": "true"})
    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"].startswith(reverse("account_login"))
