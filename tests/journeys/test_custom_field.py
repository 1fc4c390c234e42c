"""A field of the company: an administrator adds it, a key account manager fills it in, filters, saves, exports."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.journeys.walker import Walker

ACCOUNT = "Groupe Valmorin"


def test_a_field_is_added_filled_filtered_saved_and_exported(walk: Callable[..., Walker]) -> None:
    admin = walk("gaetan.roblin")
    page = admin.page
    page.goto("/settings/fields/account/")
    page.get_by_role("button", name="Ajouter un champ").click()
    page.get_by_role("link", name="Liste, un choix").click()
    page.locator("input[name=name]").fill("Norme d’hygiène")
    for place, choice in enumerate(("IFS", "BRC")):
        page.locator("input[name=option_name]").nth(place).fill(choice)
    page.locator("input[name=filtered]").check()
    assert admin.axe() == []
    with page.expect_navigation():
        page.locator("main form.form button[type=submit].primary").click()
    expect(page.locator(".field-line a", has_text="Norme d’hygiène")).to_be_visible()

    kam = walk("sophie.malandre")
    page = kam.page
    number = kam.id_of(ACCOUNT)
    page.goto(f"/accounts/{number}/edit/")
    page.locator("select[name=custom_norme_d_hygiene]").select_option(label="IFS")
    with page.expect_navigation():
        page.locator("#account-form button[type=submit].primary").click()
    page.goto(f"/accounts/{number}/")
    expect(page.locator("#own")).to_contain_text("IFS")
    page.goto("/accounts/?custom_norme_d_hygiene=ifs")
    rows = page.locator("table tbody th[scope=row]")
    expect(rows).to_have_count(1)
    page.get_by_role("link", name="Enregistrer comme vue").click()
    page.locator("input[name=name]").fill("Sous IFS")
    with page.expect_navigation():
        page.locator("main form.form button[type=submit].primary").click()
    expect(page.get_by_role("link", name="Sous IFS").first).to_be_visible()
    expect(rows).to_have_count(1)
    answer = page.request.get("/accounts/export/?format=csv&custom_norme_d_hygiene=ifs")
    assert "Norme d’hygiène" in answer.text()
    assert "IFS" in answer.text()
    assert admin.complaints == kam.complaints == []
