"""Ctrl K by the keyboard alone: an account, without its accents and with a letter wrong."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.journeys.walker import Walker

FOUND = {"energies du vex": "Énergies du Vexenne", "valmorrin": "Groupe Valmorin", "HALLES MONT": "Halles Montgrain"}


def test_an_account_is_found_and_opened(walk: Callable[..., Walker]) -> None:
    page = walk("sophie.malandre").page
    page.goto("/")
    for typed, name in FOUND.items():
        page.keyboard.press("Control+k")
        expect(page.locator("kameo-palette input, .palette input").first).to_be_focused()
        page.keyboard.type(typed)
        expect(page.get_by_role("option", name=name).first).to_be_visible()
        with page.expect_navigation(url="**/accounts/*/"):
            page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text(name)


def test_escape_closes_it_and_gives_the_focus_back(walk: Callable[..., Walker]) -> None:
    page = walk("sophie.malandre").page
    page.goto("/accounts/")
    page.keyboard.press("Control+k")
    page.keyboard.press("Escape")
    expect(page.locator("kameo-palette input, .palette input").first).to_be_hidden()
