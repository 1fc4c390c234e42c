"""The coverage of one map for its reader: one statement, the same people and figures as `refresh` stores.

Names of everybody on the map are told to whoever sees the map; titles and entities only where the reader sees the
account.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import connection

from kameo.accounts.models import Account
from kameo.core import clock
from kameo.core.sql import ids_sql
from kameo.decisions.models import DecisionMap, Seat
from kameo.decisions.terms.words import seat_name
from kameo.insight.coverage.compute import compute_coverage
from kameo.insight.coverage.settings import thresholds
from kameo.insight.coverage.shapes import Coverage, MapMember, Place
from kameo.insight.coverage.statements import DECIDING, FIRST, PLACES, members
from kameo.insight.coverage.touches import touch_parameters


def coverage_for(map: DecisionMap, user: Any) -> Coverage:
    """The coverage of a map that the caller has authorised; one query."""
    return _coverage(_read_map("map.id = %(wanted)s", map.pk, user))


def coverage_of(account: Account, user: Any) -> tuple[int | None, Coverage]:
    """The account's main map (its id, None while there is none) and its coverage; one query."""
    found = _read_map("map.main and map.account_id = %(wanted)s", account.pk, user)
    return found["map_id"], _coverage(found)


def _read_map(condition: str, wanted: int, user: Any) -> dict[str, Any]:
    parameters = {"wanted": wanted, **touch_parameters(clock.company_today())}
    with connection.cursor() as cursor:
        seen = ids_sql(cursor, Account.objects.visible_to(user))
        cursor.execute(_MAP.format(condition=condition, seen=seen), parameters)
        found: dict[str, Any] = json.loads(cursor.fetchone()[0], parse_float=Decimal)
    return found


def _coverage(found: dict[str, Any]) -> Coverage:
    return compute_coverage(
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


# What only a page shows: names, the post that speaks for each, when they leave every post, who of ours holds the
# relation, how many pieces of evidence support the ratings.
_SHOWN = f"""
    (array_agg(position.title order by {FIRST}) filter (where node.id in ({{seen}})))[1] as title,
    (array_agg(node.id order by {FIRST}) filter (where node.id in ({{seen}})))[1] as place_id,
    (array_agg(node.name order by {FIRST}) filter (where node.id in ({{seen}})))[1] as place_name,
    case when bool_and(position.ends_on is not null) then max(position.ends_on) end as leaves_on"""
_NAME = """coalesce(nullif(btrim(person.first_name || ' ' || person.last_name), ''), person.label)"""
_MORE = f""",
    {_NAME} as name, held.level, held.title, held.place_id, held.place_name, held.leaves_on,
    keeper.id as owner_id, btrim(keeper.first_name || ' ' || keeper.last_name) as owner_name,
    (select count(*) from decisions_evidence proof
        where proof.stake_id = stake.id and proof.withdrawn_at is null) as evidence"""  # noqa: S608
_LEVEL = f", (array_agg(position.level order by {FIRST}))[1] as level,"
_MAP = f"""
    with scope as materialized (
        select map.id as map_id, map.account_id, node.lineage[1] as root, map.expected
        from decisions_decisionmap map join accounts_account node on node.id = map.account_id
        where {{condition}} and map.binned_at is null),
    {members(_MORE, _LEVEL + _SHOWN, "left join people_user keeper on keeper.id = stake.owner_id")}
    select json_build_object(
        'map_id', (select map_id from scope),
        'expected', (select expected from scope),
        'members', (select json_agg(member order by stake_id) from member),
        'places', (select json_agg(place order by place.rank, place.id) from ({PLACES}) place),
        'deciding', (select json_agg(role.code) from ({DECIDING}) role))::text
"""  # noqa: S608 - constant text, parameters apart
