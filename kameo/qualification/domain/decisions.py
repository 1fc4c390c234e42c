"""Deciding an account's class: accepting what is computed, or setting it aside with a reason, for how long (R12)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from kameo.accounts import rules
from kameo.accounts.enums import AccountClass
from kameo.accounts.models import Account, AccountPulse
from kameo.accounts.revenue.periods import months_before
from kameo.accounts.timeline.journal_to_timeline import record, record_many
from kameo.core import clock, preferences
from kameo.core.access import require
from kameo.core.acting import acting, locked
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.notifications.domain import notify
from kameo.people.enums import Right
from kameo.people.models import User as Colleague
from kameo.qualification import events
from kameo.qualification.axes.classes import class_of, refresh_classes
from kameo.qualification.enums import DecisionKind
from kameo.qualification.models import ClassDecision

if TYPE_CHECKING:
    from kameo.people.models import User


def decide_class(
    account: Account,
    *,
    kind: str,
    by: User,
    large: bool | None = None,
    key: bool | None = None,
    reason: str = "",
    expires_on: date | None = None,
    due_on: date | None = None,
) -> ClassDecision:
    """Settle the class of an account until the decision expires, is ended, or another one follows.

    "accepted" takes the computed class, an axis not rated yet as no; "overridden" takes `large` and `key` (what is in
    force where None), with a reason. `expires_on` is the first day on which it no longer counts; `due_on` when it is
    to be looked at again (`decision.review_months` from today). In order: the decision before ends today, row,
    journal `account.class_decided` with its timeline line, points and class. Raises PermissionDenied; DomainError
    "unknown_kind", "not_the_computed_class", "reason_missing", "expires_too_early", "due_too_early".
    """
    require(by, Right.DECIDE_CLASS)
    rules.require_sight(by, account)
    today = clock.company_today()
    _check_decision(kind, reason, today, expires_on, due_on)
    with acting(by):
        pulse = _judged(account)
        decided = _decided(kind, pulse, large, key)
        _end_open(account, by, today)
        row = ClassDecision.objects.create(
            account=account,
            kind=kind,
            large=decided[0],
            key=decided[1],
            computed_large=pulse.computed_large,
            computed_key=pulse.computed_key,
            reason=reason.strip(),
            decided_on=today,
            by=by,
            expires_on=expires_on,
            due_on=due_on or review_day(today),
        )
        record(events.CLASS_DECIDED, account, by=by, data={**_decision_facts(row), "from": pulse.account_class})
        refresh_classes([account.pk])
    return row


def end_decision(decision: ClassDecision, *, reason: str = "", by: User) -> ClassDecision:
    """From today the decision no longer counts: the computed class is in force again.

    In order: row, journal `account.class_decision_ended` with its line, points and class. Raises PermissionDenied;
    DomainError "decision_ended".
    """
    require(by, Right.DECIDE_CLASS)
    account = decision.account
    rules.require_sight(by, account)
    with acting(by):
        locked(account)
        current = ClassDecision.objects.select_for_update(no_key=True).get(pk=decision.pk)
        if current.ended_on is not None:
            raise DomainError("decision_ended", _("This decision has ended already."))
        current.ended_on, current.ended_by, current.ended_reason = clock.company_today(), by, reason.strip()
        current.save(update_fields=["ended_on", "ended_by", "ended_reason"])
        record(events.CLASS_DECISION_ENDED, account, by=by, data={**_decision_facts(current), "reason": reason.strip()})
        refresh_classes([account.pk])
    decision.refresh_from_db()
    return decision


def propose_class(account: Account, *, large: bool, key: bool, reason: str, by: User) -> Event:
    """Ask those who decide for a class; nothing changes until one of them does.

    In order: journal `account.class_proposed` with its line, a notification to everybody who may decide and sees the
    account. Raises PermissionDenied (whoever may change the account may propose); DomainError "reason_missing".
    """
    rules.require_write(by, account)
    if not reason.strip():
        raise DomainError("reason_missing", _("Say why."), field="reason")
    with acting(by):
        told = {"large": large, "key": key, "class": class_of(large, key), "reason": reason.strip()}
        event = record(events.CLASS_PROPOSED, account, by=by, data=told)
        _tell_deciders(account, event, by)
    return event


def expire_decisions(day: date) -> int:
    """End what expired by `day`, set-wise; returns how many. Same effects as an end, by the system."""
    open_ones = ClassDecision.objects.filter(ended_on__isnull=True, expires_on__lte=day)
    rows = list(open_ones.select_for_update(no_key=True).order_by("account_id"))
    ClassDecision.objects.filter(pk__in=[row.pk for row in rows]).update(ended_on=F("expires_on"))
    record_many(
        events.CLASS_DECISION_ENDED,
        [
            (row.account_id, {**_decision_facts(row), "reason": "", "expired": True, "on": str(row.expires_on)})
            for row in rows
        ],
    )
    refresh_classes([row.account_id for row in rows])
    return len(rows)


def review_day(today: date) -> date:
    """When a decision of today is to be looked at again."""
    return months_before(today, -int(preferences.get("decision.review_months")))


def deciders() -> list[User]:
    """Everybody who may decide a class."""
    active = Colleague.objects.filter(is_active=True, role__rights__contains=[Right.DECIDE_CLASS])
    return list(active.select_related("role"))


def _judged(account: Account) -> AccountPulse:
    """The account's pulse as of now, its row and itself kept from other writers."""
    locked(account)
    refresh_classes([account.pk])
    found: AccountPulse = AccountPulse.objects.get(account=account)
    return found


