"""The introducers to a person: our links with them and with those around them, two statements (R71)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import connection

from kameo.contacts.models import Person, Position
from kameo.contacts.pulse.strength_bars import band_of
from kameo.core import clock
from kameo.core.sql import ids_sql
from kameo.decisions.enums import Tie
from kameo.decisions.models import DecisionMap
from kameo.insight.network.graph import Node, Way, graph_of, ways
from kameo.insight.network.links import ColleagueLink, read_links

if TYPE_CHECKING:
    from kameo.people.models import User

MOST = 5
# What a line between two of their people is worth, out of 100, as a way from one to the other.
WORTH = {
    "reports": Decimal(50),
    "matrix": Decimal(40),
    Tie.TRUSTS.value: Decimal(80),
    Tie.SPONSORS.value: Decimal(80),
    Tie.INFLUENCES.value: Decimal(60),
}


@dataclass(frozen=True)
class Stop:
    """Somebody on the way; `line` says what joins them to the next one, "" for the goal itself.

    For a colleague it is "link", with its `band` and the day of the last exchange; for one of theirs a tie: reports,
    matrix, trusts, sponsors, influences.
    """

    side: str
    id: int
    name: str
    title: str
    line: str = ""
    band: str = ""
    last_at: datetime | None = None


@dataclass(frozen=True)
class Route:
    """A way as it is shown: the stops from whom to ask to the goal. `askable` is the colleague to ask, if one is."""

    stops: Sequence[Stop]
    askable: int | None

    @property
    def first(self) -> Stop:
        return self.stops[0]

    @property
    def between(self) -> Sequence[Stop]:
        return self.stops[1:-1]


@dataclass(frozen=True)
class Introducers:
    """`mine` is the asker's own live link, in which case there are no routes."""

    mine: ColleagueLink | None
    routes: Sequence[Route]


def introducers(person: Person, user: User, *, most: int = MOST) -> Introducers:
    """How `user` gets to `person`, whom they see: at most five ways of four lines, the shortest first."""
    around, ties = _around(person.pk, user)
    links = read_links([person.pk, *around], user)
    own = next((one for one in links if one.person_id == person.pk and one.colleague_id == user.pk), None)
    if own is not None and own.live:
        return Introducers(own, ())
    usable = [link for link in links if link.live and (link.askable or link.colleague_id == user.pk)]
    lines = [(("ours", link.colleague_id), ("theirs", link.person_id), link.strength) for link in usable]
    joined = [(("theirs", one), ("theirs", other), WORTH[kind]) for one, other, kind in ties]
    graph = graph_of([*lines, *joined])  # type: ignore[list-item]
    found = ways(graph, ("ours", user.pk), ("theirs", person.pk), most=most)
    names = {**around, person.pk: (person.full_name, "")}
    by_pair = {(link.colleague_id, link.person_id): link for link in usable}
    return Introducers(None, [_route(way, names, by_pair, _kinds(ties)) for way in found])


def _route(
    way: Way,
    names: Mapping[int, tuple[str, str]],
    links: Mapping[tuple[int, int], ColleagueLink],
    kinds: Mapping[tuple[int, int], str],
) -> Route:
    stops = []
    for node, after in zip(way.nodes, [*way.nodes[1:], None], strict=True):
        stops.append(_stop(node, after, names, links, kinds))
    first = way.first
    return Route(stops, first[1] if first[0] == "ours" else None)


def _stop(node: Node, after: Node | None, names: Any, links: Any, kinds: Any) -> Stop:
    if node[0] == "theirs":
        name, title = names[node[1]]
        return Stop("theirs", node[1], name, title, kinds.get((node[1], after[1]), "") if after else "")
    link = links[node[1], after[1]]  # type: ignore[index]
    return Stop("ours", link.colleague_id, link.colleague, link.title, "link", band_of(link.strength), link.last_at)


def _kinds(ties: Sequence[tuple[int, int, str]]) -> dict[tuple[int, int], str]:
    """The strongest tie between two, read either way."""
    found: dict[tuple[int, int], str] = {}
    for one, other, kind in sorted(ties, key=lambda tie: WORTH[tie[2]]):
        found[one, other] = found[other, one] = kind
    return found


def _around(person_id: int, user: User) -> tuple[dict[int, tuple[str, str]], list[tuple[int, int, str]]]:
    """The people within two ties of somebody that `user` sees, and those ties: one statement."""
    with connection.cursor() as cursor:
        seen = ids_sql(cursor, Person.objects.visible_to(user))
        posts = ids_sql(cursor, Position.objects.visible_to(user).current())
        maps = ids_sql(cursor, DecisionMap.objects.visible_to(user))
        sql = _AROUND.format(seen=seen, posts=posts, maps=maps)
        cursor.execute(sql, {"person": person_id, "kinds": [*WORTH][2:], "today": clock.company_today()})
        rows: Collection[Any] = cursor.fetchall()
    names = {row[0]: (row[1], row[2] or "") for row in rows}
    ties = [(row[0], other, kind) for row in rows for other, kind in row[3] or ()]
    known = {*names, person_id}
    return (
        {pk: words for pk, words in names.items() if pk != person_id},
        [(one, other, kind) for one, other, kind in ties if one in known and other in known],
    )


_HELD = "(post.starts_on is null or post.starts_on <= %(today)s) and (post.ends_on is null or post.ends_on > %(today)s)"
_TIES = f"""
    select chief.person_id as id, 'reports' as kind from contacts_position post
    join contacts_position chief on chief.id = post.reports_to_id where post.person_id = near.id and {_HELD}
    union all
    select chief.person_id, 'matrix' from contacts_position post
    join contacts_position chief on chief.id = post.matrix_to_id where post.person_id = near.id and {_HELD}
    union all
    select post.person_id, 'reports' from contacts_position chief
    join contacts_position post on post.reports_to_id = chief.id where chief.person_id = near.id and {_HELD}
    union all
    select post.person_id, 'matrix' from contacts_position chief
    join contacts_position post on post.matrix_to_id = chief.id where chief.person_id = near.id and {_HELD}
    union all
    select there.person_id, line.kind from decisions_stake here
    join decisions_influencelink line on line.source_id = here.id and line.kind = any(%(kinds)s)
    join decisions_stake there on there.id = line.target_id and there.removed_at is null
    where here.person_id = near.id and here.removed_at is null and line.map_id in ({{maps}})
    union all
    select there.person_id, line.kind from decisions_stake here
    join decisions_influencelink line on line.target_id = here.id and line.kind = any(%(kinds)s)
    join decisions_stake there on there.id = line.source_id and there.removed_at is null
    where here.person_id = near.id and here.removed_at is null and line.map_id in ({{maps}})
"""  # noqa: S608 - constant text, parameters apart
_AROUND = f"""
    with recursive near(id, hops) as (
        select %(person)s::bigint, 0
        union
        select tie.id, near.hops + 1 from near cross join lateral ({_TIES}) tie where near.hops < 2)
    select near.id, trim(person.first_name || ' ' || person.last_name),
        (select post.title from contacts_position post
            where post.person_id = near.id and post.id in ({{posts}}) order by post.id limit 1),
        (select json_agg(json_build_array(tie.id, tie.kind)) from ({_TIES}) tie)
    from (select distinct id from near) near
    join contacts_person person on person.id = near.id and person.binned_at is null and person.kind <> 'placeholder'
    where near.id in ({{seen}})
    order by near.id
"""  # noqa: S608 - constant text, parameters apart
