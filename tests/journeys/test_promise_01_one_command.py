"""Promise 1: from a bare machine to a portfolio on screen, one command, under three minutes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kameo.demo.cast import COLLEAGUES, PASSWORD
from tests.journeys.walker import Site, Walker


def test_the_portfolio_is_on_screen_in_time(site: Site, walk: Callable[..., Walker]) -> None:
    page = walk("sophie.malandre").page
    page.goto("/accounts/")
    assert site.seconds < 180
    assert page.get_by_text("Groupe Valmorin").first.is_visible()


def test_a_sign_in_is_printed_for_each_role(site: Site) -> None:
    printed = (site.home / "output").read_text()
    assert site.address in printed
    assert all(one.email in printed for one in COLLEAGUES if one.sign_in)
    assert printed.count(PASSWORD) == 11


@pytest.mark.parametrize("who", [one.key for one in COLLEAGUES if one.sign_in])
def test_each_role_comes_in(walk: Callable[..., Walker], who: str) -> None:
    page = walk(who).page
    page.goto("/")
    assert page.locator("main h1").first.is_visible()
    assert page.locator("html").get_attribute("lang") == "fr"
