"""The block of the account page: the registers in one statement."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from django.db import connection

from kameo.accounts.models import Account
from kameo.core import clock
from kameo.core.sql import read_sql
from kameo.registers.enums import PartnerKind

SOON = timedelta(days=183)


def registers_summary(user: Any, account: Any, scope: str) -> dict[str, Any] | None:
    """The latest references, competitors by number of entities, the latest sector notes and partners; one query.

    `scope` "group" adds what hangs below, as far as `user` sees it. What has ended is left out.
    """
    today = clock.company_today()
    with connection.cursor() as cursor:
        within = Account.objects.visible_to(user).below(account.pk) if scope == "group" else _alone(account)
        statement, parameters = within.order_by().values("pk").query.sql_with_params()
        values = {f"within_{number}": value for number, value in enumerate(parameters)}
        within_sql = statement % tuple(f"%({name})s" for name in values)
        cursor.execute(read_sql(__file__, "summary", within=within_sql), {**values, "today": today})
        found = json.loads(cursor.fetchone()[0])
    ends = [one["ends"] for one in found["competitors"] or [] if one["ends"]]
    soonest = date.fromisoformat(min(ends)) if ends else None
    return {
        "registers": {
            "references": [{**one, "on": date.fromisoformat(one["on"])} for one in found["refs"] or []],
            "reference_count": found["ref_count"],
            "competitors": found["competitors"] or [],
            "next_end": soonest,
            "ends_soon": soonest is not None and soonest <= today + SOON,
            "notes": [{**one, "on": date.fromisoformat(one["on"])} for one in found["notes"] or []],
            "partners": [{**one, "label": PartnerKind(one["kind"]).label} for one in found["partners"] or []],
        }
    }


def _alone(account: Any) -> Any:
    return Account.objects.filter(pk=account.pk)
