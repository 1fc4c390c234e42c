"""Every page of the documentation is in its index, and no link of it leads nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("folder", ["docs/handbook", "docs/decisions", "docs/user/fr", "docs/user/en"])
def test_the_index_lists_every_page(folder: str) -> None:
    listed = set(LINK.findall((ROOT / folder / "README.md").read_text()))
    pages = {page.name for page in (ROOT / folder).glob("*.md")} - {"README.md"}
    assert pages - listed == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text())
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", sorted((ROOT / "docs/decisions").glob("0*.md")), ids=lambda page: page.name)
def test_a_decision_is_short(page: Path) -> None:
    assert 6 <= len(page.read_text().splitlines()) <= 20


def test_files_that_the_handbook_names_are_there() -> None:
    apps = "|".join(path.name for path in sorted((ROOT / "kameo").iterdir()) if (path / "__init__.py").exists())
    named = re.compile(rf"`(?:kameo/)?((?:{apps})/[\w/]+\.(?:py|sql))")
    wrong = [
        f"{page.name}: {file}"
        for page in (ROOT / "docs/handbook").glob("*.md")
        for file in named.findall(page.read_text())
        if not (ROOT / "kameo" / file).exists()
    ]
    assert wrong == []
