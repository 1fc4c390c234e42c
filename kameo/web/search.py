"""The search sources of the shell: colleagues, pages, actions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kameo.core import search, settings_pages
from kameo.core.search import Hit, SearchTerms
from kameo.core.text import fold
from kameo.core.ui.shell import nav, quick_add
from kameo.web.queries.colleagues import colleagues_matching
from kameo.web.shell.frame import page_address


def _pages(user: Any) -> Iterator[tuple[Hit, str]]:
    for entry in nav:
        if (url := page_address(entry.url_name)) and (entry.when is None or entry.when(user)):
            yield Hit(str(entry.label), url, icon=entry.icon), str(entry.words)
    for page in settings_pages.pages:
        if page.open_to(user):
            detail = settings_pages.SECTIONS[page.section]
            yield Hit(str(page.label), page.url, detail=str(detail), icon=page.icon), str(detail)


def _actions(user: Any) -> Iterator[tuple[Hit, str]]:
    for entry in quick_add:
        if (url := page_address(entry.url_name)) and (entry.when is None or entry.when(user)):
            yield Hit(str(entry.label), url, icon=entry.icon), str(entry.words)


def _matching(candidates: Iterator[tuple[Hit, str]], query: SearchTerms, limit: int) -> list[Hit]:
    """Those that hold every word typed, or start alike: few enough to compare here, without a query."""
    found = [hit for hit, words in candidates if _holds(fold(f"{hit.label} {words}"), query.folded)]
    return found[:limit]


def _holds(text: str, folded: str) -> bool:
    words = text.split()
    return all(any(word.startswith(part) or _slips(word, part) for word in words) for part in folded.split())


def _slips(word: str, part: str) -> bool:
    """Whether `word` starts like `part` but for one letter too many, missing or wrong; from four letters on."""
    return len(part) > 3 and any(_one_edit(word[: len(part) + more], part) for more in (-1, 0, 1))


def _one_edit(start: str, part: str) -> bool:
    pairs = enumerate(zip(start, part, strict=False))
    same = next((place for place, (a, b) in pairs if a != b), min(len(start), len(part)))
    rest, typed = start[same:], part[same:]
    return rest[1:] == typed[1:] or rest[1:] == typed or rest == typed[1:]


def find_pages(user: Any, query: SearchTerms, limit: int) -> list[Hit]:
    return _matching(_pages(user), query, limit)


def find_actions(user: Any, query: SearchTerms, limit: int) -> list[Hit]:
    return _matching(_actions(user), query, limit)


def suggest_actions(user: Any) -> list[Hit]:
    return [hit for hit, _words in _actions(user)]


def find_colleagues(user: Any, query: SearchTerms, limit: int) -> list[Hit]:
    """A colleague opens on the accounts they serve."""
    return [
        Hit(person.name, f"{reverse('search')}?colleague={person.id}", detail=person.detail, picture="avatar")
        for person in colleagues_matching(query.text, limit=limit)
    ]


search.register("actions", _("Actions"), find_actions, suggest=suggest_actions, order=20)
search.register("colleagues", _("Colleagues"), find_colleagues, order=30)
search.register("pages", _("Pages"), find_pages, order=60)
