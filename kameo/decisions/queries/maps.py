"""A decision map as plain rows: who is on it, what they are rated, how far that can be believed (R57-R63, idea 8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kameo.accounts.queries.states import end_of
from kameo.contacts.enums import PersonKind
from kameo.core import clock
from kameo.decisions.enums import Tie
from kameo.decisions.evidence.contradictions import Facts, contradictions
from kameo.decisions.evidence.grading import Grading, Proof, StakeRatings, compute_confidence, grading
from kameo.decisions.models import DecisionMap
from kameo.decisions.queries.map_rows import RATED, Moment, map_row, position_rows, stake_rows
from kameo.people.models import User as Colleague

if TYPE_CHECKING:
    from kameo.accounts.models import Account
    from kameo.people.models import User


@dataclass(frozen=True, slots=True)
class MapCard:
    """A person on a map. `stake_id` is None while nobody rated them; `position_id` while they hold no post there.

    `manager` and `matrix_manager` are the position shown on the manager's own card where they are on the map, else
    the position itself; following them may come back to where one started when people hold several posts.
    `outside` works elsewhere than in the account's tree; `former` holds no post any more; `open` says whether the
    reader may open their sheet. `positions` are all their posts held in the tree. Strength and contacts are today's,
    and None on a map of the past, where nobody kept them.
    """

    stake_id: int | None
    person_id: int
    position_id: int | None
    name: str
    kind: str
    title: str = ""
    family: str = ""
    level: str = ""
    account_id: int | None = None
    account_name: str = ""
    manager: int | None = None
    matrix_manager: int | None = None
    influence: int | None = None
    stance: str = ""
    roles: tuple[str, ...] = ()
    motivations: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    owner_id: int | None = None
    owner_name: str = ""
    level_declared: int | None = None
    level_desired: int | None = None
    confidence: int | None = None
    assumed: bool = False
    contradictions: tuple[str, ...] = ()
    last_contact_at: datetime | None = None
    last_from_them_at: datetime | None = None
    strength: Decimal | None = None
    positions: tuple[int, ...] = ()
    outside: bool = False
    former: bool = False
    open: bool = True

    @property
    def unknown(self) -> bool:
        """A role that nobody is known for yet (R72)."""
        return self.kind == PersonKind.PLACEHOLDER


@dataclass(frozen=True, slots=True)
class LinkRow:
    id: int
    source_stake_id: int
    target_stake_id: int
    kind: str
    label: str


@dataclass(frozen=True)
class MapView:
    """What is known of a decision. `map` is None while nobody rated anybody at the account."""

    account: Account
    map: DecisionMap | None
    cards: Sequence[MapCard]
    links: Sequence[LinkRow] = ()
    as_of: date | None = None
    deciding: frozenset[str] = field(default_factory=frozenset)

    @property
    def rated(self) -> list[MapCard]:
        return [card for card in self.cards if card.stake_id is not None]


def read_map(subject: DecisionMap | Account, user: User, *, as_of: date | None = None) -> MapView:
    """The map, or the account's own map, as `user` may see it; in at most four statements, five for a past day.

    On an account's own map: everybody with a post held in its tree, and everybody rated. On another map: only those
    put on it. `as_of` is the end of that day: ratings and lines from the field history, posts by their dates and the
    history of managers; names are today's. The caller has authorised the account or the map.
    """
    day = as_of if as_of is not None and as_of < clock.company_today() else None
    then = Moment(day, end_of(day)) if day is not None else None
    row = map_row(subject, user, then)
    account = row.account if row is not None else subject.account if isinstance(subject, DecisionMap) else subject
    stakes = [] if row is None else [one for one in map(_then, stake_rows(row, then)) if one is not None]
    persons = [stake["person_id"] for stake in stakes]
    whole = row is None or row.main
    posts = position_rows(account, persons, user, then, whole_tree=whole)
    links = _links(row, {stake["id"] for stake in stakes}, past=then is not None)
    reader = _MapReader(account, day, links, stakes, frozenset(getattr(row, "deciding", ())))
    return MapView(account, row, reader.cards(stakes, posts), links, day, reader.deciding)


def _then(row: dict[str, Any]) -> dict[str, Any] | None:
    """The stake as it stood; None when it was off the map."""
    old = row.pop("then", None)
    if old is not None:
        row |= {name: old[name] for name in (*RATED, "removed_at")}
        if row["owner_id"] != old["owner_id"]:
            row |= {"owner_id": old["owner_id"], "owner_asked": True}
    return None if row["removed_at"] else row


def _links(row: DecisionMap | None, present: set[int], *, past: bool) -> list[LinkRow]:
    found = [] if row is None else [*row.drawn, *(row.once if past else ())]  # type: ignore[attr-defined]
    lines = [
        LinkRow(one["id"], one["source_id"], one["target_id"], one["kind"], one["label"])
        for one in found
        if one["source_id"] in present and one["target_id"] in present
    ]
    return sorted(lines, key=lambda line: line.id)


class _MapReader:
    """Turns rows into cards: one person, one card."""

    def __init__(
        self,
        account: Account,
        day: date | None,
        links: Sequence[LinkRow],
        stakes: Sequence[dict[str, Any]],
        deciding: frozenset[str],
    ) -> None:
        self.account, self.past, self.deciding = account, day is not None, deciding
        self.today = day or clock.company_today()
        self.scale: Grading = grading()
        stances = {stake["id"]: stake["stance"] for stake in stakes}
        self.sponsored: dict[int, list[str]] = {}
        for line in links:
            if line.kind == Tie.SPONSORS:
                self.sponsored.setdefault(line.source_stake_id, []).append(stances[line.target_stake_id])
        gone = {stake["owner_id"] for stake in stakes if stake.get("owner_asked")} - {None}
        self.owners = {user.pk: user.full_name for user in Colleague.objects.filter(pk__in=gone)} if gone else {}

    def cards(self, stakes: Sequence[dict[str, Any]], posts: Sequence[dict[str, Any]]) -> list[MapCard]:
        by_person: dict[int, list[dict[str, Any]]] = {}
        for post in posts:
            by_person.setdefault(post["person_id"], []).append(post)
        rated = {stake["person_id"]: stake for stake in stakes}
        people = [*rated, *(person for person in by_person if person not in rated)]
        shown = {person: self._shown(by_person.get(person, [])) for person in people}
        home = {
            post["id"]: card["id"]
            for person, card in shown.items()
            if card is not None
            for post in by_person[person]
            if self._held(post)
        }
        return [
            self._card(person, rated.get(person), by_person.get(person, []), shown[person], home) for person in people
        ]

    def _held(self, post: dict[str, Any]) -> bool:
        return (post["starts_on"] is None or post["starts_on"] <= self.today) and (
            post["ends_on"] is None or post["ends_on"] > self.today
        )

    def _inside(self, post: dict[str, Any]) -> bool:
        return self.account.pk in post["account__lineage"]

    def _shown(self, posts: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
        """The post held here before one below, before one elsewhere; the latest of several."""
        held = [post for post in posts if self._held(post)]
        return max(held, key=self._order, default=None)

    def _order(self, post: dict[str, Any]) -> tuple[bool, bool, date, int]:
        here = post["account_id"] == self.account.pk
        return self._inside(post), here, post["starts_on"] or date.min, -post["id"]

    def _card(
        self,
        person: int,
        stake: dict[str, Any] | None,
        posts: Sequence[dict[str, Any]],
        shown: dict[str, Any] | None,
        home: dict[int, int],
    ) -> MapCard:
        row = stake or posts[0]
        told: dict[str, Any] = {} if self.past else _clocks(row)
        return MapCard(
            stake_id=stake["id"] if stake else None,
            person_id=person,
            name=_person_name(row),
            kind=row["person__kind"],
            positions=tuple(post["id"] for post in posts if self._held(post) and self._inside(post)),
            former=shown is None and bool(posts),
            open=bool(posts),
            **self._post(shown, posts, home),
            **(self._rated(stake) if stake else {}),
            **told,
        )

    def _post(
        self, shown: dict[str, Any] | None, posts: Sequence[dict[str, Any]], home: dict[int, int]
    ) -> dict[str, Any]:
        """What the card says of the post held; of the last one, the title, when none is."""
        if shown is None:
            last = max(posts, key=lambda post: (post["ends_on"] or date.min, post["id"]), default=None)
            return {"position_id": None, **(_position_facts(last) if last else {})}
        inside = self._inside(shown)
        return {
            "position_id": shown["id"] if inside else None,
            "outside": not inside,
            "manager": home.get(shown["manager"], shown["manager"]) if inside else None,
            "matrix_manager": home.get(shown["matrix"], shown["matrix"]) if inside else None,
            **_position_facts(shown),
        }

    def _rated(self, stake: dict[str, Any]) -> dict[str, Any]:
        ratings = StakeRatings(
            stake["influence"], stake["stance"], stake["roles"], stake["motivations"], stake["topics"], stake["level"]
        )
        proofs = [_proof(one) for one in stake["proofs"]]
        confidence = compute_confidence(ratings, proofs, self.today, self.scale)
        facts = Facts(
            ratings,
            proofs,
            _date_of(stake["person__pulse__last_contact_at"]),
            _date_of(stake["person__pulse__last_from_them_at"]),
            _date_of(stake["created_at"]),
            self.sponsored.get(stake["id"], ()),
            self.deciding,
            clocks=not self.past,
        )
        if stake["person__kind"] == PersonKind.PLACEHOLDER:
            facts = Facts(ratings, proofs, clocks=False)  # nobody yet: nobody is silent
        found = contradictions(facts, self.today, self.scale.silent_days)
        return {
            "influence": stake["influence"],
            "stance": stake["stance"],
            "roles": tuple(stake["roles"]),
            "motivations": tuple(stake["motivations"]),
            "topics": tuple(stake["topics"]),
            "owner_id": stake["owner_id"],
            "owner_name": self._owner(stake),
            "level_declared": stake["level"],
            "level_desired": stake["desired"],
            "confidence": confidence,
            "assumed": confidence is not None and confidence < self.scale.assumed_below,
            "contradictions": tuple(one.text for one in found),
        }

    def _owner(self, stake: dict[str, Any]) -> str:
        if stake["owner_id"] is None:
            return ""
        if stake.get("owner_asked"):
            return self.owners.get(stake["owner_id"], "")
        full = f"{stake['owner__first_name'] or ''} {stake['owner__last_name'] or ''}".strip()
        return full or stake["owner__email"] or ""


def _position_facts(post: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": post["post"],
        "family": post["family"],
        "level": post["level"],
        "account_id": post["account_id"],
        "account_name": post["account__name"],
    }


def _clocks(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "last_contact_at": row["person__pulse__last_contact_at"],
        "last_from_them_at": row["person__pulse__last_from_them_at"],
        "strength": row["person__pulse__strength"],
    }


def _proof(one: dict[str, Any]) -> Proof:
    return Proof(one["claim"], one["value"], one["grade"], date.fromisoformat(one["on"]), one["id"])


def _person_name(row: dict[str, Any]) -> str:
    return f"{row['person__first_name']} {row['person__last_name']}".strip() or row["person__label"]


def _date_of(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()
