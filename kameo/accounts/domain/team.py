"""Who of ours serves an account: the team, its lead and back-up (R95, R96)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from kameo.accounts import events, rules
from kameo.accounts.enums import Function
from kameo.accounts.models import Account, AccountMember
from kameo.accounts.team.limits import lead_limits
from kameo.accounts.timeline.journal_to_timeline import record
from kameo.core import preferences
from kameo.core.acting import acting, locked
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.notifications.domain import notify

if TYPE_CHECKING:
    from kameo.people.models import User


def add_member(
    account: Account,
    *,
    user: User,
    function: str,
    by: User | None,
    responsibilities: str = "",
    replace_lead: bool = False,
    reason: str = "",
) -> AccountMember:
    """Put a colleague on the account's team: they see it and what hangs below from now on.

    With `replace_lead`, the lead in place becomes back-up. `reason` confirms a lead beyond the cap of the role. In
    order: CapExcess and its journal line if so, row, journal `account.member_added`, timeline line. Raises
    PermissionDenied; DomainError "unknown_function", "inactive_user", "member_twice", "lead_taken",
    "cap_exceeded".
    """
    rules.require_write(by, account)
    _check_member(user, function)
    with acting(by):
        locked(account)
        if AccountMember.objects.filter(account=account, user=user, function=function).exists():
            raise DomainError("member_twice", _("This colleague has that function already."), field="user")
        _make_way(account, function, replace_lead, by)
        _mind_cap(account, user, function, by, reason)
        member = AccountMember.objects.create(
            account=account, user=user, function=function, by=by, responsibilities=responsibilities.strip()[:250]
        )
        record(events.MEMBER_ADDED, account, by=by, data=_member_facts(member))
    return member


def change_member(
    member: AccountMember,
    *,
    by: User | None,
    function: str | None = None,
    responsibilities: str | None = None,
    replace_lead: bool = False,
    reason: str = "",
) -> AccountMember:
    """Change what a colleague does for the account; nothing happens when nothing differs.

    `reason` confirms a lead beyond the cap of the role. In order: CapExcess if so, row, journal
    `account.member_changed` and timeline line when the function changed. Raises PermissionDenied; DomainError
    "unknown_function", "inactive_user", "member_twice", "lead_taken", "cap_exceeded".
    """
    rules.require_write(by, member.account)
    with acting(by):
        locked(member.account)
        before = member.function
        if responsibilities is not None:
            member.responsibilities = responsibilities.strip()[:250]
        if function is not None and function != before:
            _check_member(member.user, function)
            if AccountMember.objects.filter(account=member.account, user=member.user, function=function).exists():
                raise DomainError("member_twice", _("This colleague has that function already."), field="function")
            _make_way(member.account, function, replace_lead, by)
            _mind_cap(member.account, member.user, function, by, reason)
            member.function = function
        member.save(update_fields=["function", "responsibilities"])
        if member.function != before:
            record(events.MEMBER_CHANGED, member.account, by=by, data={**_member_facts(member), "from": before})
    return member


def make_lead(account: Account, *, user: User, by: User | None, reason: str = "") -> AccountMember:
    """`user` leads the account from now on; the lead in place becomes back-up.

    A back-up who takes over keeps no second row. Effects and errors are those of `add_member`.
    """
    spare = AccountMember.objects.filter(account=account, user=user, function=Function.BACK_UP).first()
    if spare is not None:
        return change_member(spare, by=by, function=Function.LEAD, replace_lead=True, reason=reason)
    return add_member(account, by=by, user=user, function=Function.LEAD, replace_lead=True, reason=reason)


def remove_member(member: AccountMember, *, by: User | None) -> None:
    """Take a colleague off the team; anybody may leave a team by themselves.

    In order: row, journal `account.member_removed`, timeline line. Raises PermissionDenied.
    """
    account = member.account
    if by is not None and by.pk != member.user_id:
        rules.require_write(by, account)
    if by is not None and not rules.can_see(by, account):
        raise PermissionDenied("accounts.write")
    with acting(by):
        facts = _member_facts(member)
        member.delete()
        record(events.MEMBER_REMOVED, account, by=by, data=facts)


def tell_new_member(event: Event) -> None:
    """Notify a colleague put on a team by somebody else; a whole portfolio handed over is not told one by one."""
    members = AccountMember.objects.filter(account__in=[event.account_id], user_id=event.data["user"])
    member = members.select_related("user", "account").first()
    if member is None or event.actor is None or event.data.get("handed_over"):
        return
    with translation.override(member.user.language or preferences.get("language")):
        text = _("%(who)s puts you on the team of %(account)s.")
        notify(
            users=[member.user],
            kind="team",
            key=f"team:{event.pk}",
            text=text % {"who": event.actor.full_name, "account": member.account.name},
            url=reverse("account", args=[member.account_id]),
            account_id=member.account_id,
            actor=event.actor,
        )


def _check_member(user: User, function: str) -> None:
    if function not in Function.values:
        raise DomainError("unknown_function", _("Choose one of the functions."), field="function")
    if not user.is_active:
        raise DomainError("inactive_user", _("This colleague no longer has access to Kameo."), field="user")


def _mind_cap(account: Account, user: User, function: str, by: User | None, reason: str) -> None:
    if function == Function.LEAD:
        current = Account.objects.select_related("pulse").get(pk=account.pk)
        lead_limits().check(user, [current], by=by, reason=reason)


def _make_way(account: Account, function: str, replace_lead: bool, by: User | None) -> None:
    lead = AccountMember.objects.filter(account=account, function=Function.LEAD).select_related("user").first()
    if function != Function.LEAD or lead is None:
        return
    if not replace_lead:
        message = _("%(name)s is the lead: give them another function first.") % {"name": lead.user.full_name}
        raise DomainError("lead_taken", message, field="function", name=lead.user.full_name)
    if AccountMember.objects.filter(account=account, user=lead.user, function=Function.BACK_UP).exists():
        lead.delete()
        record(events.MEMBER_REMOVED, account, by=by, data=_member_facts(lead))
        return
    lead.function = Function.BACK_UP
    lead.save(update_fields=["function"])
    record(events.MEMBER_CHANGED, account, by=by, data={**_member_facts(lead), "from": Function.LEAD.value})


def _member_facts(member: AccountMember) -> dict[str, object]:
    return {"user": member.user_id, "user_name": member.user.full_name, "function": str(member.function)}
