"""People mapped on the accounts that each colleague leads: what makes a load of an account (R101)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import connection

from kameo.accounts.enums import Function
from kameo.accounts.models import AccountMember
from kameo.portfolio.queries.load_factors import EXPECTED, LoadFactor, factors


def count_people(viewer: Any, user_ids: Collection[int]) -> dict[int, int]:
    """How many people of main maps each colleague has, each once, on what he leads and what hangs below; one query.

    Of the accounts that `viewer` sees. Who counts is who is stored as mapped.
    """
    led = AccountMember.objects.filter(
        user_id__in=list(user_ids), function=Function.LEAD, account__binned_at=None
    ).visible_to(viewer)
    seen, values = led.order_by().values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_PEOPLE.format(seen=seen), values)
        return dict(cursor.fetchall())


_PEOPLE = """
    select member.user_id, count(distinct person)
    from accounts_accountmember member
    join accounts_account node on node.reach @> array[member.account_id] and node.binned_at is null
    join accounts_accountpulse pulse on pulse.account_id = node.id
    cross join unnest(pulse.mapped_people) person
    where member.id in ({seen})
    group by member.user_id
"""

factors.register("people", LoadFactor(EXPECTED["people"], count_people), order=10)
