"""Somebody walking through the site: a browser of their own that notices what goes wrong."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Response

from kameo.demo.cast import DOMAIN, PASSWORD

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
HEIGHTS = {1440: 900, 390: 844}


@dataclass(frozen=True)
class Site:
    """`seconds` is how long it took from the command to an answering site with its portfolio."""

    address: str
    home: Path
    seconds: float
    environment: dict[str, str]


class Walker:
    """One signed-in person. `complaints` is what the browser said against the site on the way."""

    sessions: dict[str, Any] = {}  # signing in once per person keeps clear of the rate limit
    numbers: dict[str, int] = {}  # of accounts, once somebody looked them up

    def __init__(self, browser: Browser, site: Site, who: str, *, width: int, theme: str) -> None:
        self.site, self.who, self.complaints = site, who, []
        self.expected: set[int] = set()  # statuses that the test provokes
        self.context = browser.new_context(
            base_url=site.address,
            viewport={"width": width, "height": HEIGHTS.get(width, 900)},
            color_scheme=theme,
            locale="fr-FR",
            timezone_id="Europe/Paris",
            storage_state=self.sessions.get(who),
        )
        self.page: Page = self.context.new_page()
        self.page.on("pageerror", self._fault)
        self.page.on("console", self._hear)
        self.page.on("response", self._look)
        if who and who not in self.sessions:
            self.sign_in()

    @property
    def where(self) -> str:
        return self.page.url.removeprefix(self.site.address)

    def sign_in(self) -> None:
        self.page.goto("/sign-in/")
        self.page.locator("input[name=login]").fill(f"{self.who}@{DOMAIN}")
        self.page.locator("input[name=password]").fill(PASSWORD)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.sessions[self.who] = self.context.storage_state()

    def open_account(self, name: str) -> Page:
        """The portrait of the account with that exact name, found as people find it: by the list."""
        self.page.goto(f"/accounts/{self.id_of(name)}/")
        return self.page

    def id_of(self, name: str) -> int:
        """By the API with the person's own session would need a key: the list's link says it."""
        if name not in self.numbers:
            self.page.goto(f"/accounts/?q={name}")
            link = self.page.locator("table a[href^='/accounts/']", has_text=name).first
            self.numbers[name] = int(str(link.get_attribute("href")).strip("/").split("/")[-1])
        return self.numbers[name]

    def axe(self) -> list[str]:
        """Serious and critical findings of axe on the page as it stands."""
        if not AXE.exists():
            pytest.skip("AXE DID NOT LOOK: node_modules/axe-core is missing (make setup-dev)")
        self.page.evaluate(AXE.read_text())
        found = self.page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
        return [
            f"{one['id']}: {json.dumps([node['target'] for node in one['nodes']][:3])}"
            for one in found
            if one["impact"] in {"serious", "critical"}
        ]

    def close(self) -> None:
        self.context.close()

    def _fault(self, error: Any) -> None:
        # Chromium's own word when a page is left while it fades in: nobody's promise, nothing that a person sees.
        if "Transition was skipped" not in str(error):
            self.complaints.append(f"{self.where}: {error}")

    def _hear(self, message: Any) -> None:
        if message.type == "error" and not (self.expected and "Failed to load resource" in message.text):
            self.complaints.append(f"{self.where}: {message.text[:200]}")

    def _look(self, response: Response) -> None:
        if not response.url.startswith((self.site.address, "data:", "blob:")):
            self.complaints.append(f"{self.where} asked {response.url[:100]} outside")
        elif response.status >= 400 and response.status not in self.expected:
            self.complaints.append(f"{self.where}: {response.status} {response.url}")
