"""Moving accounts in the tree, effective-dated (R28): a move is true from a day on, entered whenever it is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.utils.translation import gettext_lazy as _

from kameo.accounts import events, rules
from kameo.accounts.domain.status import recount
from kameo.accounts.enums import MoveReason
from kameo.accounts.models import Account, Placement
from kameo.accounts.pulse.refresh import ancestors_of
from kameo.accounts.timeline.journal_to_timeline import record
from kameo.core import clock
from kameo.core.acting import acting, locked
from kameo.core.errors import DomainError

if TYPE_CHECKING:
    from kameo.people.models import User


@dataclass
class Stay:
    """One period of an account's place while a move is worked out; `row` is what is stored of it."""

    starts_on: date | None
    ends_on: date | None
    parent_id: int | None
    row: Placement | None = None

    @property
    def first(self) -> date:
        return self.starts_on or date.min


def move_account(
    account: Account, *, parent: Account | None, on: date | None, reason: str, by: User | None, note: str = ""
) -> Placement | None:
    """From the day `on`, the account hangs below `parent`, or stands alone when that is None.

    It does so until the next move already known: late, out of order and future moves all find their place, and
    a future one applies on its day (nightly job). A move of the same day is replaced. `on` None with reason
    "correction" rewrites the period in force: it was wrong all along. Roll-ups follow day by day (c-0.5).
    In order: placements, today's parent (the database moves what hangs below), journal `account.moved`, pulses
    of all above, before and after. Returns the placement; None when a correction leaves it alone since always.
    Raises PermissionDenied; DomainError "parent_hidden", "parent_in_bin", "day_missing", "already_there", "cycle".
    """
    rules.require_write(by, account)
    require_parent(parent, by)
    parent_id = parent.pk if parent else None
    with acting(by):
        lock_tree()
        current = locked(account)
        stays = _stays(account.pk)
        stay, starts_on = _stay_at(stays, on, reason)
        if stay.parent_id == parent_id:
            raise DomainError("already_there", _("It belongs there already at that date."), field="parent")
        refuse_cycle(account.pk, parent_id, starts_on, stay.ends_on)
        above = ancestors_of([account.pk])
        placement = _place_account(stays, stay, starts_on, account.pk, parent_id)
        if placement is not None:
            placement.reason, placement.note, placement.by, placement.at = reason, note[:250], by, clock.now()
            placement.save()
        _hang(current, account)
        record(events.MOVED, account, by=by, data=_move_facts(stay, parent, starts_on, reason, note))
        recount({*above, account.pk})
    return placement


def apply_due_moves() -> int:
    """Hang every account where its placements say it hangs today; returns how many moved. For the nightly job."""
    with acting(None):
        lock_tree()
        due = _due(clock.company_today())
        for pk, parent_id in due:
            Account.objects.filter(pk=pk).update(parent_id=parent_id)
        recount([pk for pk, _parent in due])
    return len(due)


def require_parent(parent: Account | None, by: User | None) -> None:
    """Refuses one that `by` may not see, or that is in the bin."""
    if parent is not None and by is not None and not rules.can_see(by, parent):
        raise DomainError("parent_hidden", _("Choose an account that you can see."), field="parent")
    if parent is not None and parent.binned_at is not None:
        raise DomainError("parent_in_bin", _("This account is in the bin: restore it first."), field="parent")


