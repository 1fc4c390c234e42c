"""The styleguide in a real browser: nothing refused by the policy, nothing out of reach of the keyboard."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from kameo.core.ui.tests import site

AXE = site.ROOT / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("styleguide"),
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: apt install chromium"),
    pytest.mark.skipif(not AXE.exists(), reason="axe is not installed: python scripts/vendor.py --dev"),
]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with site.served() as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def page(browser, address, request) -> Iterator[Page]:
    """A page of 1440 px in light, or what `request.param` says; it must say nothing in the console."""
    width, theme = getattr(request, "param", (1440, "light"))
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=theme, reduced_motion="reduce", locale="fr-FR"
    )
    tab = context.new_page()
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.goto(address + "/")
    yield tab
    context.close()
    assert said == []


def serious(page: Page, where: str = "body") -> list[str]:
    """Rules broken inside `where`, each with its first element."""
    page.evaluate(AXE.read_text())
    rules = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']}"
    found = page.evaluate(f"axe.run(document.querySelector({where!r}), {rules})")
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in found["violations"]]


@pytest.mark.parametrize("page", [(1440, "light"), (390, "dark")], indirect=True)
def test_every_component_is_accessible_and_fits(page):
    """Each component stands there in both themes, so that two looks see each width and theme of the page itself."""
    assert serious(page) == []
    for width in (1440, 1024, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_error_pages_are_accessible(page, address):
    for name in ("400", "403", "404", "500", "csrf", "offline"):
        page.goto(f"{address}/{name}/")
        assert (name, serious(page)) == (name, [])
        expect(page.locator("h1").first).to_be_visible()


def test_the_palette_works_with_the_keyboard_alone(page):
    page.keyboard.press("Control+k")
    options = page.locator("#palette [role=option]")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(page.locator("#palette input")).to_have_attribute("aria-activedescendant", "pr-0-1")
    assert serious(page, "#palette") == []
    page.keyboard.press("Enter")
    expect(page.locator("#palette")).not_to_be_visible()
    assert page.url.endswith("#pages")


def test_the_palette_shows_first_what_was_opened_last(page):
    page.keyboard.press("Control+k")
    page.locator("#palette [role=option]").nth(2).click()
    page.keyboard.press("Control+k")
    expect(page.locator("#palette [role=option]").first).to_contain_text("Consigner un appel")


@pytest.mark.parametrize("opener", [".add-btn", "[popovertarget=theme]", ".who", "[popovertarget=why-light]"])
def test_menus_and_bubbles_are_accessible_when_open(page, opener):
    page.locator(opener).first.click()
    expect(page.locator(":popover-open")).to_be_visible()
    assert serious(page, ":popover-open") == []
    page.keyboard.press("Escape")
    expect(page.locator(":popover-open")).to_have_count(0)


def test_the_theme_is_kept(page):
    page.click("[popovertarget=theme]")
    page.click('[data-act="theme:dark"]')
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.click("[popovertarget=theme]")
    page.click('[data-act="theme:system"]')
    assert page.locator("html").get_attribute("data-theme") is None


def test_a_dangerous_question_starts_on_the_way_out(page):
    page.click('[data-dialog="confirm-light"]')
    expect(page.locator("#confirm-light [data-close]")).to_be_focused()
    assert serious(page, "#confirm-light") == []
    page.keyboard.press("Escape")
    expect(page.locator("#confirm-light")).not_to_be_visible()


def test_help_opens_with_a_key_unless_keys_are_off(page):
    page.keyboard.press("?")
    expect(page.locator("#shortcuts")).to_be_visible()
    page.locator("[data-keys-switch]").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("#shortcuts")).not_to_be_visible()


def test_the_key_of_a_note_opens_the_palette_where_nothing_can_be_written(page):
    page.keyboard.press("n")
    expect(page.locator("#palette")).to_be_visible()
    expect(page.locator("#palette input")).to_have_value("")


def test_a_mention_travels_with_the_note_and_the_draft_survives(page):
    area = page.locator("#composer-light textarea")
    area.press_sequentially("Vu avec @in")
    expect(page.locator("#composer-light [role=option]")).to_be_visible()
    page.keyboard.press("Enter")
    expect(area).to_have_value("Vu avec @Inès Belkhodja ")
    expect(page.locator("#composer-light input[name=mention]")).to_have_value("3")
    page.wait_for_timeout(600)  # a draft is kept a moment after the last key; the CSP forbids Playwright's own wait
    assert page.evaluate("() => Object.keys(sessionStorage).some((key) => key.startsWith('kameo-draft'))")
    page.reload()
    expect(area).to_have_value("Vu avec @Inès Belkhodja ")


def test_choosing_every_row_says_how_many(page):
    page.locator("[data-theme=light] [data-select-all]").check()
    expect(page.locator("[data-theme=light] [data-selected-count]")).to_contain_text("5")


def test_a_file_can_be_chosen_and_its_name_is_shown(page, tmp_path: Path):
    file = tmp_path / "clients.csv"
    file.write_text("nom\n")
    page.locator("#drop-light").set_input_files(file)
    expect(page.locator(".drop:has(#drop-light) .drop-name")).to_have_text("clients.csv")


def test_a_lost_network_is_said_once_and_goes_away(page):
    page.evaluate("dispatchEvent(new Event('offline')); dispatchEvent(new Event('offline'))")
    expect(page.locator(".callout.offline")).to_have_count(1)
    assert serious(page, ".callout.offline") == []
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator(".callout.offline")).to_have_count(0)


def test_a_form_is_sent_once(page):
    sent = page.evaluate(
        """() => {
          const form = document.querySelector('[data-theme=light] form.form');
          let sent = 0;
          form.addEventListener('submit', (event) => { sent += 1; event.preventDefault(); });
          form.requestSubmit(); form.requestSubmit();
          return sent;
        }"""
    )
    assert sent == 1


@pytest.mark.parametrize("page", [(390, "light")], indirect=True)
def test_the_drawer_of_a_phone_opens_and_closes(page):
    page.locator(".dock [data-act=side]").click()
    expect(page.locator(".side")).to_be_visible()
    assert serious(page, ".side") == []
    page.keyboard.press("Escape")
    expect(page.locator(".side")).not_to_be_visible()


def test_a_page_prints_its_content_alone(page):
    page.emulate_media(media="print")
    expect(page.locator(".side")).not_to_be_visible()
    expect(page.locator(".top")).not_to_be_visible()
    expect(page.locator("h1").first).to_be_visible()


def test_without_javascript_the_search_is_a_link(browser, address):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address + "/")
    assert tab.locator(".find-btn").get_attribute("href") == "/search/"
    expect(tab.locator(".no-js").first).to_be_visible()
    context.close()
