"""What the company finds in its lists on the first day."""

from __future__ import annotations

from dataclasses import dataclass

from kameo.core.text import N_
from kameo.decisions.enums import TermList


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
