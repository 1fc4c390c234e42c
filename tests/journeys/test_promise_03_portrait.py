"""Promise 3: the account page answers "what do I need to know before I walk in?" in one screen."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.walker import Walker

SCREEN = 900  # pixels


def _top(page: Page, text: str) -> float:
    box = page.locator("main").get_by_text(text).first.bounding_box()
    assert box is not None, text
    return box["y"]


def test_one_screen_says_who_what_and_when(walk: Callable[..., Walker]) -> None:
    page = walk("camille.ferrandin").open_account("Groupe Valmorin")
    expect(page.locator("h1")).to_have_text("Groupe Valmorin")
    for text in ("Grand compte", "CA 12 mois", "Dernier contact", "Notre équipe", "Depuis votre dernière visite"):
        assert _top(page, text) < SCREEN
    assert _top(page, "Passerelle de Laval muette depuis 6\u00a0h\u00a040") < SCREEN


def test_it_comes_whole_without_a_spinner(walk: Callable[..., Walker]) -> None:
    page = walk("camille.ferrandin").page
    later: list[str] = []
    page.goto("/accounts/")
    page.on("request", lambda request: later.append(request.url) if request.resource_type in {"xhr", "fetch"} else None)
    link = page.locator("a", has_text="Groupe Valmorin").first
    link.click()
    page.wait_for_load_state("load")
    page.wait_for_timeout(600)
    assert later == []
    assert page.locator("main [aria-busy=true], main .sk").count() == 0


def test_the_class_opens_its_reasons(walk: Callable[..., Walker]) -> None:
    page = walk("camille.ferrandin").open_account("Groupe Valmorin")
    page.get_by_role("button", name=re.compile("Grand compte")).first.click()
    expect(page.get_by_text(re.compile("le seuil de .* est atteint")).first).to_be_visible()


def test_a_call_is_logged_in_one_line_and_one_key_then_undone(walk: Callable[..., Walker]) -> None:
    page = walk("camille.ferrandin").open_account("Aéro Sibran")
    page.locator("textarea[name=text]").fill("Appel de vérification avant la visite.")
    page.keyboard.press("Enter")
    line = page.locator("main").get_by_text("Appel de vérification avant la visite.")
    expect(line).to_be_visible()
    page.get_by_role("button", name="Annuler").first.click()
    expect(line).to_have_count(0)
