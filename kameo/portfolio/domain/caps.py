"""Caps by role, checked when a colleague is to lead: nothing below, a warning at the cap, a refusal beyond (R100)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kameo.accounts.enums import AccountClass
from kameo.accounts.models import Account
from kameo.accounts.timeline.journal_to_timeline import record
from kameo.core.errors import DomainError
from kameo.people.enums import Right
from kameo.people.models import User as Colleague
from kameo.portfolio import events
from kameo.portfolio.caps.led import KEY, LARGE, Led, compute_held, led_by
from kameo.portfolio.caps.words import Cap, caps_of, refusal_words
from kameo.portfolio.models import CapExcess

if TYPE_CHECKING:
    from kameo.people.models import User


@dataclass(frozen=True, slots=True)
class Taken:
    """An account somebody is about to lead, with its class in force."""

    account: Account
    key: bool
    large: bool


def check_cap(
    user: User, account: Account, *, large: bool | None, key: bool | None, by: User | None, reason: str = ""
) -> list[Cap]:
    """Whether `user` may lead `account`, whose class in force is given; see `check_caps`."""
    return check_caps(user, [Taken(account, bool(key), bool(large))], by=by, reason=reason)


def check_caps(user: User, taken: Iterable[Taken], *, by: User | None, reason: str = "") -> list[Cap]:
    """Whether `user` may lead these accounts besides those they lead already. In the caller's transaction.

    Returns the caps reached exactly, for a word to whoever assigns. Beyond a cap, `by` needs the right to exceed
    it and a reason: then, in order, one CapExcess per account too many, journal `account.cap_exceeded` each. An
    account that raises no count (led already, below one that counts) asks nothing; the system (None) is not
    asked either. Raises DomainError "cap_exceeded" (field "reason" for who may confirm, "user" for others).
    """
    role = user.role
    if by is None or (role.strategic_cap is None and role.large_cap is None):
        return []
    Colleague.objects.select_for_update(no_key=True).only("pk").get(pk=user.pk)  # two at once would both fit
    led = {one.account_id: one for one in led_by([user.pk]).get(user.pk, [])}
    reached: dict[str, Cap] = {}
    excess: list[tuple[Account, Cap]] = []
    for one in taken:
        before = {cap.axis: cap for cap in caps_of(role, compute_held(led.values()))}
        led[one.account.pk] = _as_led(one)
        for cap in caps_of(role, compute_held(led.values())):
            if cap.held <= before[cap.axis].held:
                continue
            reached[cap.axis] = cap
            if cap.passed:
                excess.append((one.account, cap))
    _confirm(user, excess, by=by, reason=reason.strip())
    return [cap for cap in reached.values() if cap.reached]


def taken_of(accounts: Iterable[Account]) -> list[Taken]:
    """These accounts with the class in force, from their pulse; fetch them with it (`select_related("pulse")`)."""
    found = []
    for account in accounts:
        pulse = getattr(account, "pulse", None)
        account_class = pulse.account_class if pulse is not None else AccountClass.STANDARD.value
        found.append(Taken(account, account_class in KEY, account_class in LARGE))
    return found


def _as_led(one: Taken) -> Led:
    above = tuple(node for node in one.account.lineage if node != one.account.pk)
    return Led(one.account.pk, above, one.key, one.large)


def _confirm(user: User, excess: list[tuple[Account, Cap]], *, by: User, reason: str) -> None:
    if not excess:
        return
    may = by.can(Right.EXCEED_CAPS)
    if not (may and reason):
        cap = excess[-1][1]  # the count it would come to
        raise DomainError(
            "cap_exceeded",
            refusal_words(user.full_name, cap, may_confirm=may),
            field="reason" if may else "user",
            axis=cap.axis,
            held=cap.held,
            cap=cap.cap,
        )
    for account, cap in excess:
        CapExcess.objects.create(
            account=account, user=user, kind=cap.axis, cap=cap.cap, held=cap.held, reason=reason, by=by
        )
        facts = {"user": user.pk, "user_name": user.full_name, "axis": cap.axis}
        record(events.CAP_EXCEEDED, account, by=by, data={**facts, "held": cap.held, "cap": cap.cap, "reason": reason})
