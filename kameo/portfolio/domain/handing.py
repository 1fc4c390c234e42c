"""The rows of a transfer: members that change hands, and those that come back. In the caller's transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kameo.accounts import events
from kameo.accounts.enums import Function
from kameo.accounts.models import AccountMember
from kameo.accounts.timeline.journal_to_timeline import record_many
from kameo.portfolio.models import Transfer, TransferItem

if TYPE_CHECKING:
    from kameo.people.models import User

MOVED, JOINED, LEFT = "moved", "joined", "left"


def hand_on(row: Transfer) -> int:
    """Apply the items of a transfer; returns how many accounts changed hands.

    Where the taker has the function already, the giver's row only goes; a taker who becomes lead is no longer
    back-up of the same account. Each item keeps what it takes to go back.
    """
    items = list(row.items.all())
    given = _locked_members(row.giver_id, items)
    taken = _locked_members(row.taker_id, items)
    moves, gone = [], []
    for item in items:
        member = given.get((item.account_id, item.function))
        if member is None:
            item.outcome = LEFT
            continue
        item.before = {"member": _remembered(member)}
        if (item.account_id, item.function) in taken:
            item.outcome = JOINED
            gone.append(member.pk)
            continue
        item.outcome = MOVED
        moves.append(member.pk)
        spare = taken.get((item.account_id, Function.BACK_UP.value))
        if item.function == Function.LEAD and spare is not None:
            item.before["spare"] = _remembered(spare)
            gone.append(spare.pk)
    AccountMember.objects.filter(pk__in=gone).delete()
    AccountMember.objects.filter(pk__in=moves).update(user=row.taker, by=row.by, since=row.on)
    TransferItem.objects.bulk_update(items, ["before", "outcome"], batch_size=1000)
    handed = [item for item in items if item.outcome in {MOVED, JOINED}]
    _tell_accounts(row, handed, giver=row.giver, taker=row.taker, by=row.by)
    return len({item.account_id for item in handed})


def hand_back(row: Transfer, by: User | None) -> int:
    """Give back what nobody changed since; returns how many functions went back."""
    items = list(row.items.filter(outcome__in=[MOVED, JOINED]))
    mine = _locked_members(row.giver_id, items)
    theirs = _locked_members(row.taker_id, items)
    back, born, gone = [], [], []
    for item in items:
        place = (item.account_id, item.function)
        before, member = item.before["member"], theirs.get(place)
        if place in mine or ((member is None or member.pk != before["id"]) and item.outcome == MOVED):
            continue
        back.append(item)
        born.append(_born(item, row.giver_id, item.function, before, by))
        if item.outcome == MOVED and member is not None:
            gone.append(member.pk)
            born += [
                _born(item, row.taker_id, Function.BACK_UP.value, spare, by)
                for spare in [item.before.get("spare")]
                if spare
            ]
    AccountMember.objects.filter(pk__in=gone).delete()
    AccountMember.objects.bulk_create(born, ignore_conflicts=True)  # a back-up named again meanwhile stays
    _tell_accounts(row, back, giver=row.taker, taker=row.giver, by=by)
    return len(back)


def _locked_members(user_id: int, items: list[TransferItem]) -> dict[tuple[int, str], AccountMember]:
    accounts = {item.account_id for item in items}
    rows = AccountMember.objects.filter(user_id=user_id, account_id__in=accounts).order_by("pk")
    return {(one.account_id, one.function): one for one in rows.select_for_update()}


def _remembered(member: AccountMember) -> dict[str, Any]:
    return {"id": member.pk, "since": member.since.isoformat(), "responsibilities": member.responsibilities}


def _born(item: TransferItem, user_id: int, function: str, before: dict[str, Any], by: User | None) -> AccountMember:
    return AccountMember(
        account_id=item.account_id,
        user_id=user_id,
        function=function,
        by=by,
        since=before["since"],
        responsibilities=before["responsibilities"],
    )


def _tell_accounts(row: Transfer, items: list[TransferItem], *, giver: User, taker: User, by: User | None) -> None:
    facts = {
        "user": taker.pk,
        "user_name": taker.full_name,
        "from": giver.pk,
        "from_name": giver.full_name,
        "transfer": row.pk,
        "reason": row.reason,
    }
    told = [(item.account_id, {**facts, "function": item.function}) for item in items]
    record_many(events.HANDED_OVER, told, by=by)
