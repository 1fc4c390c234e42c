"""The one timeline of an account: other apps write their lines here, pages read them (R33).

A line is identified by (source, source_id, account): writing it again replaces it, so nothing doubles.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import Q

from kameo.accounts.models import Account, TimelineEntry
from kameo.accounts.models.access import restricted_to
from kameo.core.rows import Row, column
from kameo.people.queries import name_of

if TYPE_CHECKING:
    from kameo.people.models import User

WRITTEN = ["at", "kind", "actor_id", "title", "text", "data", "restricted"]
Place = tuple[datetime, int]  # where a page of the timeline stopped: (at, id) of its last line


@dataclass(frozen=True, slots=True)
class TimelineLine(Row):
    """One line as pages show it. `data` holds what its kind needs (amount as text, currency, minutes, from, to)."""

    id: int
    account_id: int
    at: datetime
    kind: str
    actor_id: int | None
    title: str
    text: str
    data: dict[str, Any]
    restricted: bool
    source: str
    source_id: int
    account_name: str = column("account__name")
    actor_name: str = column(name_of("actor"))

    @property
    def place(self) -> Place:
        return (self.at, self.id)


def write_entries(entries: Iterable[TimelineEntry]) -> None:
    """Insert or replace lines, set-wise, in the caller's transaction; the last wins among equals given twice."""
    unique = {(entry.source, entry.source_id, entry.account_id): entry for entry in entries}
    if unique:
        TimelineEntry.objects.bulk_create(
            unique.values(),
            batch_size=2000,
            update_conflicts=True,
            update_fields=[name.removesuffix("_id") for name in WRITTEN],
            unique_fields=["source", "source_id", "account"],
        )


def remove_entries(source: str, ids: Collection[int]) -> int:
    """Take the lines of these rows away (binned, purged); returns how many there were."""
    if not ids:
        return 0
    return int(TimelineEntry.objects.filter(source=source, source_id__in=list(ids)).delete()[0])


def replace_from_select(
    source: str, select: str, params: Sequence[Any], *, account_ids: Collection[int] | None
) -> None:
    """Make the lines of `source` what `select` says, in two statements: for imports and rebuilds.

    `select` yields source_id, account_id, at, kind, actor_id, title, text, data, restricted; with `account_ids`
    it must keep to these accounts, as do the removals of lines it no longer yields. Unchanged lines stay as
    they are. Must run in a transaction.
    """
    scope = "" if account_ids is None else "and line.account_id = any(%s)"
    scoped: list[Any] = [] if account_ids is None else [list(account_ids)]
    with connection.cursor() as cursor:
        _gather(cursor, select, params)
        cursor.execute(_REMOVE.format(scope=scope), [source, *scoped])
        cursor.execute(_UPSERT, [source])


def add_from_select(source: str, select: str, params: Sequence[Any]) -> None:
    """Insert or replace the lines that `select` yields (columns as above), and remove none."""
    with connection.cursor() as cursor:
        _gather(cursor, select, params)
        cursor.execute(_UPSERT, [source])


def _gather(cursor: Any, select: str, params: Sequence[Any]) -> None:
    cursor.execute("drop table if exists timeline_wanted")
    cursor.execute(f"create temporary table timeline_wanted on commit drop as {select}", params)
    cursor.execute("analyze timeline_wanted")


def entries_for(
    user: User,
    account: Account,
    *,
    scope: str = "entity",
    kinds: Collection[str] | None = None,
    before: Place | None = None,
    since: datetime | None = None,
    actor_id: int | None = None,
    limit: int = 50,
) -> list[TimelineLine]:
    """The newest `limit` lines older than `before`, newest first; one query.

    `scope` "group" adds what hangs below, as far as the user may see it. Restricted lines show to their author,
    the lead (of the account or above) and directors. The caller has checked that the user sees `account`.
    """
    rows = TimelineEntry.objects.filter(_perimeter(user, account, scope)).filter(restricted_to(user, "actor"))
    if kinds is not None:
        rows = rows.filter(kind__in=list(kinds))
    if actor_id is not None:
        rows = rows.filter(actor_id=actor_id)
    if since is not None:
        rows = rows.filter(at__gt=since)
    if before is not None:
        rows = rows.filter(Q(at__lt=before[0]) | Q(at=before[0], id__lt=before[1]))
    return TimelineLine.read(rows.order_by("-at", "-id")[:limit])


def _perimeter(user: User, account: Account, scope: str) -> Q:
    if scope == "group":
        return Q(account__in=Account.objects.visible_to(user).below(account.pk))
    return Q(account=account)


_REMOVE = """
    delete from accounts_timelineentry line where line.source = %s {scope}
    and not exists (select from timeline_wanted wanted
                    where wanted.source_id = line.source_id and wanted.account_id = line.account_id)
"""
_UPSERT = """
    insert into accounts_timelineentry as line
        (source, source_id, account_id, at, kind, actor_id, title, text, data, restricted)
    select %s, source_id, account_id, at, kind, actor_id, title, text, data, restricted from timeline_wanted
    on conflict (source, source_id, account_id) do update set
        at = excluded.at, kind = excluded.kind, actor_id = excluded.actor_id, title = excluded.title,
        text = excluded.text, data = excluded.data, restricted = excluded.restricted
    where (line.at, line.kind, line.actor_id, line.title, line.text, line.data, line.restricted)
        is distinct from (excluded.at, excluded.kind, excluded.actor_id, excluded.title, excluded.text,
                          excluded.data, excluded.restricted)
"""
