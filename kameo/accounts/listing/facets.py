"""Values in use among the visible accounts, which filters and forms propose. Most used first, bounded."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.db.models.expressions import RawSQL

from kameo.accounts.models import Account
from kameo.core.text import fold

MOST = 200  # options; whoever has more types the value


def sectors(user: Any) -> list[str]:
    return _used(user, "sector")


def countries(user: Any) -> list[str]:
    return _used(user, "country")


def tags(user: Any) -> list[str]:
    each = RawSQL("unnest(accounts_account.tags)", ())
    found = Account.objects.visible_to(user).exclude(tags=[]).annotate(tag=each).order_by()
    return sorted(set(found.values_list("tag", flat=True)[:20_000]), key=fold)[:MOST]


def _used(user: Any, field: str) -> list[str]:
    rows = Account.objects.visible_to(user).exclude(**{field: ""}).order_by().values_list(field)
    return [value for value, _count in rows.annotate(used=Count("pk")).order_by("-used", field)[:MOST]]
