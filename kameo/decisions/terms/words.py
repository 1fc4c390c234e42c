"""The editable lists of the decision map: what a code reads as."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.utils.translation import gettext

from kameo.decisions.enums import TermList
from kameo.decisions.models import Seat, Term
from kameo.decisions.terms.seeds import SEATS, SEEDS


def term_name(term: Term) -> str:
    """As somebody renamed it, or the seeds' words translated."""
    if term.name:
        return term.name
    seed = SEEDS.get(term.list, {}).get(term.code)
    return gettext(seed.name) if seed else term.code


def seat_name(seat: Seat) -> str:
    if seat.name:
        return seat.name
    seed = SEATS.get(seat.code)
    return gettext(seed.name) if seed else seat.code


@dataclass(frozen=True)
class TermWords:
    """The lists as they read now, retired terms included: one query for a whole page."""

    terms: Mapping[str, Mapping[str, Term]]

    def name(self, kind: str, code: str) -> str:
        term = self.terms.get(kind, {}).get(code)
        return term_name(term) if term else code

    def names(self, kind: str, codes: Iterable[str]) -> list[str]:
        """In the order of the list, whatever the order they were ticked in."""
        return [self.name(kind, code) for code in self.in_order(kind, codes)]

    def in_order(self, kind: str, codes: Iterable[str]) -> list[str]:
        known = {code: rank for rank, code in enumerate(self.terms.get(kind, {}))}
        return sorted(codes, key=lambda code: (known.get(code, len(known)), code))

    def offered(self, kind: str, carried: Iterable[str] = ()) -> list[tuple[str, str]]:
        """(code, name) of those that can be chosen, and of retired ones that are carried already."""
        kept = set(carried)
        rows = self.terms.get(kind, {}).values()
        return [(term.code, term_name(term)) for term in rows if term.retired_at is None or term.code in kept]

    def icon(self, kind: str, code: str) -> str:
        term = self.terms.get(kind, {}).get(code)
        return term.icon if term else ""

    @property
    def deciding(self) -> frozenset[str]:
        """Codes of the roles that make a decision-maker."""
        return frozenset(code for code, term in self.terms.get(TermList.ROLE, {}).items() if term.decides)


_read_already: ContextVar[TermWords | None] = ContextVar("lists read already", default=None)


@contextmanager
def term_words_once() -> Iterator[None]:
    """Inside, the lists are read once: a page of settings names them in each of its controls."""
    token = _read_already.set(read_term_words())
    try:
        yield
    finally:
        _read_already.reset(token)


def read_term_words() -> TermWords:
    """All lists; one query."""
    if (read := _read_already.get()) is not None:
        return read
    terms: dict[str, dict[str, Term]] = {kind: {} for kind in TermList.values}
    for term in Term.objects.all():
        terms[term.list][term.code] = term
    return TermWords(terms)
