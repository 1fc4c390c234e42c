"""Many accounts change lead: as `make_lead` does it, in a few statements; caps as `check_caps` counts them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from kameo.accounts import events
from kameo.accounts.domain.bulk import bulk_kinds
from kameo.accounts.enums import Function
from kameo.accounts.models import Account, AccountMember
from kameo.accounts.timeline.journal_to_timeline import record_many
from kameo.core import preferences
from kameo.core.errors import DomainError
from kameo.core.lists.bulk.plans import BulkKind, BulkPlan, Item
from kameo.notifications.domain import notify
from kameo.people.enums import Right
from kameo.people.models import User
from kameo.portfolio.caps.led import KEY, LARGE, Led, compute_held, led_by
from kameo.portfolio.caps.words import caps_of
from kameo.portfolio.domain.caps import check_caps, taken_of

LEADING = (Function.LEAD, Function.BACK_UP)
FUNCTIONS = {"lead": Function.LEAD, "back_ups": Function.BACK_UP}


def check(data: Mapping[str, Any], by: Any) -> dict[str, Any]:
    user = User.objects.active().filter(pk=data.get("user") or 0).first()
    if user is None:
        raise DomainError("inactive_user", _("Choose a colleague who works here."), field="user")
    return {"user": user.pk, "user_name": user.full_name, "reason": str(data.get("reason") or "").strip()}


def read(accounts: Sequence[Account], data: Mapping[str, Any]) -> dict[int, dict[str, Any]]:
    """Who leads and who backs up each account."""
    found: dict[int, dict[str, Any]] = {account.pk: {"lead": None, "back_ups": []} for account in accounts}
    members = AccountMember.objects.filter(account_id__in=list(found), function__in=LEADING).order_by("user_id")
    for account_id, user_id, function in members.values_list("account_id", "user_id", "function"):
        if function == Function.LEAD:
            found[account_id]["lead"] = user_id
        else:
            found[account_id]["back_ups"].append(user_id)
    return found


def plan(accounts: Sequence[Account], data: Mapping[str, Any], by: Any) -> BulkPlan:
    """The lead in place becomes back-up. Refused: "cap_exceeded", unless `by` may exceed and gives a reason."""
    user = User.objects.select_related("role").get(pk=data["user"])
    before = read(accounts, data)
    room = _Room(user, free=bool(by.can(Right.EXCEED_CAPS) and data.get("reason")))
    found = BulkPlan()
    for account in accounts:
        now = before[account.pk]
        if now["lead"] != user.pk and not room.takes(account):
            found.refusals["cap_exceeded"] += 1
            continue
        others = {one for one in [*now["back_ups"], now["lead"]] if one not in (None, user.pk)}
        after = now if now["lead"] == user.pk else {"lead": user.pk, "back_ups": sorted(others)}
        found.add(account.pk, now, after)
    return found


class _Room:
    """How many more accounts somebody may lead, counted as they are taken; one query."""

    def __init__(self, user: User, *, free: bool) -> None:
        self.role, self.free = user.role, free
        self.capped = user.role.strategic_cap is not None or user.role.large_cap is not None
        self.led = {one.account_id: one for one in led_by([user.pk]).get(user.pk, [])} if self.capped else {}

    def takes(self, account: Account) -> bool:
        one = _as_led(account)
        if self.free or not self.capped or not (one.key or one.large):
            return True
        before = {cap.axis: cap.held for cap in caps_of(self.role, compute_held(self.led.values()))}
        self.led[account.pk] = one
        caps = caps_of(self.role, compute_held(self.led.values()))
        if all(cap.held <= before[cap.axis] or not cap.passed for cap in caps):
            return True
        del self.led[account.pk]
        return False


def write(items: Sequence[Item], data: Mapping[str, Any], by: Any) -> None:
    """Rows, then journal and timeline lines, one word to the new lead for all of them. Raises DomainError
    "cap_exceeded" when somebody else filled the cap meanwhile.
    """
    ids = [item.record_id for item in items]
    _mind_caps(items, data, by)
    members = AccountMember.objects.filter(account_id__in=ids, function__in=LEADING).select_related("user")
    rows = {(row.account_id, row.user_id, row.function): row for row in members}
    names = {row.user_id: row.user.full_name for row in rows.values()}
    wanted = {
        (item.record_id, user_id, function)
        for item in items
        for key, function in FUNCTIONS.items()
        for user_id in _listed(item.after[key])
    }
    names |= _user_names({user_id for _account, user_id, _function in wanted} - set(names))
    _move(rows, wanted, names, by)
    if "user" in data:
        _notify_new_lead(User.objects.get(pk=data["user"]), len(items), by)


def _mind_caps(items: Sequence[Item], data: Mapping[str, Any], by: Any) -> None:
    """Those who come to lead, the former leads of an undone change included."""
    leads: dict[int, list[int]] = {}
    for item in items:
        if item.after["lead"] and item.after["lead"] != item.before["lead"]:
            leads.setdefault(item.after["lead"], []).append(item.record_id)
    for user in User.objects.select_related("role").filter(pk__in=list(leads)).order_by("pk"):
        accounts = Account.objects.select_related("pulse").filter(pk__in=leads[user.pk])
        counted = [one for one in taken_of(accounts) if one.key or one.large]
        if counted:
            check_caps(user, counted, by=by, reason=str(data.get("reason", "")))


def _move(rows: Any, wanted: set[tuple[int, int, Any]], names: dict[int, str], by: Any) -> None:
    """From the rows there are to those wanted; a row that changes function is kept with its responsibilities."""
    spare = {
        (account, user): row
        for (account, user, function), row in rows.items()
        if (account, user, function) not in wanted
    }
    missing = [key for key in sorted(wanted) if key not in rows]
    changed, created, told = [], [], []
    for account_id, user_id, function in missing:
        row = spare.pop((account_id, user_id), None)
        if row is None:
            created.append(AccountMember(account_id=account_id, user_id=user_id, function=function, by=by))
            continue
        told.append((account_id, {**_member_facts(user_id, function, names), "from": str(row.function)}))
        row.function = function
        changed.append(row)
    AccountMember.objects.filter(pk__in=[row.pk for row in spare.values()]).delete()
    for function in (Function.BACK_UP, Function.LEAD):  # an account never has two leads, not for a moment
        part = [row for row in changed if row.function == function]
        AccountMember.objects.bulk_update(part, ["function"], batch_size=500)
    AccountMember.objects.bulk_create(created, batch_size=1000)
    removed = [(row.account_id, _member_facts(row.user_id, row.function, names)) for row in spare.values()]
    added = [
        (row.account_id, {**_member_facts(row.user_id, row.function, names), "handed_over": True}) for row in created
    ]
    record_many(events.MEMBER_REMOVED, removed, by=by)
    record_many(events.MEMBER_CHANGED, told, by=by)
    record_many(events.MEMBER_ADDED, added, by=by)


def _notify_new_lead(user: User, count: int, by: Any) -> None:
    if by is None or user.pk == by.pk or not count:
        return
    with translation.override(user.language or preferences.get("language")):
        words = ngettext(
            "%(who)s puts you in charge of %(count)s account.",
            "%(who)s puts you in charge of %(count)s accounts.",
            count,
        )
        notify(
            users=[user],
            kind="team",
            key=f"bulk:{by.pk}:{user.pk}:{count}",
            text=words % {"who": by.full_name, "count": count},
            url=f"{reverse('accounts:list')}?lead=me",
            actor=by,
        )


def _as_led(account: Account) -> Led:
    pulse = getattr(account, "pulse", None)
    account_class = pulse.account_class if pulse is not None else ""
    above = tuple(node for node in account.lineage if node != account.pk)
    return Led(account.pk, above, account_class in KEY, account_class in LARGE)


def _user_names(ids: Iterable[int]) -> dict[int, str]:
    return {user.pk: user.full_name for user in User.objects.filter(pk__in=list(ids))}


def _listed(value: Any) -> list[int]:
    return value if isinstance(value, list) else [value] if value else []


def _member_facts(user_id: int, function: str, names: Mapping[int, str]) -> dict[str, Any]:
    return {"user": user_id, "user_name": names.get(user_id, ""), "function": str(function)}


LEAD = BulkKind(Right.WRITE_ACCOUNTS, check, read, plan, write)
bulk_kinds.register("lead", LEAD, order=40)
