"""The register of what can be found, and asking all of it at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from django.utils.functional import Promise

from kameo.core.registry import Store
from kameo.core.text import fold

LONGEST = 120  # characters of a query that are read; the rest is a paste by mistake
Picture = Literal["icon", "cameo", "avatar"]


@dataclass(frozen=True)
class SearchTerms:
    """What somebody looks for: `text` as typed, `folded` as the database folds names."""

    text: str
    folded: str = field(default="")

    @classmethod
    def of(cls, raw: str) -> SearchTerms:
        text = " ".join(raw.replace("\x00", " ").split())[:LONGEST]
        return cls(text, fold(text))

    def __bool__(self) -> bool:
        return bool(self.folded)


@dataclass(frozen=True)
class Hit:
    """One result. `picture` says how it is drawn: an icon of the sprite, a cameo (with `stone`) or an avatar.

    `extract` is where the words were found, for long texts; `detail` is one short line.
    """

    label: str
    url: str
    detail: str = ""
    icon: str = "arrow-right"
    picture: Picture = "icon"
    stone: str = "agate"
    extract: str = ""


Find = Callable[[Any, SearchTerms, int], Sequence[Hit]]
Together = Callable[[Sequence[str], Any, SearchTerms], Collection[str]]


@dataclass(frozen=True)
class SearchSource:
    """A kind of thing that can be found; `find(user, query, limit)` costs one query, three for accounts.

    `suggest(user)` is what the palette shows before anything is typed. `shortest` letters start a search.
    `together` says of several such sources which of them would find something, in one query: the others are not asked.
    """

    key: str
    title: str | Promise
    find: Find
    suggest: Callable[[Any], Sequence[Hit]] | None = None
    in_palette: bool = True
    shortest: int = 2
    together: Together | None = None


@dataclass(frozen=True)
class SearchAnswer:
    """What one source found; `more` when it has further results on the full page."""

    source: SearchSource
    hits: Sequence[Hit]
    more: bool


sources: Store[SearchSource] = Store("search sources")


def register(
    key: str,
    title: str | Promise,
    find: Find,
    *,
    suggest: Callable[[Any], Sequence[Hit]] | None = None,
    in_palette: bool = True,
    shortest: int = 2,
    together: Together | None = None,
    order: int = 100,
) -> SearchSource:
    """Declare a source in an app's `search.py`. Raises ValueError when the key is taken."""
    return sources.register(key, SearchSource(key, title, find, suggest, in_palette, shortest, together), order=order)


def answer(user: Any, raw: str, *, limit: int, palette: bool = False, only: str = "") -> list[SearchAnswer]:
    """Ask every source (the palette's only, or the one named `only`); those without a result are left out."""
    query = SearchTerms.of(raw)
    asked = [one for one in sources if (one.in_palette or not palette) and only in ("", one.key)]
    idle = _find_nothing(asked, user, query) if query else set()
    found = []
    for source in asked:
        if source.key in idle:
            continue
        hits = list(_ask(source, user, query, limit + 1))
        if hits:
            found.append(SearchAnswer(source, hits[:limit], len(hits) > limit))
    return found


def _find_nothing(asked: Sequence[SearchSource], user: Any, query: SearchTerms) -> set[str]:
    """Those of which another one knows that they would find nothing; a single one is asked itself."""
    idle: set[str] = set()
    for together in {one.together for one in asked if one.together}:
        keys = [one.key for one in asked if one.together is together and len(query.folded) >= one.shortest]
        if len(keys) > 1:
            idle |= {*keys} - {*together(keys, user, query)}
    return idle


def _ask(source: SearchSource, user: Any, query: SearchTerms, limit: int) -> Sequence[Hit]:
    if not query:
        return source.suggest(user)[:limit] if source.suggest else ()
    if len(query.folded) < source.shortest:
        return ()
    return source.find(user, query, limit)
