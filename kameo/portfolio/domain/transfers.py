"""Accounts that change hands together: one verb, one way back, one message (R100, R107).

Somebody leaving, somebody away for long and a portfolio shared out differently all come through here.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kameo.accounts.enums import Function
from kameo.accounts.models import Account, AccountMember
from kameo.core import clock, preferences
from kameo.core.acting import acting
from kameo.core.errors import DomainError
from kameo.core.journal import domain as journal
from kameo.notifications.domain import notify
from kameo.portfolio import events, rules
from kameo.portfolio.domain.caps import check_caps, taken_of
from kameo.portfolio.domain.handing import hand_back, hand_on
from kameo.portfolio.models import Transfer, TransferItem

if TYPE_CHECKING:
    from kameo.people.models import User


def transfer_accounts(
    giver: User,
    *,
    taker: User,
    by: User | None,
    accounts: Collection[int] | None = None,
    function: str = "",
    on: date | None = None,
    reason: str = "",
    everything: bool = False,
) -> Transfer:
    """Hand what `giver` does for these accounts (ids; None: all that `by` sees) to `taker` from `on` (today).

    `function` limits it to one function. A day to come plans it: the morning of that day applies it. `reason`
    also confirms what passes the taker's cap. `everything` is for who leaves: accounts that `by` may not see and
    those in the bin included; the caller has checked the right. In order: CapExcess rows, Transfer and its items,
    then, unless planned, members, one journal line and timeline line `account.handed_over` per account, journal
    `portfolio.transferred`, one notification. Raises PermissionDenied; DomainError "taker_unfit",
    "unknown_function", "nothing_to_transfer", "cap_exceeded".
    """
    if by is not None and not everything and not rules.can_transfer(by, giver):
        raise PermissionDenied("portfolio.transfer")
    _check_parties(giver, taker, function)
    with acting(by):
        held = held_members(giver, None if everything else by, accounts, function)
        if not held:
            raise DomainError("nothing_to_transfer", _("Choose at least one account."), field="accounts")
        led = [member.account_id for member in held if member.function == Function.LEAD]
        check_caps(taker, taken_of(_with_class(led)), by=by, reason=reason)
        planned = Transfer.objects.create(
            giver=giver,
            taker=taker,
            function=function,
            on=on or clock.company_today(),
            reason=reason.strip()[:500],
            by=by,
        )
        TransferItem.objects.bulk_create(
            TransferItem(transfer=planned, account_id=member.account_id, function=member.function) for member in held
        )
        if planned.on <= clock.company_today():
            _apply(planned)
        else:
            journal.record(events.TRANSFER_PLANNED, planned, by=by, data=_transfer_facts(planned, len(held)))
    return planned


def hand_over(user: User, successor: User, by: User | None) -> int:
    """Everything `user` does for accounts, for who leaves or gives up the whole portfolio; how many functions.

    What `core.reassign` calls: the caller has checked the right. Errors are those of `transfer_accounts`, a cap
    included, which the reason given here passes where `by` may confirm it.
    """
    if not AccountMember.objects.filter(user=user).exists():
        return 0
    reason = _("%(name)s hands over the whole portfolio.") % {"name": user.full_name}
    done = transfer_accounts(user, taker=successor, by=by, reason=reason, everything=True)
    return done.items.count()


def held_members(
    giver: User, viewer: User | None, accounts: Collection[int] | None, function: str = ""
) -> list[AccountMember]:
    """What `giver` does for these accounts, those `viewer` sees (None: all, the bin included), by account."""
    members = AccountMember.objects.filter(user=giver)
    if viewer is not None:
        members = members.visible_to(viewer)
    if accounts is not None:
        members = members.filter(account_id__in=list(accounts))
    if function:
        members = members.filter(function=function)
    return list(members.select_related("account").order_by("account__sort_name", "account_id", "id"))


def apply_due_transfers() -> int:
    """Apply what was planned for today or before; returns how many. A taker gone meanwhile drops it."""
    due = Transfer.objects.filter(applied_at__isnull=True, undone_at__isnull=True, on__lte=clock.company_today())
    rows = list(due.select_related("giver", "taker", "by").order_by("on", "pk"))
    for row in rows:
        with acting(row.by):
            if row.taker.is_active:
                _apply(row)
            else:
                Transfer.objects.filter(pk=row.pk).update(undone_at=clock.now())
    return len(rows)


def give_back(planned: Transfer, *, by: User | None) -> int:
    """Undo a transfer whole, or drop a planned one; returns how many functions went back.

    What somebody changed since stays as it is now. Nobody is refused for a cap: what passes it shows as an alert.
    In order: members, journal and timeline lines per account, journal `portfolio.given_back`, one notification.
    Raises PermissionDenied; DomainError "already_undone", "too_late", "giver_gone".
    """
    if by is not None and by.pk != planned.by_id and not rules.can_transfer(by, planned.giver):
        raise PermissionDenied("portfolio.transfer")
    with acting(by):
        row = Transfer.objects.select_for_update(of=("self",)).select_related("giver", "taker").get(pk=planned.pk)
        if row.undone_at is not None:
            raise DomainError("already_undone", _("This transfer was undone already."))
        back = 0
        if row.applied_at is not None:
            _check_delay(row)
            back = hand_back(row, by)
        row.undone_at, row.undone_by = clock.now(), by
        row.save(update_fields=["undone_at", "undone_by"])
        journal.record(events.GIVEN_BACK, row, by=by, data=_transfer_facts(row, back))
        if back:
            _notify_transfer(row, row.giver, by, _given_back_words)
    planned.undone_at, planned.undone_by = row.undone_at, by
    return back


def undoable_until(row: Transfer) -> date | None:
    """The last day on which a transfer can be given back; None while planned."""
    if row.applied_at is None:
        return None
    return timezone.localdate(row.applied_at) + timedelta(days=int(preferences.get("transfer.undo_days")))


@transaction.atomic
def _apply(row: Transfer) -> None:
    row.moved = hand_on(row)
    row.applied_at = clock.now()
    row.save(update_fields=["moved", "applied_at"])
    journal.record(events.TRANSFERRED, row, by=row.by, data=_transfer_facts(row, row.moved))
    if row.moved:
        _notify_transfer(row, row.taker, row.by, _handed_over_words)


def _check_parties(giver: User, taker: User, function: str) -> None:
    if function and function not in Function.values:
        raise DomainError("unknown_function", _("Choose one of the functions."), field="function")
    if taker.pk == giver.pk or not taker.is_active:
        raise DomainError("taker_unfit", _("Choose an active colleague."), field="taker")


def _check_delay(row: Transfer) -> None:
    limit = undoable_until(row)
    if limit is not None and clock.today() > limit:
        raise DomainError("too_late", _("The time to give it back has passed: make a new transfer."))
    if not row.giver.is_active:
        name = row.giver.full_name
        raise DomainError("giver_gone", _("%(name)s no longer has access to Kameo.") % {"name": name})


def _with_class(ids: list[int]) -> list[Account]:
    return list(Account.objects.filter(pk__in=ids).select_related("pulse").order_by("sort_name", "pk"))


def _transfer_facts(row: Transfer, number: int) -> dict[str, Any]:
    return {
        "from": row.giver_id,
        "from_name": row.giver.full_name,
        "to": row.taker_id,
        "to_name": row.taker.full_name,
        "accounts": number,
        "on": row.on.isoformat(),
        "reason": row.reason,
    }


def _handed_over_words(row: Transfer) -> str:
    words = ngettext(
        "%(name)s hands %(count)s account over to you.", "%(name)s hands %(count)s accounts over to you.", row.moved
    )
    return words % {"name": row.giver.full_name, "count": row.moved}


def _given_back_words(row: Transfer) -> str:
    return _("%(name)s gives back to you what you had handed over.") % {"name": row.taker.full_name}


def _notify_transfer(row: Transfer, whom: User, by: User | None, words: Any) -> None:
    with translation.override(whom.language or preferences.get("language")):
        url = reverse("portfolio:transfer", args=[row.pk])
        back = "back" if row.undone_at else "on"
        notify(users=[whom], kind="team", key=f"transfer:{row.pk}:{back}", text=words(row), url=url, actor=by)
