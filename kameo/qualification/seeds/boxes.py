"""The 9-box as the company finds it on the first day: criteria it then edits, what we do in each cell (R17)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext

from kameo.core.text import N_
from kameo.qualification.enums import BoxAxis

if TYPE_CHECKING:
    from kameo.qualification.models import BoxCell


@dataclass(frozen=True)
class BoxCriterionSeed:
    """A criterion: its axis, its weight, what 0 and 5 mean."""

    axis: str
    name: str
    weight: int
    help: str


@dataclass(frozen=True)
class CellWords:
    """What we do with the accounts of a cell: its name, the strategy, the service level."""

    name: str
    strategy: str
    service_level: str


_A, _P = BoxAxis.ATTRACTIVENESS.value, BoxAxis.POSITION.value
SEEDS: dict[str, BoxCriterionSeed] = {
    "box-potential": BoxCriterionSeed(
        _A, N_("Growth it can bring us"), 30, N_("0: buys less each year. 5: could buy twice as much from us.")
    ),
    "box-profitability": BoxCriterionSeed(
        _A, N_("Profitability of serving it"), 25, N_("0: costs more than it brings. 5: among our best margins.")
    ),
    "box-soundness": BoxCriterionSeed(
        _A, N_("Financial soundness and payment"), 15, N_("0: late or fragile. 5: sound, and pays on the day.")
    ),
    "box-openness": BoxCriterionSeed(
        _A, N_("Openness to working as partners"), 15, N_("0: buys on price alone. 5: plans with its suppliers.")
    ),
    "box-reference": BoxCriterionSeed(
        _A, N_("Weight of its name in our market"), 15, N_("0: unknown there. 5: everybody follows what it does.")
    ),
    "box-share": BoxCriterionSeed(
        _P, N_("Our share of what it buys"), 30, N_("0: far behind the best competitor. 5: far ahead of all others.")
    ),
    "box-offer": BoxCriterionSeed(
        _P, N_("Our offer as it sees it"), 25, N_("0: clearly behind the best competitor’s. 5: clearly ahead.")
    ),
    "box-relationship": BoxCriterionSeed(
        _P,
        N_("Relationship with those who decide"),
        25,
        N_("0: the best competitor has their ear. 5: they call us first."),
    ),
    "box-service": BoxCriterionSeed(
        _P, N_("Service and speed of answer"), 20, N_("0: it complains of us. 5: it quotes us as the example.")
    ),
}

# (third of attractiveness, third of position): 0 low, 1 middle, 2 high.
CELLS: dict[tuple[int, int], CellWords] = {
    (2, 2): CellWords(
        N_("Protect and invest"),
        N_("Defend what we hold and grow with it: joint plan, executive sponsor, first served with what is new."),
        N_("Executive sponsor, quarterly review, answer within the day."),
    ),
    (2, 1): CellWords(
        N_("Invest to win"),
        N_("Choose where we can overtake the best competitor and put the means there, entity by entity."),
        N_("Named team, quarterly review, contact every two weeks."),
    ),
    (2, 0): CellWords(
        N_("Conquer selectively"),
        N_("One entry point, one offer that makes a difference, a deadline to decide whether to go on."),
        N_("One person who hunts, review every six months, support on request."),
    ),
    (1, 2): CellWords(
        N_("Build on our strengths"),
        N_("Extend what works to other entities and products; watch for the competitor who comes back."),
        N_("Half-yearly review, monthly contact, answer within two days."),
    ),
    (1, 1): CellWords(
        N_("Choose, then manage"),
        N_("Keep the profitable lines, improve one criterion of our position, leave the rest."),
        N_("Half-yearly review, contact every six weeks, standard service."),
    ),
    (1, 0): CellWords(
        N_("Limited effort"),
        N_("Answer the requests that we can win; invest only if a door opens."),
        N_("Yearly review, standard service, remote contact first."),
    ),
    (0, 2): CellWords(
        N_("Keep at low cost"),
        N_("Hold the position with simple means; refuse what costs more than it brings."),
        N_("Yearly review, standard service, orders online where they can be."),
    ),
    (0, 1): CellWords(
        N_("Make it pay"),
        N_("Correct prices and terms, simplify what we deliver, keep what earns."),
        N_("Standard service, contact at each renewal."),
    ),
    (0, 0): CellWords(
        N_("Let go with care"),
        N_("Put no more effort in; propose a partner or a distributor, and part on good terms."),
        N_("Service of the contract, nothing more."),
    ),
}


def cell_defaults(attractiveness: int, position: int) -> CellWords:
    """The seeds' words of a cell in the reader's language."""
    seed = CELLS[attractiveness, position]
    return CellWords(gettext(seed.name), gettext(seed.strategy), gettext(seed.service_level))


def cell_words(attractiveness: int, position: int, row: BoxCell | None) -> CellWords:
    """What was written of a cell, the seeds' words where nothing was."""
    seed = cell_defaults(attractiveness, position)
    if row is None:
        return seed
    return CellWords(row.name or seed.name, row.strategy or seed.strategy, row.service_level or seed.service_level)
