"""Promise 12: every change has an author and can be undone, deletions wait in a bin."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.journeys.walker import Walker


def test_a_binned_account_comes_back_whole(walk: Callable[..., Walker]) -> None:
    walker = walk("sophie.malandre")
    number = walker.id_of("Miellerie du Causse Blanc")
    page = walker.page
    page.goto(f"/accounts/{number}/bin/")
    page.get_by_role("button", name="Mettre à la corbeille").click()
    expect(page.get_by_text("est dans la corbeille").first).to_be_visible()
    page.goto("/accounts/?q=Miellerie")
    expect(page.locator("table")).not_to_contain_text("Miellerie du Causse Blanc")
    page.goto("/accounts/bin/")
    row = page.locator("tr, li", has_text="Miellerie du Causse Blanc").last
    row.get_by_role("button", name="Restaurer").click()
    page.goto("/accounts/?q=Miellerie")
    expect(page.locator("table")).to_contain_text("Miellerie du Causse Blanc")


def test_a_change_has_its_author_and_its_former_value(walk: Callable[..., Walker]) -> None:
    walker = walk("sophie.malandre")
    number = walker.id_of("Robinetterie Ponsart")
    page = walker.page
    page.goto(f"/accounts/{number}/edit/")
    page.locator("input[name=headcount]").fill("77")
    page.get_by_role("button", name="Enregistrer").first.click()
    page.goto(f"/accounts/{number}/changes/")
    main = page.locator("main")
    expect(main).to_contain_text("Sophie Malandre")
    expect(main).to_contain_text("77")
