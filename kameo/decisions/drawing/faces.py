"""The face of one person on a drawing: words, tones and icons, worked out once from a `Card` of the map.

Nothing here is drawn: board, list, matrix, saved SVG and PDF all read the same face, so that they never disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from kameo.contacts.enums import Seniority
from kameo.contacts.pulse.strength_bars import bond_of, bond_words
from kameo.core.ui import formats
from kameo.decisions.enums import Stance, TermList
from kameo.decisions.evidence.stance_scale import of_three

if TYPE_CHECKING:
    from kameo.decisions.queries.maps import MapCard
    from kameo.decisions.terms.words import TermWords

# Five shapes for five positions, told apart without colour.
ICONS = {
    Stance.CHAMPION.value: "star",
    Stance.SUPPORTER.value: "ok",
    Stance.NEUTRAL.value: "circle",
    Stance.SCEPTIC.value: "circle-minus",
    Stance.OPPONENT.value: "square-x",
    "": "unknown",
}
TONES = {"champion": "ok", "neutral": "mute", "opponent": "bad", "": "unknown"}
RANKS = {level: rank for rank, level in enumerate(Seniority.values)}


@dataclass(frozen=True, slots=True)
class Face:
    """One person as every drawing shows them. `bond` is 1 to 4, None unknown; `days` since the last contact."""

    card: MapCard
    key: str
    above: str | None  # key of the manager
    matrix: str | None  # key of the second manager
    stance_words: str
    icon: str
    tone: str
    roles: tuple[tuple[str, str], ...]  # icon and name
    influence_words: str
    bond: int | None
    bond_words: str
    days: int | None
    late: bool
    contact_words: str

    @property
    def side(self) -> str:
        """The class of the card: the border says which side somebody is on."""
        return "unk" if self.card.unknown else {"ok": "champ", "bad": "opp"}.get(self.tone, "")


def key_of(card: MapCard) -> str:
    """One person, one card."""
    return f"n{card.person_id}"


def faces_of(cards: Iterable[MapCard], words: TermWords, *, today: date, alert: int, past: bool = False) -> list[Face]:
    """In the order in which siblings stand: the highest level, the most influence, the name.

    `alert` is the number of days without a contact from which one is late. Contacts are not kept for a `past` day: not
    known is said then, and not "never".
    """
    rows = sorted(cards, key=_standing)
    standing = {post: key_of(card) for card in rows for post in (*card.positions, card.position_id) if post}
    maker = _FaceMaker(standing, words, today, alert, past)
    return [maker.face(card) for card in rows]


def _standing(card: MapCard) -> tuple[int, int, str, int]:
    return (RANKS.get(card.level, len(RANKS)), -(card.influence or 0), card.name.casefold(), card.person_id)


class _FaceMaker:
    """Every word is looked up once for a whole map, not once a card."""

    def __init__(self, standing: Mapping[int, str], words: TermWords, today: date, alert: int, past: bool) -> None:
        self.standing, self.today, self.alert = standing, today, alert
        self.roles = {
            code: (rank, term.icon or "tag", words.name(TermList.ROLE, code))
            for rank, (code, term) in enumerate(words.terms.get(TermList.ROLE, {}).items())
        }
        self.stances = {stance: stance_words(stance) for stance in ICONS}
        self.influences = {value: influence_words(value) for value in (None, *range(1, 6))}
        self.bonds = {bond: bond_words(bond) for bond in (None, 1, 2, 3, 4)}
        self.never = _("n/a") if past else _("never")
        self.ages: dict[int, str] = {}

    def face(self, card: MapCard) -> Face:
        days = max((self.today - card.last_contact_at.date()).days, 0) if card.last_contact_at else None
        bond = bond_of(float(card.strength)) if card.strength is not None else None
        last = len(self.roles)
        named = sorted(self.roles.get(code, (last, "tag", code)) for code in card.roles)
        return Face(
            card=card,
            key=key_of(card),
            above=self.standing.get(card.manager) if card.manager else None,
            matrix=self.standing.get(card.matrix_manager) if card.matrix_manager else None,
            stance_words=self.stances.get(card.stance, card.stance),
            icon=ICONS.get(card.stance, "unknown"),
            tone=TONES.get(of_three(card.stance), "unknown"),
            roles=tuple((icon, name) for _rank, icon, name in named),
            influence_words=self.influences[card.influence],
            bond=bond,
            bond_words=self.bonds[bond],
            days=days,
            late=days is not None and days >= self.alert,
            contact_words=self._age(days),
        )

    def _age(self, days: int | None) -> str:
        if days is None:
            return self.never
        if days not in self.ages:
            self.ages[days] = formats.days(days)
        return self.ages[days]


def stance_words(stance: str) -> str:
    return str(Stance(stance).label) if stance in Stance.values else _("Position not rated")


def influence_words(influence: int | None) -> str:
    if influence is None:
        return _("Influence not rated")
    return _("Influence %(count)s out of 5") % {"count": influence}
