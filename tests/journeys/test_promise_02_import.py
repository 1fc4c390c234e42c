"""Promise 2: a spreadsheet becomes accounts without a manual: recognised, previewed, explained, undone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.walker import Walker

ROWS = """Raison sociale;Ville;Code postal;SIREN;Chiffre d'affaires (k€)
Émaillerie du Val d'Orne;Argentan;61200;;1 250,5
Société Tronchet et Filles;Laon;02000;;830
;Vichy;03200;;12
"""


def _file(tmp_path: Path) -> Path:
    path = tmp_path / "clients.csv"
    path.write_bytes(ROWS.encode("cp1252"))
    return path


def _send(page: Page, path: Path) -> None:
    page.goto("/imports/new/?kind=accounts")
    page.set_input_files("input[type=file]", path)
    submit = page.get_by_role("button", name="Reconnaître le fichier")
    if submit.is_visible():
        submit.click()
    page.wait_for_url(re.compile(r"/imports/\d+/"))


def _preview(page: Page) -> None:
    expect(page.locator("main")).to_contain_text("Raison sociale", timeout=60_000)
    page.get_by_role("button", name="Voir ce qui va se passer").click()
    expect(page.get_by_role("heading", name="2 enregistrements seront écrits")).to_be_visible(timeout=60_000)


def test_a_spreadsheet_is_recognised_previewed_imported_and_undone(walk: Callable[..., Walker], tmp_path: Path) -> None:
    page = walk("gaetan.roblin").page
    _send(page, _file(tmp_path))
    _preview(page)
    main = page.locator("main")
    expect(main).to_contain_text(re.compile(r"1\s*ligne rejetée"))
    expect(main).to_contain_text("Remplissez-la, ou laissez la ligne de côté.")  # the remedy
    page.get_by_role("button", name="Importer", exact=True).click()
    expect(page.get_by_role("heading", name="2 enregistrements ont été écrits")).to_be_visible(timeout=60_000)
    result = page.url
    page.goto("/accounts/?q=Tronchet")
    expect(page.locator("table")).to_contain_text("Société Tronchet et Filles")
    page.goto(result)
    page.get_by_role("link", name="Annuler l’import").or_(
        page.get_by_role("button", name="Annuler l’import")
    ).first.click()
    confirm = page.get_by_role("button", name="Annuler l’import")
    if confirm.count():
        confirm.first.click()
    expect(main).to_contain_text(re.compile("annulé"), timeout=60_000)
    page.goto("/accounts/?q=Tronchet")
    expect(page.locator("main")).not_to_contain_text("Société Tronchet et Filles")
