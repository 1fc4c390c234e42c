"""The accounts a colleague leads, as caps count them: key and large accounts in force, each tree once (R100).

The top of what they lead stands for what hangs below it: leading a key group and its key subsidiary is one key
account. Back-ups and accounts covered for somebody absent are not led.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from kameo.accounts.enums import AccountClass, Function
from kameo.accounts.models import AccountMember

KEY = frozenset({AccountClass.KEY.value, AccountClass.LARGE_KEY.value})
LARGE = frozenset({AccountClass.LARGE.value, AccountClass.LARGE_KEY.value})


@dataclass(frozen=True, slots=True)
class Led:
    """An account that a colleague leads. `above` are the nodes it hangs below, itself left out."""

    account_id: int
    above: tuple[int, ...]
    key: bool
    large: bool


@dataclass(frozen=True, slots=True)
class Held:
    """The numbers of key and of large accounts that a colleague leads."""

    key: int = 0
    large: int = 0


def compute_held(led: Iterable[Led]) -> Held:
    """Each axis on its own: an account counts unless one above it, led by the same person, counts already."""
    rows = list(led)
    key = {one.account_id for one in rows if one.key}
    large = {one.account_id for one in rows if one.large}
    return Held(
        sum(1 for one in rows if one.key and key.isdisjoint(one.above)),
        sum(1 for one in rows if one.large and large.isdisjoint(one.above)),
    )


def led_by(user_ids: Collection[int] | None = None, *, viewer: Any = None) -> dict[int, list[Led]]:
    """The key and large accounts each of these colleagues (None: all) leads; one query.

    With `viewer`, those that he may see only. Nobody leading any is left out.
    """
    members = AccountMember.objects.filter(
        function=Function.LEAD,
        account__binned_at=None,
        account__pulse__account_class__in=[*KEY, AccountClass.LARGE.value],
    )
    if viewer is not None:
        members = members.visible_to(viewer)
    if user_ids is not None:
        members = members.filter(user_id__in=list(user_ids))
    found: dict[int, list[Led]] = {}
    columns = ("user_id", "account_id", "account__lineage", "account__pulse__account_class")
    for user, account, lineage, account_class in members.order_by().values_list(*columns):
        above = tuple(node for node in lineage if node != account)
        found.setdefault(user, []).append(Led(account, above, account_class in KEY, account_class in LARGE))
    return found


def held_by(user_ids: Collection[int] | None = None, *, viewer: Any = None) -> dict[int, Held]:
    """How many key and large accounts each of these colleagues (None: all) leads; one query."""
    return {user: compute_held(rows) for user, rows in led_by(user_ids, viewer=viewer).items()}
