"""People mapped on the accounts that each colleague leads: what makes a load of an account (R101)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import connection

from kameo.accounts.enums import Function
from kameo.accounts.models import AccountMember
from kameo.core import clock
from kameo.portfolio.queries.load_factors import EXPECTED, LoadFactor, factors


def count_people(viewer: Any, user_ids: Collection[int]) -> dict[int, int]:
    """How many people of main maps each colleague has, each once, on what he leads and what hangs below; one query.

    Of the accounts that `viewer` sees. Who counts is who is mapped (`Member.mapped`).
    """
    led = AccountMember.objects.filter(
        user_id__in=list(user_ids), function=Function.LEAD, account__binned_at=None
    ).visible_to(viewer)
    seen, values = led.order_by().values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_PEOPLE.format(seen=seen), [*values, clock.company_today()])
        return dict(cursor.fetchall())


_PEOPLE = """
    with led as materialized (
        select distinct member.user_id, node.id as account_id, node.lineage[1] as root
        from accounts_accountmember member
        join accounts_account node on node.reach @> array[member.account_id] and node.binned_at is null
        where member.id in ({seen}))
    select led.user_id, count(distinct stake.person_id)
    from led join decisions_decisionmap map on map.account_id = led.account_id and map.main and map.binned_at is null
    join decisions_stake stake on stake.map_id = map.id and stake.removed_at is null
    join contacts_person person on person.id = stake.person_id and person.binned_at is null
        and person.kind <> 'placeholder'
    cross join (select %s::date as today) day
    where exists (
        select from contacts_position position join accounts_account node on node.id = position.account_id
        where position.person_id = person.id and node.binned_at is null
        and (position.starts_on is null or position.starts_on <= day.today)
        and (position.ends_on is null or position.ends_on > day.today)
        and (person.kind = 'external' or node.lineage[1] = led.root))
    group by led.user_id
"""

factors.register("people", LoadFactor(EXPECTED["people"], count_people), order=10)
