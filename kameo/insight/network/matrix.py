"""The relations of one account's tree: their people in rows, ours in columns, density, pairs and bridges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db.models import Q

from kameo.accounts.enums import Function
from kameo.accounts.models import Account, AccountMember
from kameo.contacts.enums import Family, Seniority
from kameo.contacts.pulse.strength_bars import band_of
from kameo.decisions.queries.maps import MapCard, read_map
from kameo.insight.network.graph import Bridge, bridges, graph_of
from kameo.insight.network.links import ColleagueLink, read_links
from kameo.insight.network.pairing import FunctionPair, compute_pairs, facing_sides, sides_of
from kameo.people.models import User

if TYPE_CHECKING:
    from kameo.decisions.queries.maps import MapView

SORTS = ("function", "name", "influence", "contact")
KEEPS = ("", "nobody", "one")
FUNCTIONS = list(Function.values)


@dataclass(frozen=True)
class LinkCell:
    """What passed between the two. `band` is good, fair or poor; `live` when both spoke within the window."""

    link: ColleagueLink
    band: str

    @property
    def percent(self) -> int:
        return int(self.link.strength)


@dataclass(frozen=True)
class NetworkColumn:
    """One of ours: a member of the account's team, or whoever exchanged with somebody there."""

    id: int
    name: str
    title: str
    functions: tuple[str, ...]
    sides: frozenset[str]

    @property
    def function_labels(self) -> str:
        return ", ".join(str(Function(one).label) for one in self.functions)


@dataclass(frozen=True)
class NetworkRow:
    card: MapCard
    cells: Mapping[int, LinkCell]

    @property
    def live(self) -> list[LinkCell]:
        return [cell for cell in self.cells.values() if cell.link.live]

    @property
    def family_label(self) -> str:
        return str(Family(self.card.family).label) if self.card.family else ""


@dataclass(frozen=True)
class Network:
    """`rows` are those asked for; every figure counts all people and columns of the account's tree."""

    rows: Sequence[NetworkRow]
    columns: Sequence[NetworkColumn]
    people: int
    known: int
    single: int
    lines: int
    former: int
    pairs: Sequence[FunctionPair]
    bridges: Sequence[Bridge]
    names: Mapping[tuple[str, int], str] = field(default_factory=dict)

    @property
    def possible(self) -> int:
        return self.people * len(self.columns)

    @property
    def density(self) -> Decimal | None:
        """Live links out of all that could be, in percent; None without anybody on one of the sides."""
        return Decimal(100 * self.lines) / self.possible if self.possible else None

    @property
    def gaps(self) -> list[FunctionPair]:
        return [pair for pair in self.pairs if pair.gap]


def read_network(account: Account, user: User, *, sort: str = "function", family: str = "", keep: str = "") -> Network:
    """Of the account and all below it, as far as `user` sees. At most seven queries, whatever the size."""
    view = read_map(account, user)
    cards = [card for card in view.cards if card.open and not card.unknown and not card.former]
    links = read_links([card.person_id for card in cards], user)
    columns = _colleague_columns(account, links, user)
    rows = [NetworkRow(card, {}) for card in cards]
    by_person = {row.card.person_id: row for row in rows}
    shown = {column.id for column in columns}
    for link in links:
        if link.colleague_id in shown:
            by_person[link.person_id].cells[link.colleague_id] = LinkCell(link, band_of(link.strength))  # type: ignore[index]
    asked = [row for row in rows if _row_matches(row, family, keep)]
    former = len({link.colleague_id for link in links} - shown)
    return _summed(rows, _sorted(asked, sort), columns, former, view)


def _summed(
    rows: Sequence[NetworkRow],
    asked: Sequence[NetworkRow],
    columns: Sequence[NetworkColumn],
    former: int,
    view: MapView,
) -> Network:
    live = {
        (row.card.person_id, pk): cell.link.strength for row in rows for pk, cell in row.cells.items() if cell.link.live
    }
    graph = graph_of((("theirs", person), ("ours", pk), strength) for (person, pk), strength in live.items())
    theirs: dict[str, list[int]] = {}
    for row in rows:
        theirs.setdefault(row.card.family, []).append(row.card.person_id)
    ours: dict[str, list[int]] = {}
    for column in columns:
        for side in column.sides:
            ours.setdefault(side, []).append(column.id)
    names: dict[tuple[str, int], str] = {("ours", column.id): column.name for column in columns}
    names |= {("theirs", row.card.person_id): row.card.name for row in rows}
    return Network(
        rows=asked,
        columns=columns,
        people=len(rows),
        known=sum(bool(row.live) for row in rows),
        single=sum(len(row.live) == 1 for row in rows),
        lines=len(live),
        former=former,
        pairs=compute_pairs(facing_sides(), theirs, ours, live),
        bridges=sorted(bridges(graph), key=lambda one: names[one.node].casefold()),
        names=names,
    )


def _colleague_columns(account: Account, links: Sequence[ColleagueLink], user: User) -> list[NetworkColumn]:
    """The team of the account, of those above and below that the reader sees, and whoever exchanged: by function."""
    near = Q(account__lineage__contains=[account.pk]) | Q(account_id__in=account.lineage)
    members = AccountMember.objects.visible_to(user).filter(near, user__is_active=True)
    facts: dict[int, tuple[str, str, str, list[str]]] = {}
    for member in members.select_related("user__role"):
        one = member.user
        held = facts.setdefault(one.pk, (one.full_name, one.title, one.role.key, []))
        if member.function not in held[3]:
            held[3].append(member.function)
    roles = _roles({link.colleague_id for link in links if link.active} - set(facts))
    for link in links:
        if link.active and link.colleague_id not in facts:
            facts[link.colleague_id] = (link.colleague, link.title, roles.get(link.colleague_id, ""), [])
    columns = [
        NetworkColumn(pk, name, title, tuple(sorted(held, key=FUNCTIONS.index)), sides_of(held, role))
        for pk, (name, title, role, held) in facts.items()
    ]
    return sorted(columns, key=lambda one: (_first(one.functions), one.name.casefold(), one.id))


def _roles(ids: set[int]) -> dict[int, str]:
    return dict(User.objects.filter(pk__in=ids).values_list("pk", "role__key")) if ids else {}


def _first(functions: Sequence[str]) -> int:
    return FUNCTIONS.index(functions[0]) if functions else len(FUNCTIONS)


def _row_matches(row: NetworkRow, family: str, keep: str) -> bool:
    if family and row.card.family != family:
        return False
    if keep == "nobody":
        return not row.live
    return len(row.live) == 1 if keep == "one" else True


def _sorted(rows: Sequence[NetworkRow], sort: str) -> list[NetworkRow]:
    families, levels = list(Family.values), list(Seniority.values)

    def place(row: NetworkRow) -> tuple[object, ...]:
        card = row.card
        name = card.name.casefold()
        if sort == "influence":
            return (-(card.influence or 0), name)
        if sort == "contact":
            return (-card.last_contact_at.timestamp() if card.last_contact_at else 0, name)
        if sort == "name":
            return (name,)
        family = families.index(card.family) if card.family else len(families)
        return (family, levels.index(card.level) if card.level else len(levels), name)

    return sorted(rows, key=place)
