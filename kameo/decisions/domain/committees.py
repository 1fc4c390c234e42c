"""Groups that decide at the customer: committees and central purchasing bodies, whom they serve (R27)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.contacts import rules
from kameo.contacts.models import Person
from kameo.core.acting import acting, refuse_unknown_fields
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.decisions import events
from kameo.decisions.enums import CommitteeKind
from kameo.decisions.models import Committee, CommitteeEntity, CommitteeMember

if TYPE_CHECKING:
    from kameo.people.models import User

FIELDS = ("name", "kind", "meets", "note")
LENGTHS = {"name": 120, "meets": 120, "part": 80}


def create_committee(*, account: Account, by: User | None, serves: Iterable[Account] = (), **fields: Any) -> Committee:
    """A committee or a central purchasing body of `account`; `serves` are the other entities it decides for.

    In order: row, entities, journal `committee.created`. Raises PermissionDenied; DomainError "unknown_field",
    "unknown_choice", "name_missing", "too_long", "entity_unknown".
    """
    rules.require_write_at(by, account)
    values = _cleaned(fields)
    with acting(by):
        committee = Committee(account=account, created_by=by, **values)
        _check_name(committee)
        committee.save()
        _serve(committee, serves, by)
        record(events.COMMITTEE_CREATED, committee, by=by, account=account, data={"name": committee.name})
    return committee


def change_committee(
    committee: Committee, *, by: User | None, serves: Iterable[Account] | None = None, **fields: Any
) -> Committee:
    """Set some of FIELDS. `serves` replaces the entities that `by` sees; those they may not see stay.

    In order: row, entities, journal `committee.changed`. Raises as `create_committee`, and "in_bin".
    """
    rules.require_write_at(by, committee.account)
    values = _cleaned(fields)
    with acting(by):
        current = _locked(committee)
        changed = [name for name, value in values.items() if getattr(current, name) != value]
        for name in changed:
            setattr(current, name, values[name])
        _check_name(current)
        if changed:
            current.save(update_fields=changed)
        if serves is not None and _serve(current, serves, by):
            changed.append("serves")
        if changed:
            _record_committee(events.COMMITTEE_CHANGED, current, by, fields=sorted(changed))
    committee.refresh_from_db()
    return committee


def seat_member(committee: Committee, *, person: Person, by: User | None, part: str = "") -> CommitteeMember:
    """Somebody sits there; for somebody who does already, `part` is what they do in it from now on.

    In order: row, journal `committee_member.seated`. Raises PermissionDenied; DomainError "person_unknown" when
    `by` does not see the person, "too_long", "in_bin".
    """
    rules.require_write_at(by, committee.account)
    require_known(person, by)
    words = _short("part", part)
    with acting(by):
        current = _locked(committee)
        member, made = CommitteeMember.objects.get_or_create(committee=current, person=person, defaults={"part": words})
        if made or member.part != words:
            CommitteeMember.objects.filter(pk=member.pk).update(part=words)
            member.part = words
            _record_committee(events.MEMBER_SEATED, current, by, person=person.pk, name=person.full_name, part=words)
    return member


def unseat_member(member: CommitteeMember, *, by: User | None) -> None:
    """They sit there no more; `seat_member` gives back. In order: row, journal `committee_member.left`."""
    committee = member.committee
    rules.require_write_at(by, committee.account)
    with acting(by):
        _record_committee(events.MEMBER_LEFT, committee, by, person=member.person_id, name=member.person.full_name)
        member.delete()


def require_known(person: Person, by: User | None) -> None:
    """DomainError "person_unknown" for somebody whom `by` does not see; the system sees everybody."""
    seen = Person.objects.visible_to(by) if by is not None else Person.objects.present()
    if not seen.filter(pk=person.pk).exists():
        raise DomainError("person_unknown", _("Choose somebody whom you see."), field="person")


def _serve(committee: Committee, accounts: Iterable[Account], by: User | None) -> bool:
    """Replace the entities served that `by` sees; True when something changed."""
    wanted = {account.pk for account in accounts} - {committee.account_id}
    seen = Account.objects.visible_to(by) if by is not None else Account.objects.present()
    if wanted - set(seen.filter(pk__in=wanted).values_list("pk", flat=True)):
        raise DomainError("entity_unknown", _("Choose entities that you see."), field="serves")
    rows = CommitteeEntity.objects.filter(committee=committee, account__in=seen)
    kept = set(rows.values_list("account_id", flat=True))
    rows.exclude(account_id__in=wanted).delete()
    CommitteeEntity.objects.bulk_create(
        CommitteeEntity(committee=committee, account_id=account_id) for account_id in sorted(wanted - kept)
    )
    return wanted != kept


def _cleaned(fields: Mapping[str, Any]) -> dict[str, Any]:
    refuse_unknown_fields(fields, FIELDS)
    values = {name: _short(name, value) for name, value in fields.items()}
    if "kind" in values and values["kind"] not in CommitteeKind.values:
        raise DomainError("unknown_choice", _("Choose one of the list."), field="kind")
    return values


def _short(name: str, value: Any) -> str:
    text = str(value or "").strip() if name == "note" else " ".join(str(value or "").split())
    if len(text) > LENGTHS.get(name, 100_000):
        raise DomainError("too_long", _("This is too long."), field=name)
    return text


def _check_name(committee: Committee) -> None:
    if not committee.name:
        raise DomainError("name_missing", _("Give the committee a name."), field="name")


def _locked(committee: Committee) -> Committee:
    rows = Committee.objects.select_for_update(of=("self",)).select_related("account")
    current = rows.get(pk=committee.pk)
    if current.binned_at is not None:
        raise DomainError("in_bin", _("This committee is in the bin: restore it first."))
    return current


def _record_committee(event: str, committee: Committee, by: User | None, **data: Any) -> None:
    account_id = committee.account_id
    record(event, committee, by=by, account=account_id, data={"committee": committee.name, **data})
