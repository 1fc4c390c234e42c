"""An account entered twice is found, compared, made one, and given back."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.journeys.walker import Walker

KEPT, ABSORBED = "Imprimerie Daubenton", "Imprimeries Daubenton"


def _pair(page: Page) -> Locator:
    """The two in the list of look-alikes."""
    page.goto("/accounts/duplicates/")
    return page.locator(".twin-pair", has_text=ABSORBED)


def _compare(page: Page) -> Locator:
    """The link to their comparison: a comparison of all made while they were one is made again in the background."""
    for _turn in range(20):
        link = _pair(page).locator("a[href*='/merge/']")
        if link.count():
            return link
        page.wait_for_timeout(1000)
    raise AssertionError("The two are not told as look-alikes")


def _invoices(page: Page, number: int) -> int:
    """How many rows the account's revenue has, as its own page lists them."""
    page.goto(f"/accounts/{number}/invoices/")
    return page.locator("main table tbody tr").count()


def test_two_that_are_one_are_merged_and_given_back(walk: Callable[..., Walker]) -> None:
    walker = walk("sophie.malandre")
    page = walker.page
    link = _compare(page)
    kept, absorbed = (int(found) for found in re.findall(r"\d+", str(link.get_attribute("href"))))
    before = {number: _invoices(page, number) for number in (kept, absorbed)}
    assert all(before.values())

    _compare(page).click()
    page.locator("input[name=description][value=absorbed]").check()
    expect(page.locator("#outcome")).to_contain_text("Compte ouvert par la comptabilité")
    assert walker.axe() == []
    page.locator("#result button.primary").click()
    page.wait_for_url(f"**/accounts/{kept}/")
    assert _invoices(page, kept) == sum(before.values())

    page.goto(f"/accounts/{absorbed}/")  # an old address leads to the one that lives
    expect(page).to_have_url(re.compile(rf"/accounts/{kept}/$"))
    expect(_pair(page)).to_have_count(0)

    page.goto("/accounts/merges/")
    page.locator("main li", has_text=ABSORBED).locator("form[action$='/undo/'] button").click()
    page.wait_for_url(f"**/accounts/{kept}/")
    assert {number: _invoices(page, number) for number in (kept, absorbed)} == before


def test_the_comparison_fits_a_telephone(walk: Callable[..., Walker]) -> None:
    walker = walk("sophie.malandre", width=390, theme="dark")
    page = walker.page
    _compare(page).click()
    page.wait_for_url("**/merge/**")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert walker.axe() == []
