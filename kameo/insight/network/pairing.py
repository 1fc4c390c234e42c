"""Our functions facing theirs: who should know whom, and where nobody does (R211). Pure but for the settings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kameo.accounts.enums import Function
from kameo.contacts.enums import Family
from kameo.core import preferences
from kameo.insight.preferences.network import FACES, SIDES

# A colleague's functions on the account decide; without one, the role they hold in the company.
OF_FUNCTION = {
    Function.SPONSOR: "management",
    Function.LEAD: "sales",
    Function.BACK_UP: "sales",
    Function.SALES: "sales",
    Function.SUPPORT: "technical",
    Function.PRODUCT: "technical",
    Function.FINANCE: "finance",
    Function.MARKETING: "marketing",
}
OF_ROLE = {
    "executive": "management",
    "director": "management",
    "kam": "sales",
    "large_account_manager": "sales",
    "sales": "sales",
    "support": "technical",
    "product": "technical",
    "finance": "finance",
    "marketing": "marketing",
}

Gap = Literal["", "ours", "theirs", "both", "link"]


@dataclass(frozen=True)
class FunctionPair:
    """Their function and the side of ours that faces it.

    `best` is the strongest live link between the two, with its person and colleague; without one, `gap` says why:
    nobody of "ours" is there, nobody of "theirs" is known, "both", or people on both sides without a "link".
    """

    family: str
    side: str
    theirs: tuple[int, ...]
    ours: tuple[int, ...]
    best: tuple[int, int, Decimal] | None
    gap: Gap

    @property
    def family_label(self) -> str:
        return str(Family(self.family).label)

    @property
    def side_label(self) -> str:
        return str(dict(SIDES)[self.side])


def sides_of(functions: Iterable[str], role: str) -> frozenset[str]:
    """The sides a colleague stands for: by their functions on the account, or else by their role."""
    held = frozenset(OF_FUNCTION[Function(one)] for one in functions if one in OF_FUNCTION)
    if held:
        return held
    return frozenset({OF_ROLE[role]}) if role in OF_ROLE else frozenset()


def facing_sides() -> dict[str, str]:
    """Their function → our side, as the company set it; those that face nobody in particular left out."""
    chosen = {family.value: str(preferences.get(f"network.faces.{family.value}")) for family in FACES}
    return {family: side for family, side in chosen.items() if side in dict(SIDES)}


def compute_pairs(
    facing: Mapping[str, str],
    theirs: Mapping[str, Collection[int]],
    ours: Mapping[str, Collection[int]],
    links: Mapping[tuple[int, int], Decimal],
) -> list[FunctionPair]:
    """`theirs` are people by function, `ours` colleagues by side, `links` live strengths by (person, colleague)."""
    found = []
    for family, side in facing.items():
        people, colleagues = tuple(theirs.get(family, ())), tuple(ours.get(side, ()))
        known = [
            (links[person, colleague], -person, -colleague)
            for person in people
            for colleague in colleagues
            if (person, colleague) in links
        ]
        best = max(known, default=None)
        shown = (-best[1], -best[2], best[0]) if best is not None else None
        found.append(FunctionPair(family, side, people, colleagues, shown, _gap(people, colleagues, shown)))
    return found


def _gap(people: Collection[int], colleagues: Collection[int], best: object) -> Gap:
    if best is not None:
        return ""
    if not people:
        return "theirs" if colleagues else "both"
    return "link" if colleagues else "ours"
