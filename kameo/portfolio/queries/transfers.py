"""Transfers that a user sees, and the preview of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from kameo.accounts.enums import AccountClass, Function
from kameo.accounts.models import AccountMember
from kameo.people.enums import Right
from kameo.portfolio.caps.led import compute_held, led_by
from kameo.portfolio.caps.words import Cap, caps_of
from kameo.portfolio.models import Transfer, TransferItem


@dataclass(frozen=True)
class AccountToHandOver:
    """An account that a colleague may hand over, with their functions on it."""

    id: int
    name: str
    account_class: str
    functions: tuple[str, ...]


@dataclass(frozen=True)
class TransferPreview:
    """What would change hands: `accounts`, what the taker would come to on each cap, and those that are passed."""

    accounts: list[AccountToHandOver]
    caps: list[Cap]
    passed: list[Cap]


def given_by(giver: Any, viewer: Any, *, function: str = "") -> list[AccountToHandOver]:
    """The accounts `giver` serves that `viewer` sees, by name; one query."""
    members = AccountMember.objects.filter(user=giver, account__binned_at=None).visible_to(viewer)
    if function:
        members = members.filter(function=function)
    rows = members.order_by("account__sort_name", "account_id", "id").values_list(
        "account_id", "account__name", "account__pulse__account_class", "function"
    )
    found: dict[int, AccountToHandOver] = {}
    for pk, name, account_class, does in rows:
        before = found[pk].functions if pk in found else ()
        found[pk] = AccountToHandOver(pk, name, account_class or AccountClass.STANDARD, (*before, does))
    return list(found.values())


def preview_of(
    taker: Any, giver: Any, viewer: Any, *, accounts: Sequence[int] | None, function: str
) -> TransferPreview:
    """What handing these accounts (None: all) to `taker` would come to; three queries."""
    given = given_by(giver, viewer, function=function)
    chosen = given if accounts is None else [one for one in given if one.id in set(accounts)]
    lead = {one.id for one in chosen if Function.LEAD in one.functions}
    led = {one.account_id: one for one in led_by([taker.pk]).get(taker.pk, [])}
    before = {cap.axis: cap.held for cap in caps_of(taker.role, compute_held(led.values()))}
    for one in led_by([giver.pk], viewer=viewer).get(giver.pk, []):
        if one.account_id in lead:
            led[one.account_id] = one
    after = caps_of(taker.role, compute_held(led.values()))
    return TransferPreview(chosen, after, [cap for cap in after if cap.passed and cap.held > before[cap.axis]])


def transfers_seen(viewer: Any) -> QuerySet[Transfer]:
    """Everybody's for who sees all accounts; otherwise those one gave, took or made."""
    rows = Transfer.objects.select_related("giver", "taker", "by", "undone_by")
    if viewer.can(Right.SEE_ALL_ACCOUNTS):
        return rows
    return rows.filter(Q(giver=viewer) | Q(taker=viewer) | Q(by=viewer))


def items_seen(transfer: Transfer, viewer: Any) -> list[TransferItem]:
    """The lines of a transfer, of accounts the viewer sees; one query."""
    items = transfer.items.visible_to(viewer).select_related("account")  # type: ignore[attr-defined]
    return list(items.order_by("account__sort_name", "pk"))
