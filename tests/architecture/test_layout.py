"""The same names at the root of every capability, and no others (architecture.md §2)."""

from __future__ import annotations

import re

from tests.architecture.sources import PACKAGE, ROOT

# Not capabilities: mechanisms, the assembly of the site, the demo.
NOT_CAPABILITIES = {"core", "config", "demo", "locale"}
NAMED = {
    "__init__",
    "admin",
    "api",
    "apps",
    "automations",
    "choices",
    "domain",
    "enums",
    "event_words",
    "events",
    "figures",
    "forms",
    "importers",
    "jobs",
    "lists",
    "merging",
    "migrations",
    "models",
    "navigation",
    "notices",
    "panels",
    "preferences",
    "queries",
    "reassign",
    "rebuild",
    "records",
    "rules",
    "search",
    "sql",
    "subscribers",
    "tasks",
    "tests",
    "urls",
    "views",
    "jinja2",
    "templates",
    "typst",
}


def capabilities() -> list[str]:
    return sorted(
        folder.name
        for folder in PACKAGE.iterdir()
        if (folder / "__init__.py").exists() and folder.name not in NOT_CAPABILITIES
    )


def test_no_loose_module_stands_at_the_root_of_a_capability() -> None:
    """A mechanism of the app's own is a package named for it."""
    loose = [
        f"{app}/{path.name}"
        for app in capabilities()
        for path in (PACKAGE / app).glob("*.py")
        if path.stem not in NAMED
    ]
    assert loose == []


def test_every_capability_has_its_contract() -> None:
    contracts = (ROOT / ".importlinter").read_text()
    layered = set(re.findall(r"^name = Inside (\w+)$", contracts, re.MULTILINE))
    assert layered == set(capabilities())
    assert contracts.count("exhaustive = True") == len(layered)