def _decided(kind: str, pulse: AccountPulse, large: bool | None, key: bool | None) -> tuple[bool, bool]:
    if kind == DecisionKind.ACCEPTED:
        computed = bool(pulse.computed_large), bool(pulse.computed_key)
        chosen = computed[0] if large is None else large, computed[1] if key is None else key
        if chosen != computed:
            message = _("This is not the computed class: override it, with a reason.")
            raise DomainError("not_the_computed_class", message, field="kind")
        return computed
    return bool(pulse.large) if large is None else large, bool(pulse.key) if key is None else key


def _check_decision(kind: str, reason: str, today: date, expires_on: date | None, due_on: date | None) -> None:
    if kind not in DecisionKind.values:
        raise DomainError("unknown_kind", _("Accept the computed class, or override it."), field="kind")
    if kind == DecisionKind.OVERRIDDEN and not reason.strip():
        raise DomainError("reason_missing", _("Say why the computed class is set aside."), field="reason")
    if expires_on is not None and expires_on <= today:
        raise DomainError("expires_too_early", _("Choose a day after today."), field="expires_on")
    if due_on is not None and due_on < today:
        raise DomainError("due_too_early", _("Choose today or a later day."), field="due_on")


def _end_open(account: Account, by: User, today: date) -> None:
    """The decision before, even an expired one that the night has not ended yet; its own expiry comes first."""
    still = ClassDecision.objects.filter(account=account, ended_on__isnull=True)
    still.filter(Q(expires_on__lte=today)).update(ended_on=F("expires_on"))
    still.update(ended_on=today, ended_by=by)


def _decision_facts(row: ClassDecision) -> dict[str, Any]:
    return {
        "decision": row.pk,
        "kind": row.kind,
        "large": row.large,
        "key": row.key,
        "class": class_of(row.large, row.key),
        "reason": row.reason,
        "expires_on": str(row.expires_on) if row.expires_on else None,
    }


def _tell_deciders(account: Account, event: Event, by: User) -> None:
    for user in deciders():
        with override(user.language or preferences.get("language")):
            label = str(AccountClass(event.data["class"]).label)
            text = _("%(who)s proposes %(class)s for %(account)s: %(reason)s")
            words = {"who": by.full_name, "class": label, "account": account.name, "reason": event.data["reason"]}
            notify(
                users=[user],
                kind="class",
                key=f"class-proposed:{event.pk}",
                text=text % words,
                url=reverse("account", args=[account.pk]),
                account_id=account.pk,
                actor=by,
            )
