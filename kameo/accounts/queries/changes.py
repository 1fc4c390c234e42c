"""Who changed what on an account, when, from which value to which: the Changes tab, "since my last visit"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.apps import apps
from django.db.models import F
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kameo.accounts import events
from kameo.accounts.enums import Function
from kameo.accounts.models import Account
from kameo.accounts.models.account import FIELDS
from kameo.core.authorship import Origin
from kameo.core.journal.models import Event
from kameo.people.models import User

SHOWN = (*FIELDS[:3], "parent", "confidential", "status", *FIELDS[3:], "binned_at")
PARTS = {
    "identifiers": _("identifiers"),
    "addresses": _("addresses"),
    "aliases": _("other names"),
    "mail_domains": _("mail domains"),
}
MEMBERS = (events.MEMBER_ADDED, events.MEMBER_REMOVED, events.MEMBER_CHANGED, events.HANDED_OVER)


@dataclass(frozen=True)
class AccountFieldChange:
    """One field that changed. `user_id` is None for the system, `client` where nobody said through which client.

    `old` and `new` are values as stored (Decimal, bool, date, list, text) or already words for choices, places
    and lists of parts; `field` is stable, `label` for people.
    """

    at: datetime
    user_id: int | None
    user_name: str
    client: Origin | None
    field: str
    label: str
    old: Any
    new: Any


def changes_for(
    account: Account, *, since: datetime | None = None, before: datetime | None = None, limit: int = 100
) -> list[AccountFieldChange]:
    """The newest changes of the account, newest first; `since` and `before` bound them, both left out.

    Fields come from the field history, which sees every write; the team and the lists of numbers, names and
    addresses from the journal. The creation is not a change. The caller has checked that the reader sees it.
    """
    found = [*_field_changes(account, since, before, limit), *_parts(account, since, before, limit)]
    found.sort(key=lambda one: one.at, reverse=True)
    return _with_looked_up_names(found[:limit])


def _field_changes(
    account: Account, since: datetime | None, before: datetime | None, limit: int
) -> Iterator[AccountFieldChange]:
    """Each kept row is the account before a change: the next newer one, or the account, is what it became."""
    model: Any = apps.get_model("accounts", "AccountEvent")
    columns = [model._meta.get_field(name).attname for name in SHOWN]
    rows = model.objects.filter(pgh_obj_id=account.pk).order_by("-pgh_id")
    rows = rows.values("pgh_created_at", *columns, context=F("pgh_context__metadata"))
    newest = Account.objects.values(*columns).get(pk=account.pk)
    if before is not None:
        newest = rows.filter(pgh_created_at__gte=before).order_by("pgh_id").first() or newest
        rows = rows.filter(pgh_created_at__lt=before)
    if since is not None:
        rows = rows.filter(pgh_created_at__gt=since)
    for newer, older in pairwise([newest, *rows[:limit]]):
        context = older["context"] or {}
        for name, column in zip(SHOWN, columns, strict=True):
            if older[column] != newer[column]:
                yield _field_change(older["pgh_created_at"], context, name, older[column], newer[column])


def _parts(
    account: Account, since: datetime | None, before: datetime | None, limit: int
) -> Iterator[AccountFieldChange]:
    rows = Event.objects.filter(account_id=account.pk, type__in=[events.CHANGED, *MEMBERS])
    if since is not None:
        rows = rows.filter(at__gt=since)
    if before is not None:
        rows = rows.filter(at__lt=before)
    for event in rows.order_by("-pk")[:limit]:
        origin = Origin.read(event.origin)
        if event.type in MEMBERS:
            yield _member(event, origin)
        elif (part := next(iter(event.data.get("fields", [])), "")) in PARTS:
            old, new = ", ".join(event.data.get("removed", [])), ", ".join(event.data.get("added", []))
            yield AccountFieldChange(event.at, event.actor_id, "", origin, part, str(PARTS[part]), old, new)


def _member(event: Event, origin: Origin | None) -> AccountFieldChange:
    name, function = event.data["user_name"], event.data["function"]
    if event.type == events.HANDED_OVER:
        label = gettext("team: %(name)s") % {"name": _function(function)}
        return AccountFieldChange(event.at, event.actor_id, "", origin, "team", label, event.data["from_name"], name)
    words = {events.MEMBER_ADDED: ("", function), events.MEMBER_REMOVED: (function, "")}
    old, new = words.get(event.type, (event.data.get("from", ""), function))
    label = gettext("team: %(name)s") % {"name": name}
    return AccountFieldChange(event.at, event.actor_id, "", origin, "team", label, _function(old), _function(new))


def _function(key: str) -> str:
    return str(Function(key).label) if key in Function.values else key


def _field_change(at: datetime, context: dict[str, Any], name: str, old: Any, new: Any) -> AccountFieldChange:
    field: Any = Account._meta.get_field(name)
    words = {key: str(label) for key, label in getattr(field, "flatchoices", None) or []}
    label = _("in the bin") if name == "binned_at" else field.verbose_name
    return AccountFieldChange(
        at=at,
        user_id=context.get("user"),
        user_name="",
        client=Origin.read(context.get("client")),
        field=name,
        label=str(label),
        old=words.get(old, old) if words else old,
        new=words.get(new, new) if words else new,
    )


def _with_looked_up_names(changes: Iterable[AccountFieldChange]) -> list[AccountFieldChange]:
    """With the names of colleagues and of parents, in two queries at most."""
    changes = list(changes)
    users = {one.user_id for one in changes if one.user_id}
    parents = {pk for one in changes if one.field == "parent" for pk in (one.old, one.new) if pk}
    people = {user.pk: user.full_name for user in User.objects.filter(pk__in=users)} if users else {}
    places = dict(Account.objects.filter(pk__in=parents).values_list("pk", "name")) if parents else {}
    return [
        replace(
            one,
            user_name=people.get(one.user_id or 0, ""),
            **{side: places.get(getattr(one, side), "") for side in ("old", "new") if one.field == "parent"},
        )
        for one in changes
    ]