def lock_tree() -> None:
    """One move at a time: two that cross could make a cycle that neither sees."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('accounts.tree'))")


def _stays(account_id: int) -> list[Stay]:
    """The whole of time, from its beginning to its end, as stored rows and the gaps between them (alone)."""
    stays: list[Stay] = []
    reached: date | None = None
    for row in Placement.objects.filter(account_id=account_id):
        if row.starts_on is not None and row.starts_on != reached:
            stays.append(Stay(reached, row.starts_on, None))
        stays.append(Stay(row.starts_on, row.ends_on, row.parent_id, row))
        reached = row.ends_on
    if not stays or stays[-1].ends_on is not None:
        stays.append(Stay(reached, None, None))
    return stays


def _stay_at(stays: list[Stay], on: date | None, reason: str) -> tuple[Stay, date | None]:
    if on is None and reason != MoveReason.CORRECTION:
        raise DomainError("day_missing", _("Say from which day."), field="on")
    day = on or clock.company_today()
    stay = next(stay for stay in stays if stay.first <= day and (stay.ends_on is None or day < stay.ends_on))
    return stay, on or stay.starts_on


def _place_account(
    stays: list[Stay], stay: Stay, starts_on: date | None, account_id: int, parent_id: int | None
) -> Placement | None:
    """Write that the account is below `parent_id` from `starts_on` to the end of `stay`; joins equal neighbours.

    Where the new period begins with `stay` it takes its row; otherwise `stay` ends where it begins.
    """
    index = stays.index(stay)
    ends_on = stay.ends_on
    following = stays[index + 1] if index + 1 < len(stays) else None
    if following is not None and following.parent_id == parent_id and following.row is not None:
        ends_on = following.ends_on
        following.row.delete()
    if starts_on == stay.starts_on and stay.row is not None:
        placement = stay.row
    else:
        placement = Placement(account_id=account_id)
        if stay.row is not None:
            stay.row.ends_on = starts_on
            stay.row.save(update_fields=["ends_on"])
    if parent_id is None and starts_on is None:
        if placement.pk:
            placement.delete()
        return None
    placement.starts_on, placement.ends_on, placement.parent_id = starts_on, ends_on, parent_id
    return placement


def refuse_cycle(account_id: int, parent_id: int | None, starts_on: date | None, ends_on: date | None) -> None:
    if parent_id is None:
        return
    with connection.cursor() as cursor:
        cursor.execute(_CYCLE, {"account": account_id, "parent": parent_id, "from": starts_on, "to": ends_on})
        if cursor.fetchone()[0]:
            raise DomainError("cycle", _("That account hangs below this one."), field="parent")


def _due(today: date) -> list[tuple[int, int | None]]:
    with connection.cursor() as cursor:
        cursor.execute(_DUE, {"today": today})
        return list(cursor.fetchall())


def _hang(current: Account, account: Account) -> None:
    """Today's parent as the placements say; the triggers keep lineage and reach."""
    today = clock.company_today()
    stay, _start = _stay_at(_stays(current.pk), today, MoveReason.CORRECTION)
    if current.parent_id != stay.parent_id:
        current.parent_id = stay.parent_id
        current.changed_at = clock.now()
        current.save(update_fields=["parent", "changed_at"])
    account.refresh_from_db(fields=["parent", "lineage", "reach", "hidden", "changed_at"])


def _move_facts(stay: Stay, parent: Account | None, on: date | None, reason: str, note: str) -> dict[str, Any]:
    """For the journal and the timeline; names are kept as they were. `on` dates the line."""
    before = Account.objects.filter(pk__in=[stay.parent_id]).values_list("name", flat=True).first()
    facts: dict[str, Any] = {
        "from": stay.parent_id,
        "from_name": before,
        "to": parent.pk if parent else None,
        "to_name": parent.name if parent else None,
        "reason": str(reason),
        "note": note,
    }
    return {**facts, "on": on.isoformat()} if on else facts


_CYCLE = """
    with recursive above(id, starts_on, ends_on) as (
        select %(parent)s::bigint, coalesce(%(from)s::date, '-infinity'), coalesce(%(to)s::date, 'infinity')
      union
        select placement.parent_id, greatest(above.starts_on, coalesce(placement.starts_on, '-infinity')),
               least(above.ends_on, coalesce(placement.ends_on, 'infinity'))
        from above join accounts_placement placement on placement.account_id = above.id
            and coalesce(placement.starts_on, '-infinity') < above.ends_on
            and coalesce(placement.ends_on, 'infinity') > above.starts_on
        where placement.parent_id is not null and above.id <> %(account)s
    )
    select exists (select from above where id = %(account)s)
"""
_DUE = """
    select account.id, placement.parent_id
    from accounts_account account
    left join accounts_placement placement on placement.account_id = account.id
        and coalesce(placement.starts_on, '-infinity') <= %(today)s
        and coalesce(placement.ends_on, 'infinity') > %(today)s
    where account.parent_id is distinct from placement.parent_id
    order by account.id
"""
