"""Main pages at both widths and in both themes: axe finds nothing serious, nothing sticks out, nothing is said in
English to a French reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.walker import Walker

PAGES = {
    "home": "/",
    "accounts": "/accounts/",
    "tree": "/accounts/tree/",
    "bin": "/accounts/bin/",
    "new account": "/accounts/new/",
    "search": "/search/?q=valmorin",
    "imports": "/imports/",
    "new import": "/imports/new/",
    "notifications": "/notifications/",
    "settings": "/settings/",
    "profile": "/profile/",
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("name", [*PAGES, "account", "changes", "structure", "team", "invoices"])
def test_it_is_accessible_and_fits(walk: Callable[..., Walker], name: str, width: int, theme: str) -> None:
    walker = walk("gaetan.roblin", width=width, theme=theme)
    of_account = f"/accounts/{walker.id_of('Groupe Valmorin')}/" if name not in PAGES else ""
    address = PAGES.get(name) or of_account + ("" if name == "account" else f"{name}/")
    answer = walker.page.goto(address)
    assert answer is not None
    assert answer.status == 200
    assert walker.axe() == []
    assert walker.page.evaluate("document.documentElement.scrollWidth") == width
