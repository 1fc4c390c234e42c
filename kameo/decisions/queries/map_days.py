"""On which days a decision map changed: what the slider of the past stops at (R78)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import connection

from kameo.accounts.models import Account

if TYPE_CHECKING:
    from kameo.people.models import User

MOST = 60
NOUNS = ("stake", "influence_link", "position", "map", "person")


def changed_days(account: Account, user: User) -> list[date]:
    """The latest days with something written about people of the tree, the oldest first; one query.

    The journal tells of accounts that `user` sees; a post that began or ended counts on its day.
    """
    seen = Account.objects.visible_to(user).filter(lineage__contains=[account.pk]).order_by().values("pk")
    sql, params = seen.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_DAYS.format(seen=sql), [*params, *(f"{noun}.%" for noun in NOUNS), MOST])
        return [row[0] for row in reversed(cursor.fetchall())]


_DAYS = """
    with seen as ({seen})
    select day from (
        select distinct (event.at at time zone current_setting('TimeZone'))::date as day
        from journal_event event
        where event.account_id in (select * from seen) and event.type like any (array[%s, %s, %s, %s, %s])
        union select starts_on from contacts_position
            where account_id in (select * from seen) and starts_on <= current_date
        union select ends_on from contacts_position
            where account_id in (select * from seen) and ends_on <= current_date
    ) days where day is not null order by day desc limit %s
"""
