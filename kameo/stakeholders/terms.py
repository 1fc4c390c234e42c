"""The editable lists of the decision map: what the company finds on the first day, and what a code reads as."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from kameo.core.text import N_
from kameo.stakeholders.enums import TermList
from kameo.stakeholders.models import Seat, Term


@dataclass(frozen=True)
class Seed:
    name: str
    icon: str = ""
    decides: bool = False


@dataclass(frozen=True)
class SeatSeed:
    """`influence` is what an empty place weighs in the account relationship (c-11)."""

    name: str
    influence: int
    role: str = ""
    family: str = ""
    stance: str = ""


SEEDS: dict[str, dict[str, Seed]] = {
    TermList.ROLE: {
        "final-decider": Seed(N_("Final decision-maker"), "flag", decides=True),
        "economic-buyer": Seed(N_("Economic buyer"), "quote", decides=True),
        "technical-prescriber": Seed(N_("Technical prescriber"), "key"),
        "influencer": Seed(N_("Influencer"), "megaphone"),
        "user": Seed(N_("User"), "person"),
        "purchasing": Seed(N_("Purchasing"), "basket"),
        "opponent": Seed(N_("Potential opponent"), "square-x"),
    },
    TermList.MOTIVATION: {
        "performance": Seed(N_("Performance")),
        "budget": Seed(N_("Budget")),
        "innovation": Seed(N_("Innovation")),
        "compliance": Seed(N_("Compliance")),
        "safety": Seed(N_("Safety of supply")),
        "recognition": Seed(N_("Recognition")),
    },
    TermList.TOPIC: {
        "price": Seed(N_("Prices")),
        "quality": Seed(N_("Quality of service")),
        "deadlines": Seed(N_("Lead times")),
        "sustainability": Seed(N_("Sustainability")),
        "digital": Seed(N_("Digital tools")),
        "projects": Seed(N_("Projects")),
    },
}

# c-11: final decision-maker, technical prescriber, finance, purchasing, user representative, champion.
SEATS: dict[str, SeatSeed] = {
    "final-decider": SeatSeed(N_("Final decision-maker"), 5, role="final-decider"),
    "technical-prescriber": SeatSeed(N_("Technical prescriber"), 4, role="technical-prescriber"),
    "finance": SeatSeed(N_("Finance"), 4, role="economic-buyer", family="finance"),
    "purchasing": SeatSeed(N_("Purchasing"), 4, role="purchasing", family="purchasing"),
    "user": SeatSeed(N_("User representative"), 2, role="user", family="users"),
    "champion": SeatSeed(N_("Champion"), 3, stance="champion"),
}


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
class Words:
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


def read_words() -> Words:
    """All lists; one query."""
    terms: dict[str, dict[str, Term]] = {kind: {} for kind in TermList.values}
    for term in Term.objects.all():
        terms[term.list][term.code] = term
    return Words(terms)
