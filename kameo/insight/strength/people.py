"""The people whom an account's news concern, and the accounts that a person's news concern."""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection


def people_of(account_id: int) -> list[int]:
    """Whoever holds or held a post there, is on one of its maps, or took part in its exchanges."""
    return _person_ids(_PEOPLE, account_id)


def maps_of(account_id: int) -> list[int]:
    """The accounts of the same group that have a main map: its people may be on each of them (c-11)."""
    return _person_ids(_MAPS, account_id)


def people_who_left(account_id: int, person_ids: Collection[int]) -> list[int]:
    """Those of `person_ids` who are no longer people of the account: taken out of an exchange, for example."""
    known = set(people_of(account_id)) if person_ids else set()
    return sorted(set(person_ids) - known)


def _person_ids(sql: str, account_id: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(sql, {"account": account_id})
        return [row[0] for row in cursor.fetchall()]


_PEOPLE = """
    select person_id from contacts_position where account_id = %(account)s
    union
    select stake.person_id from decisions_stake stake
    join decisions_decisionmap map on map.id = stake.map_id where map.account_id = %(account)s
    union
    select part.person_id from interactions_participant part
    join interactions_interaction done on done.id = part.interaction_id
    where done.account_id = %(account)s and part.person_id is not null
    order by 1
"""
_MAPS = """
    select map.account_id from decisions_decisionmap map
    join accounts_account node on node.id = map.account_id
    where map.main and map.binned_at is null
    and node.lineage[1] = (select lineage[1] from accounts_account where id = %(account)s)
    order by 1
"""
