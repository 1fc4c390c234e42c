"""A decision map in the browser: drag, pull a line, rate in the matrix, walk with the keyboard, a telephone."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.journeys.walker import Walker

ACCOUNT = "Groupe Valmorin"


def _open(page: Page, query: str = "") -> None:
    """The map of the account, by its tab."""
    if "/accounts/" not in page.url:
        page.goto("/accounts/")
        page.get_by_role("link", name=ACCOUNT, exact=True).last.click()
    number = page.url.split("/accounts/")[1].split("/")[0]
    page.goto(f"/accounts/{number}/map/{query}")


def _card(page: Page, rank: int) -> Locator:
    return page.locator(".org .pcard[data-position]").nth(rank)


def _drop(page: Page, start: Locator, end: Locator) -> None:
    here, there = start.bounding_box(), end.bounding_box()
    assert here is not None
    assert there is not None
    page.mouse.move(here["x"] + here["width"] / 2, here["y"] + here["height"] - 12)
    page.mouse.down()
    page.mouse.move(here["x"] + here["width"] / 2 + 20, here["y"] + here["height"] - 30, steps=3)
    page.mouse.move(there["x"] + there["width"] / 2, there["y"] + there["height"] / 2, steps=6)
    page.mouse.up()


def _two_apart(page: Page) -> tuple[Locator, Locator]:
    """Somebody, and somebody above whom they do not stand, by their ids: the page is drawn again after a gesture."""
    rows = page.locator(".org .pcard[data-position]").evaluate_all(
        "cards => cards.map(card => [card.id, card.dataset.above ?? ''])"
    )
    above = dict(rows)
    leaf = next(key for key, _boss in rows if key not in above.values())
    other = next(key for key, _boss in rows if key not in {leaf, above[leaf]})
    return page.locator(f"#{leaf}"), page.locator(f"#{other}")


def test_people_are_dragged_tied_and_rated(walk: Callable[..., Walker]) -> None:
    walker = walk("camille.ferrandin")
    page = walker.page
    _open(page)
    expect(page.locator("svg.org")).to_be_visible()
    leaf, other = _two_apart(page)
    before = leaf.get_attribute("data-above")
    wanted = other.get_attribute("id")
    _drop(page, leaf, other)
    expect(leaf).to_have_attribute("data-above", str(wanted))
    page.locator(".toast form button").first.click()
    page.wait_for_load_state("networkidle")
    assert leaf.get_attribute("data-above") == before

    lines = page.locator(".org .cap", has_text="porte le dossier")
    leaf.hover()
    _drop_handle(page, other)
    page.select_option("#tie-kind", "sponsors")
    page.fill("#tie-label", "porte le dossier")
    page.locator("dialog[data-tie-form] button[type=submit]").click()
    expect(lines).to_have_count(1)
    assert walker.axe() == []

    page.locator(".org .pcard[tabindex='0']").focus()
    page.keyboard.press("Home")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.id") != first
    page.keyboard.press("+")
    expect(page.locator("[data-zoomed]")).not_to_have_text("100 %")

    _open(page, "?view=matrix")
    chip = page.locator(".mchip").first
    person = chip.get_attribute("data-person")
    page.locator(f".mchip[data-person='{person}']").drag_to(
        page.locator(".slot[data-influence='2'][data-stance='supporter']")
    )
    moved = page.locator(f".slot[data-influence='2'][data-stance='supporter'] .mchip[data-person='{person}']")
    expect(moved).to_have_count(1)
    assert walker.axe() == []


def _drop_handle(page: Page, end: Locator) -> None:
    grip, there = page.locator(".pull").bounding_box(), end.bounding_box()
    assert grip is not None
    assert there is not None
    page.mouse.move(grip["x"] + 12, grip["y"] + 12)
    page.mouse.down()
    page.mouse.move(grip["x"] + 50, grip["y"] + 30, steps=3)
    page.mouse.move(there["x"] + there["width"] / 2, there["y"] + 20, steps=6)
    page.mouse.up()


def test_a_telephone_shows_the_people_as_a_tree(walk: Callable[..., Walker]) -> None:
    walker = walk("camille.ferrandin", width=390, theme="dark")
    page = walker.page
    _open(page)
    expect(page.locator(".tree-list .pcard").first).to_be_visible()
    expect(page.locator("svg.org")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert walker.axe() == []
