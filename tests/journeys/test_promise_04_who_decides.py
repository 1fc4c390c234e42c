"""Promise 4: the decision map shows who decides, who is for us, who is missing, and what happens if somebody leaves."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.walker import Walker


def _map(walk: Callable[..., Walker], **screen: object) -> Page:
    page = walk("camille.ferrandin", **screen).open_account("Groupe Valmorin")
    page.get_by_role("link", name="Qui décide", exact=True).first.click()
    page.wait_for_url(re.compile(r"/accounts/\d+/map/"))
    return page


def test_the_map_says_who_decides_who_is_for_us_and_who_is_missing(walk: Callable[..., Walker]) -> None:
    page = _map(walk)
    main, cards = page.locator("main"), page.locator(".org .pcard")
    expect(cards.filter(has_text="Bertrand Chassaigne")).to_contain_text("Décideur final")
    champion = cards.filter(has_text="Pascal Quintrec")
    expect(champion.get_by_label(re.compile("Champion")).first).to_be_attached()
    expect(cards.filter(has_text="Direction juridique")).to_contain_text("Identifier")
    expect(main.get_by_role("heading", name="Rôles couverts")).to_be_visible()
    expect(main.get_by_role("heading", name="À faire en premier")).to_be_visible()


def test_each_gap_leads_to_the_act_that_closes_it(walk: Callable[..., Walker]) -> None:
    page = _map(walk)
    card = page.locator("section", has=page.get_by_role("heading", name="À faire en premier"))
    link = card.locator("li a").first
    answer = page.goto(str(link.get_attribute("href")))
    assert answer is not None
    assert answer.status == 200


def test_somebody_leaves_and_the_map_says_what_is_lost(walk: Callable[..., Walker]) -> None:
    page = _map(walk)
    page.get_by_role("link", name=re.compile("Si quelqu’un part")).first.click()
    page.wait_for_url(re.compile(r"/departure/"))
    select = page.locator("select[name=person]")
    value = select.locator("option", has_text="Pascal Quintrec").first.get_attribute("value")
    page.goto(f"{page.url.split('?')[0]}?person={value}")
    expect(page.locator("h1")).to_contain_text("Pascal Quintrec")
    expect(page.locator("main")).to_contain_text("Liens solides")
