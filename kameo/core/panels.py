"""Blocks and tabs that capabilities put on the account page, registered from their `panels.py`.

The page belongs to `web`; a capability below it never imports it, and a block appears when its source exists.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from django.urls import reverse
from django.utils.functional import Promise

from kameo.core.registry import Store

Column = Literal["main", "side"]
Scope = Literal["entity", "group"]
Fetch = Callable[[Any, Any, Scope], Mapping[str, Any] | None]
Words = str | Promise


@dataclass(frozen=True)
class Panel:
    """A block: `fetch(user, account, scope)` gives its template's context, or None for nothing to say.

    The template extends nothing and draws one card. It reads the page's own context, to which what was fetched
    is added: names start with the panel's key.
    At most one query each: the whole page has twelve.
    """

    key: str
    title: Words
    fetch: Fetch
    template: str
    column: Column = "side"


@dataclass(frozen=True)
class Tab:
    """A page about the account beside its portrait. `count(account)` reads what was fetched already."""

    key: str
    label: Words
    url_name: str
    count: Callable[[Any], int | None] | None = None
    when: Callable[[Any, Any], bool] | None = None


panels: Store[Panel] = Store("panels")
tabs: Store[Tab] = Store("tabs")


def register(
    key: str, title: Words, *, fetch: Fetch, template: str, column: Column = "side", order: int = 100
) -> Panel:
    """Put a block on the account page. Raises ValueError when the key is taken."""
    return panels.register(key, Panel(key, title, fetch, template, column), order=order)


def register_tab(
    key: str,
    label: Words,
    *,
    url_name: str,
    count: Callable[[Any], int | None] | None = None,
    when: Callable[[Any, Any], bool] | None = None,
    order: int = 100,
) -> Tab:
    """Add a tab; `url_name` takes the account's id; `when(user, account)` hides it."""
    return tabs.register(key, Tab(key, label, url_name, count, when), order=order)


def tabs_for(user: Any, account: Any, current: str) -> list[dict[str, Any]]:
    """The account's tabs as `ui.tabs` takes them: those the user may open, `current` marked."""
    return [
        {
            "label": tab.label,
            "url": reverse(tab.url_name, args=[account.pk]),
            "current": tab.key == current,
            "count": tab.count(account) if tab.count else None,
        }
        for tab in tabs
        if tab.when is None or tab.when(user, account)
    ]


@dataclass(frozen=True)
class BriefLine:
    """One line of a meeting brief, for the page and its PDF: plain words. `tone` is ok, warn, bad or ""."""

    text: str
    detail: str = ""
    url: str = ""
    tone: str = ""


@dataclass(frozen=True)
class BriefSection:
    """A block of the meeting brief (R37): `fetch(user, account, person_ids)` gives its lines, none for no block.

    At most two queries each; a line tells nothing that the reader may not see on its own page.
    """

    key: str
    title: Words
    fetch: Callable[[Any, Any, tuple[int, ...]], list[BriefLine]]


brief_sections: Store[BriefSection] = Store("sections of a meeting brief")


def register_brief(
    key: str, title: Words, *, fetch: Callable[[Any, Any, tuple[int, ...]], list[BriefLine]], order: int = 100
) -> BriefSection:
    """Add a block to the meeting brief. Raises ValueError when the key is taken."""
    return brief_sections.register(key, BriefSection(key, title, fetch), order=order)
