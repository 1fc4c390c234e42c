"""The tree below one account as it stood on a day, with each node's rolled-up figures, for one reader."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import F

from kameo.accounts.models import Account, Placement
from kameo.accounts.queries import RollUp, roll_ups, states_at
from kameo.core import clock

if TYPE_CHECKING:
    from kameo.people.models import User

MOST = 400  # nodes on one page; a larger tree is opened branch by branch


@dataclass
class TreeNode:
    """One account of the tree. `group` adds what hangs below it on the day; `hidden` of its own children are
    not for the reader to see.
    """

    id: int
    name: str
    kind: str
    confidential: bool
    depth: int
    group: RollUp
    children: list[TreeNode] = field(default_factory=list)


@dataclass(frozen=True)
class Tree:
    """The node asked for with all below it; `cut` when it has more than `MOST` and the rest is left out."""

    top: TreeNode
    nodes: int
    cut: bool


def tree_at(account: Account, user: User, day: date) -> Tree:
    """Four queries at most, whatever the size. Names are those of the day."""
    places = _places(account.pk, day)
    seen = set(Account.objects.visible_to(user).filter(pk__in=list(places)).values_list("pk", flat=True))
    kept = _kept(places, seen, account.pk)
    today = day >= clock.company_today()
    groups = roll_ups(kept, user, day)
    states = {} if today else states_at(kept, day)
    known = {row.pk: row for row in Account.objects.filter(pk__in=kept).only("name", "kind", "confidential")}
    nodes = {pk: _node(known[pk], states.get(pk), places[pk][1], groups[pk]) for pk in kept if pk in known}
    for pk, node in nodes.items():
        above = nodes.get(places[pk][0] or 0)
        if above is not None and pk != account.pk:
            above.children.append(node)
    for node in nodes.values():
        node.children.sort(key=_weight)
    return Tree(nodes[account.pk], len(nodes), cut=len(kept) >= MOST)


def history_of(account: Account, user: User) -> list[dict[str, Any]]:
    """Where the account hung, newest first; a parent the reader may not see keeps its name to itself."""
    rows = (
        Placement.objects.filter(account=account)
        .select_related("parent", "by")
        .order_by(F("starts_on").desc(nulls_last=True))
    )
    found = list(rows)
    parents = [row.parent_id for row in found if row.parent_id]
    seen = set(Account.objects.visible_to(user).filter(pk__in=parents).values_list("pk", flat=True))
    return [
        {
            "parent": row.parent if row.parent and (row.parent_id in seen or not row.parent.hidden) else None,
            "linked": row.parent_id in seen,
            "secret": bool(row.parent and row.parent_id not in seen and row.parent.hidden),
            "starts_on": row.starts_on,
            "ends_on": row.ends_on,
            "reason": row.get_reason_display(),
            "note": row.note,
            "by": row.by.full_name if row.by else "",
        }
        for row in found
    ]


def _places(root: int, day: date) -> dict[int, tuple[int | None, int]]:
    """Node → (its parent on the day, its depth), the root first and then level by level."""
    with connection.cursor() as cursor:
        cursor.execute(_BELOW_AT, {"root": root, "day": day})
        return {pk: (parent, depth) for pk, parent, depth in cursor.fetchall()}


def _kept(places: dict[int, tuple[int | None, int]], seen: set[int], root: int) -> list[int]:
    """Those the reader sees with everything between them and the root, level by level up to `MOST`."""
    kept: dict[int, None] = {root: None}
    for pk, (parent, _depth) in places.items():
        if len(kept) >= MOST:
            break
        if pk in seen and parent in kept:
            kept[pk] = None
    return list(kept)


def _node(row: Account, state: Any, depth: int, group: RollUp) -> TreeNode:
    name, kind = (state.name, state.kind) if state else (row.name, row.kind)
    return TreeNode(row.pk, name, kind, row.confidential, depth, group)


def _weight(node: TreeNode) -> tuple[Any, ...]:
    revenue = node.group.revenue_12m
    return (revenue is None, -(revenue or 0), node.name)


_BELOW_AT = """
    with recursive below(id, parent_id, depth) as (
        select %(root)s::bigint, null::bigint, 0
      union all
        select placement.account_id, placement.parent_id, below.depth + 1
        from below join accounts_placement placement on placement.parent_id = below.id
            and coalesce(placement.starts_on, '-infinity') <= %(day)s
            and coalesce(placement.ends_on, 'infinity') > %(day)s
        join accounts_account account on account.id = placement.account_id and account.binned_at is null
    )
    select id, parent_id, depth from below order by depth, id
"""
