"""The people of maps and what is known of them: of one map for its reader, of all main maps for what is stored.

Names of everybody on the map are told to whoever sees the map; titles and entities only where the reader sees the
account.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.db import connection

from kameo.accounts.models import Account
from kameo.core import clock
from kameo.core.sql import ids_sql, read_sql
from kameo.decisions.enums import TermList
from kameo.decisions.models import DecisionMap, Seat, Term
from kameo.decisions.terms.words import seat_name
from kameo.insight.coverage.compute import Coverage
from kameo.insight.coverage.settings import thresholds
from kameo.insight.coverage.shapes import MapMember, Place


def coverage_for(map: DecisionMap, user: Any) -> Coverage:
    """The coverage of a map that the caller has authorised; one query."""
    return _coverage(_read_map("map.id = %(wanted)s", map.pk, user))


def coverage_of(account: Account, user: Any) -> tuple[int | None, Coverage]:
    """The account's main map (its id, None while there is none) and its coverage; one query."""
    found = _read_map("map.main and map.account_id = %(wanted)s", account.pk, user)
    return found["map_id"], _coverage(found)


def main_coverages(account_ids: Collection[int]) -> Iterator[tuple[int, Coverage]]:
    """The coverage of the main map of each account where somebody was put on it, without names; three queries."""
    deciding = frozenset(Term.objects.filter(list=TermList.ROLE, decides=True).values_list("code", flat=True))
    seats = Seat.objects.filter(retired_at=None)
    places = [Place(one.code, one.code, one.influence, one.role, one.family, one.stance) for one in seats]
    asked, now = thresholds(), clock.now()
    with connection.cursor() as cursor:
        cursor.execute(_MAIN, {"ids": list(account_ids), "today": clock.company_today()})
        for (pk, expected), rows in groupby(cursor.fetchall(), key=lambda row: row[:2]):
            members = [_bare_member(*row[2:]) for row in rows]
            yield pk, Coverage(members, places, asked, deciding=deciding, now=now, expected=expected)


def nobody_mapped() -> Coverage:
    """Of an account whose map holds nobody: every figure has its reason."""
    return Coverage((), (), thresholds(), deciding=(), now=clock.now())


def _bare_member(stake_id: int, person_id: int, families: list[str], roles: list[str], *others: Any) -> MapMember:
    known = dict(zip(_BARE, others, strict=True))
    return MapMember(stake_id, person_id, "", families=frozenset(families), roles=tuple(roles), **known)


_BARE = ("kind", "held", "influence", "stance", "strength", "last_two_way_at", "touches")


def _read_map(condition: str, wanted: int, user: Any) -> dict[str, Any]:
    parameters: dict[str, Any] = {"wanted": wanted, "today": clock.company_today()}
    with connection.cursor() as cursor:
        seen = ids_sql(cursor, Account.objects.visible_to(user))
        cursor.execute(_MAP.format(condition=condition, seen=seen), parameters)
        found: dict[str, Any] = json.loads(cursor.fetchone()[0], parse_float=Decimal)
    return found


def _coverage(found: dict[str, Any]) -> Coverage:
    return Coverage(
        [_member(row) for row in found["members"] or ()],
        [_seat_place(row) for row in found["places"] or ()],
        thresholds(),
        deciding=found["deciding"] or (),
        now=clock.now(),
        expected=found["expected"],
    )


def _member(row: dict[str, Any]) -> MapMember:
    strength = row["strength"]
    return MapMember(
        stake_id=row["stake_id"],
        person_id=row["person_id"],
        name=row["name"],
        kind=row["kind"],
        held=row["held"],
        title=row["title"] or "",
        families=frozenset(row["families"]),
        level=row["level"] or "",
        account_id=row["place_id"],
        account_name=row["place_name"] or "",
        leaves_on=date.fromisoformat(row["leaves_on"]) if row["leaves_on"] else None,
        influence=row["influence"],
        stance=row["stance"],
        roles=tuple(row["roles"]),
        owner_id=row["owner_id"],
        owner_name=row["owner_name"] or "",
        strength=None if strength is None else Decimal(strength),
        last_contact_at=_read_moment(row["last_contact_at"]),
        last_two_way_at=_read_moment(row["last_two_way_at"]),
        touches=Decimal(row["touches"]),
        evidence=row["evidence"],
    )


def _seat_place(row: dict[str, Any]) -> Place:
    name = seat_name(Seat(code=row["code"], name=row["name"]))
    return Place(row["code"], name, row["influence"], row["role"], row["family"], row["stance"])


def _read_moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _members(columns: str = "", position_columns: str = "", joins: str = "") -> str:
    """`member`, one row per stake of the maps of `scope`, with further columns of the row and of the person's
    positions. The parameter `today` is the day on which positions are held.
    """
    parts = {"columns": columns, "position_columns": position_columns, "joins": joins}
    return read_sql(__file__, "members", **parts)


# What only a page shows: names, the post that speaks for each (at the map's own account first, then the newest), when
# they leave every post, who of ours holds the relation, how many pieces of evidence support the ratings.
_FIRST = "position.account_id = scope.account_id desc, position.starts_on desc nulls last, position.id"
_SHOWN = f""",
    (array_agg(position.level order by {_FIRST}))[1] as level,
    (array_agg(position.title order by {_FIRST}) filter (where node.id in ({{seen}})))[1] as title,
    (array_agg(node.id order by {_FIRST}) filter (where node.id in ({{seen}})))[1] as place_id,
    (array_agg(node.name order by {_FIRST}) filter (where node.id in ({{seen}})))[1] as place_name,
    case when bool_and(position.ends_on is not null) then max(position.ends_on) end as leaves_on"""
_MORE = """,
    coalesce(nullif(btrim(person.first_name || ' ' || person.last_name), ''), person.label) as name,
    held.level, held.title, held.place_id, held.place_name, held.leaves_on,
    keeper.id as owner_id, btrim(keeper.first_name || ' ' || keeper.last_name) as owner_name,
    (select count(*) from decisions_evidence proof
        where proof.stake_id = stake.id and proof.withdrawn_at is null) as evidence"""
_MAP = f"""
    with scope as materialized (
        select map.id as map_id, map.account_id, node.lineage[1] as root, map.expected
        from decisions_decisionmap map join accounts_account node on node.id = map.account_id
        where {{condition}} and map.binned_at is null),
    {_members(_MORE, _SHOWN, "left join people_user keeper on keeper.id = stake.owner_id")}
    select json_build_object(
        'map_id', (select map_id from scope),
        'expected', (select expected from scope),
        'members', (select json_agg(member order by stake_id) from member),
        'places', (select json_agg(place order by place.rank, place.id)
            from decisions_seat place where retired_at is null),
        'deciding', (select json_agg(code) from decisions_term where list = 'role' and decides))::text
"""  # noqa: S608 - constant text, parameters apart
_MAIN = f"""
    with scope as materialized (
        select map.id as map_id, map.account_id, node.lineage[1] as root, map.expected
        from decisions_decisionmap map join accounts_account node on node.id = map.account_id
        where map.main and map.binned_at is null and map.account_id = any(%(ids)s::bigint[])),
    {_members()}
    select account_id, expected, stake_id, person_id, families, roles, {", ".join(_BARE)}
    from member order by account_id, stake_id
"""  # noqa: S608 - constant text, parameters apart
