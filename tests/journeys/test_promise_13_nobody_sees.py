"""Promise 13: nobody sees what they may not see: list, count, search, export, API."""

from __future__ import annotations

import functools
import json
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable
from urllib.parse import quote

import pytest

from kameo.demo.cast import DOMAIN
from tests.journeys.walker import Site, Walker

SECRET = "Projet Lanterne"  # confidential: Camille, Adrien and directors
THEIRS = "Papeteries Estrelle"  # of another large-account manager
STRANGERS = [("ines.belkhodja", SECRET), ("helene.castaing", SECRET), ("ines.belkhodja", THEIRS)]


@pytest.fixture
def number(walk: Callable[..., Walker]) -> Callable[[str], int]:
    """The id of an account, learnt by somebody who may see it."""
    return walk("sophie.malandre").id_of


@pytest.mark.parametrize(("who", "name"), STRANGERS)
def test_not_in_the_list_the_search_the_palette_the_export_nor_by_address(
    walk: Callable[..., Walker], number: Callable[[str], int], who: str, name: str
) -> None:
    walker = walk(who)
    walker.expected = {404}
    page = walker.page
    address = f"/accounts/{number(name)}/"
    for path in (f"/accounts/?q={quote(name)}", f"/search/?q={quote(name)}", f"/search/palette/?q={quote(name)}"):
        assert page.goto(path).status == 200
        assert page.locator(f"a[href*='{address}']").count() == 0, path
    exported = walker.context.request.get("/accounts/export/?format=csv").text()
    assert name not in exported
    assert page.goto(address).status == 404
    assert page.goto(f"{address}changes/").status == 404


@pytest.fixture(scope="module")
def key_of(site: Site) -> Callable[[str], str]:
    @functools.cache
    def create(who: str) -> str:
        command = [sys.executable, "-m", "kameo.config.cli", "token", "create", f"{who}@{DOMAIN}"]
        return subprocess.run(command, env=site.environment, capture_output=True, text=True, check=True).stdout.strip()

    return create


def _ask(site: Site, key: str, path: str) -> tuple[int, object]:
    request = urllib.request.Request(  # noqa: S310 - our own
        f"{site.address}/api/v1/{path}", headers={"Authorization": f"Bearer {key}"}
    )
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - our own
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refusal:
        return refusal.code, None


@pytest.mark.parametrize(("who", "name"), STRANGERS)
def test_not_by_the_api(
    site: Site, key_of: Callable[[str], str], number: Callable[[str], int], who: str, name: str
) -> None:
    key = key_of(who)
    status, listed = _ask(site, key, "accounts?limit=200")
    assert status == 200
    assert name not in json.dumps(listed, ensure_ascii=False)
    for path in ("", "/portrait", "/timeline"):
        assert _ask(site, key, f"accounts/{number(name)}{path}")[0] == 404


def test_a_restricted_note_is_for_its_author_the_lead_and_directors(walk: Callable[..., Walker]) -> None:
    words = "le groupe regarde une laiterie"
    assert words in walk("camille.ferrandin").open_account("Groupe Valmorin").content()
    assert words in walk("sophie.malandre").open_account("Groupe Valmorin").content()
    assert words not in walk("youssef.amrani").open_account("Groupe Valmorin").content()


def test_without_a_session_every_page_asks_to_sign_in(walk: Callable[..., Walker]) -> None:
    page = walk("").page
    for path in ("/", "/accounts/", "/accounts/1/", "/search/?q=valmorin", "/settings/"):
        page.goto(path)
        assert "/sign-in/" in page.url
