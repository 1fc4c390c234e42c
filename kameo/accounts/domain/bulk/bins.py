"""Many accounts go to the bin, each with what hangs below it, and come back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kameo.accounts import events
from kameo.accounts.domain.status import recount
from kameo.accounts.models import Account, RevenueDay
from kameo.accounts.revenue.totals import refresh_totals
from kameo.accounts.timeline.journal_to_timeline import record_many
from kameo.core.lists.bulk.plans import BulkKind, BulkPlan, Item
from kameo.people.enums import Right


def check(data: Mapping[str, Any], by: Any) -> dict[str, Any]:
    return {}


def read(accounts: Sequence[Account], data: Mapping[str, Any]) -> dict[int, dict[str, Any]]:
    return {account.pk: _state(account.binned_at) for account in accounts}


def plan(accounts: Sequence[Account], data: Mapping[str, Any], by: Any) -> BulkPlan:
    """Refused: "hidden_children" where something below is not for `by` to see."""
    found = BulkPlan()
    hiding = _hiding({account.pk for account in accounts}, by)
    for account in accounts:
        if account.pk in hiding:
            found.refusals["hidden_children"] += 1
        else:
            found.add(account.pk, _state(account.binned_at), {"binned": data.get("moment", "now")})
    return found


def write(items: Sequence[Item], data: Mapping[str, Any], by: Any) -> None:
    """Into the bin at the change's own moment, that of every part of it; or out of it, what went together."""
    there = [item.record_id for item in items if item.after["binned"]]
    back = [item.record_id for item in items if not item.after["binned"]]
    if there:
        _set_bin(Account.objects.present().filter(lineage__overlap=there), data["moment"], by, events.BINNED, there)
    if back:
        moment = items[0].before["binned"]
        below = Account.objects.filter(lineage__overlap=back, binned_at=moment)
        _set_bin(below, None, None, events.RESTORED, back, told_by=by)


def _set_bin(
    accounts: Any, moment: str | None, binned_by: Any, event: str, tops: Sequence[int], told_by: Any = None
) -> None:
    found = dict(accounts.values_list("pk", "lineage"))
    Account.objects.filter(pk__in=list(found)).update(binned_at=moment, binned_by=binned_by)
    along = dict.fromkeys(tops, 0)
    for lineage in found.values():
        for node in lineage:
            if node in along:
                along[node] += 1
    told = [(pk, {"accounts": count, "bulk": True}) for pk, count in along.items()]
    record_many(event, told, by=told_by or binned_by)
    days = RevenueDay.objects.filter(account_id__in=list(found)).values_list("day", flat=True).distinct()
    refresh_totals(set(days))
    recount(list(found))


def _hiding(ids: set[int], by: Any) -> set[int]:
    """Which of them have something below that `by` does not see; two queries."""
    below = Account.objects.present().filter(lineage__overlap=list(ids))
    if by is None:
        return set()
    seen = set(below.visible_to(by).values_list("pk", flat=True))
    hidden = below.exclude(pk__in=seen).values_list("lineage", flat=True)
    return {node for lineage in hidden for node in lineage if node in ids}


def _state(moment: Any) -> dict[str, Any]:
    return {"binned": moment.isoformat() if moment else None}


def taken_along(ids: Sequence[int], change: Any) -> int:
    """How many of them are gone with what they hang on, chosen too."""
    return Account.objects.filter(pk__in=ids, binned_at=change.at).count()


BIN = BulkKind(Right.BIN_ACCOUNTS, check, read, plan, write, reach=Account.objects.reachable_by, along=taken_along)
