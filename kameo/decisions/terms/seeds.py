"""What the company finds in its lists on the first day."""

from __future__ import annotations

from dataclasses import dataclass

from kameo.core.text import N_
from kameo.decisions.enums import TermList


@dataclass(frozen=True)
class TermSeed:
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


SEEDS: dict[str, dict[str, TermSeed]] = {
    TermList.ROLE: {
        "final-decider": TermSeed(N_("Final decision-maker"), "flag", decides=True),
        "economic-buyer": TermSeed(N_("Economic buyer"), "quote", decides=True),
        "technical-prescriber": TermSeed(N_("Technical prescriber"), "key"),
        "influencer": TermSeed(N_("Influencer"), "megaphone"),
        "user": TermSeed(N_("User"), "person"),
        "purchasing": TermSeed(N_("Purchasing"), "basket"),
        "opponent": TermSeed(N_("Potential opponent"), "square-x"),
    },
    TermList.MOTIVATION: {
        "performance": TermSeed(N_("Performance")),
        "budget": TermSeed(N_("Budget")),
        "innovation": TermSeed(N_("Innovation")),
        "compliance": TermSeed(N_("Compliance")),
        "safety": TermSeed(N_("Safety of supply")),
        "recognition": TermSeed(N_("Recognition")),
    },
    TermList.TOPIC: {
        "price": TermSeed(N_("Prices")),
        "quality": TermSeed(N_("Quality of service")),
        "deadlines": TermSeed(N_("Lead times")),
        "sustainability": TermSeed(N_("Sustainability")),
        "digital": TermSeed(N_("Digital tools")),
        "projects": TermSeed(N_("Projects")),
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
