"""The matrix influence × stance: each person stands in one cell, and none hides another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kameo.decisions.drawing.faces import Face, stance_words
from kameo.decisions.enums import Stance

COLUMNS = ("opponent", "sceptic", "neutral", "supporter", "champion", "")
ROWS = (5, 4, 3, 2, 1, None)
MOST = 40  # chips in one cell; the others are in the list
STRONG = 4  # influence from which somebody weighs


@dataclass(frozen=True)
class StanceCell:
    influence: int | None
    stance: str
    faces: Sequence[Face]
    more: int

    @property
    def zone(self) -> str:
        """What the seeds' four zones ask for; the middle is where a decision is won."""
        if self.influence is None or self.influence < STRONG or not self.stance:
            return ""
        if self.stance in {Stance.NEUTRAL, Stance.SCEPTIC}:
            return "hot"
        return "foe" if self.stance == Stance.OPPONENT else "ally"


@dataclass(frozen=True)
class InfluenceRow:
    influence: int | None
    label: str
    cells: Sequence[StanceCell]


def matrix_of(faces: Sequence[Face]) -> list[InfluenceRow]:
    """Rows from the most influence down, then those not rated; roles to identify stand there too."""
    found: dict[tuple[int | None, str], list[Face]] = {}
    for face in faces:
        found.setdefault((face.card.influence, face.card.stance), []).append(face)
    return [
        InfluenceRow(
            influence,
            str(influence) if influence else pgettext("influence", "Not rated"),
            [_cell(influence, stance, found.get((influence, stance), [])) for stance in COLUMNS],
        )
        for influence in ROWS
    ]


def columns() -> list[tuple[str, str]]:
    return [(stance, stance_words(stance) if stance else pgettext("position", "Not rated")) for stance in COLUMNS]


def zones() -> dict[str, str]:
    return {"foe": _("To defuse"), "hot": _("To convince first"), "ally": _("Allies")}


def _cell(influence: int | None, stance: str, faces: list[Face]) -> StanceCell:
    return StanceCell(influence, stance, faces[:MOST], max(len(faces) - MOST, 0))
