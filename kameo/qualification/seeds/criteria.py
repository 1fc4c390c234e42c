"""The seeds' scorecard (R6, R7, c-13): what the company finds on the first day, as rows it then edits."""

from __future__ import annotations

from dataclasses import dataclass

from kameo.core.text import N_


@dataclass(frozen=True)
class CriterionSeed:
    """A criterion: its weight, the lower bounds of 1 to 5 where the system measures it, what 0 to 5 mean."""

    name: str
    weight: int
    anchors: tuple[str, ...]
    steps: tuple[int, ...] = ()
    part_of: str = ""


SEEDS: dict[str, CriterionSeed] = {
    "revenue": CriterionSeed(
        N_("Revenue and growth potential"),
        30,
        (
            N_("Under 25,000 a year"),
            N_("From 25,000"),
            N_("From 50,000"),
            N_("From 100,000"),
            N_("From 250,000"),
            N_("500,000 and more"),
        ),
        steps=(25_000, 50_000, 100_000, 250_000, 500_000),
    ),
    "complexity": CriterionSeed(
        N_("Organisational complexity and sites"),
        20,
        (
            N_("One entity, one site"),
            N_("Two or three entities"),
            N_("Four to seven entities"),
            N_("Eight to fifteen entities"),
            N_("Sixteen to thirty-nine entities"),
            N_("Forty entities and more"),
        ),
        steps=(2, 4, 8, 16, 40),
    ),
    "decision": CriterionSeed(
        N_("Decision process on several levels"),
        15,
        (
            N_("One person decides alone"),
            N_("Two people decide"),
            N_("Three or four people decide"),
            N_("Five to nine people decide"),
            N_("Ten to fourteen people, a formal process"),
            N_("Fifteen people and more, tenders"),
        ),
        steps=(2, 3, 5, 10, 15),
    ),
    "strategic": CriterionSeed(
        N_("Strategic stake"),
        20,
        (N_("No particular stake"), N_("Slight"), N_("Some"), N_("Real"), N_("High"), N_("Decisive")),
    ),
    "strategic-reference": CriterionSeed(
        N_("Reference effect"),
        1,
        (
            N_("Its name says nothing to our market"),
            N_("Known locally"),
            N_("Known in its trade"),
            N_("A reference in its region"),
            N_("A reference in its sector"),
            N_("A reference that everybody knows"),
        ),
        part_of="strategic",
    ),
    "strategic-innovation": CriterionSeed(
        N_("Joint innovation"),
        1,
        (
            N_("Buys from the catalogue"),
            N_("Gives its opinion"),
            N_("Tests what is new"),
            N_("Specifies with us"),
            N_("One project developed together"),
            N_("Develops with us regularly"),
        ),
        part_of="strategic",
    ),
    "strategic-network": CriterionSeed(
        N_("Access to a network"),
        1,
        (
            N_("No introduction"),
            N_("Would introduce us if asked"),
            N_("One introduction"),
            N_("Several introductions"),
            N_("Opens its group to us"),
            N_("Opens its sector to us"),
        ),
        part_of="strategic",
    ),
    "strategic-recurring": CriterionSeed(
        N_("Recurring revenue"),
        1,
        (
            N_("Nothing, or a single order"),
            N_("Invoiced in two months of the last twelve"),
            N_("Invoiced in four months of the last twelve"),
            N_("Invoiced in six months of the last twelve"),
            N_("Invoiced in nine months of the last twelve"),
            N_("Invoiced every month"),
        ),
        steps=(2, 4, 6, 9, 12),
        part_of="strategic",
    ),
    "long_term": CriterionSeed(
        N_("Long-term relationship"),
        15,
        (
            N_("No contract"),
            N_("Contract of one year"),
            N_("Contract of two years"),
            N_("Contract of three years"),
            N_("Contract of four years"),
            N_("Contract of five years and more"),
        ),
        steps=(1, 2, 3, 4, 5),
    ),
}
