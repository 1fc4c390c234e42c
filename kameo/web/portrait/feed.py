"""The thread of an account: lines fetched by keyset, grouped under days, weeks and months (R33, R36)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from babel.dates import format_date
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import get_language, gettext_lazy, pgettext
from django.utils.translation import gettext as _

from kameo.accounts.timeline import entries
from kameo.accounts.timeline.entries import Place, TimelineLine
from kameo.accounts.timeline.words import say
from kameo.core import clock
from kameo.core.ui import formats
from kameo.interactions import queries, rules
from kameo.interactions.timeline import writing
from kameo.people.enums import Right
from kameo.people.models import User

PAGE = 20
# What the pills offer: several kinds of line may share one.
FILTERS: dict[str, tuple[Any, str, tuple[str, ...]]] = {
    "mail": (gettext_lazy("E-mails"), "mail", ("mail",)),
    "call": (gettext_lazy("Calls"), "phone", ("call",)),
    "meeting": (gettext_lazy("Meetings"), "calendar", ("meeting",)),
    "note": (gettext_lazy("Notes"), "note", ("note",)),
    "invoice": (gettext_lazy("Invoices"), "invoice", ("invoice", "credit_note")),
    "document": (gettext_lazy("Documents"), "document", ("document",)),
    "life": (gettext_lazy("Life of the account"), "history", ("status", "team", "structure", "class")),
}


@dataclass(frozen=True)
class FeedEvent:
    """A line as the page draws it."""

    line: TimelineLine
    said: dict[str, Any]
    actor: str
    when: str
    iso: str
    where: str  # the entity, when the thread mixes several
    may_change: bool
    persons: list[tuple[int, str]]  # of the customer, whom the reader sees
    colleagues: list[str]


@dataclass(frozen=True)
class Feed:
    """`groups` are (heading, events); `next` is the place where the following page starts, "" at the end."""

    groups: list[tuple[str, list[FeedEvent]]]
    next: str
    kind: str
    total: int = 0


def read_feed(user: User, account: Any, *, kind: str = "", before: str = "", place: Place | None = None) -> Feed:
    """One page of the thread in the account's scope; one query."""
    kinds = FILTERS[kind][2] if kind in FILTERS else None
    start = place or read_place(before)
    found = entries.entries_for(user, account, scope=account.scope, kinds=kinds, before=start, limit=PAGE + 1)
    page, more = found[:PAGE], len(found) > PAGE
    # A document that came with an interaction shows on the interaction's own line.
    shown = [line for line in page if kind or not line.data.get("with")]
    events = feed_events(shown, user, account, lead=_leads(user, account))
    return Feed(_grouped(events), write_place(page[-1].place) if more else "", kind)


def write_place(place: Place) -> str:
    return f"{place[0].isoformat()}~{place[1]}"


def read_place(text: str) -> Place | None:
    """The place in the address, None when it is not one of ours."""
    moment, _tilde, pk = text.rpartition("~")
    try:
        at = parse_datetime(moment.replace(" ", "+"))
    except ValueError:
        at = None
    return (at, int(pk)) if at is not None and timezone.is_aware(at) and pk.isascii() and pk.isdecimal() else None


def kind_filters(kinds: dict[str, int], current: str, address: str) -> list[dict[str, Any]]:
    """The filters that would show something, with their counts; `address` ends where the kind goes."""
    everything = sum(kinds.values())
    options = [{"label": _("All"), "url": address.removesuffix("&kind="), "count": everything, "current": not current}]
    for key, (label, icon, members) in FILTERS.items():
        number = sum(kinds.get(member, 0) for member in members)
        if number or key == current:
            options.append(
                {"label": label, "icon": icon, "url": address + key, "count": number, "current": key == current}
            )
    return options


def feed_events(
    found: Iterable[TimelineLine], user: User, account: Any = None, *, lead: bool = False
) -> list[FeedEvent]:
    """Lines as they are shown; `account` is the page they are on, whose name goes without saying."""
    ours, found = bool(rules.kinds_for(user)), list(found)
    names = queries.names_of(user, _data_ids(found, "persons"), _data_ids(found, "colleagues"))
    return [_event(line, user, account.pk if account else None, ours, lead, names) for line in found]


def _data_ids(found: list[TimelineLine], name: str) -> set[int]:
    return {pk for line in found for pk in line.data.get(name, ())}


def _event(
    line: TimelineLine, user: User, here: int | None, ours: bool, lead: bool, names: dict[tuple[str, int], str]
) -> FeedEvent:
    me = line.actor_id == user.pk
    said = say(line, me)
    persons = [(pk, names["person", pk]) for pk in line.data.get("persons", ()) if ("person", pk) in names]
    return FeedEvent(
        line=line,
        said=said,
        actor=said.get("actor") or (pgettext("subject", "You") if me else line.actor_name or _("Kameo")),
        when=_when(line),
        iso=line.at.isoformat(),
        where=line.account_name if line.account_id != here else "",
        may_change=line.source == writing.INTERACTION and ours and (me or lead),
        persons=persons,
        colleagues=[names.get(("colleague", pk), "") for pk in line.data.get("colleagues", ())],
    )


def _leads(user: User, account: Any) -> bool:
    return user.can(Right.SEE_CONFIDENTIAL) or any(
        member["id"] == user.pk and member["function"] == "lead" for member in account.team
    )


def _when(line: TimelineLine) -> str:
    at, today = timezone.localtime(line.at), clock.today()
    if line.data.get("day_only") or line.data.get("on"):
        return formats.date_short(at)
    if at.date() >= today - timedelta(days=1):
        return formats.clock_time(at)
    if at.date() >= _monday(today) - timedelta(days=7):
        return f"{format_date(at.date(), 'EEE', locale=get_language() or 'fr')} {formats.clock_time(at)}"
    return formats.date_short(at)


def _grouped(events: list[FeedEvent]) -> list[tuple[str, list[FeedEvent]]]:
    groups: list[tuple[str, list[FeedEvent]]] = []
    today = clock.today()
    for event in events:
        title = _day_heading(event.line.at, today)
        if not groups or groups[-1][0] != title:
            groups.append((title, []))
        groups[-1][1].append(event)
    return groups


def _day_heading(at: datetime, today: date) -> str:
    day = timezone.localtime(at).date()
    if day > today:
        return _("To come")
    if day == today:
        return _("Today")
    if day == today - timedelta(days=1):
        return _("Yesterday")
    if day >= _monday(today):
        return _("Earlier this week")
    if day >= _monday(today) - timedelta(days=7):
        return _("Last week")
    month = formats.month(day) if day.year != today.year else format_date(day, "MMMM", locale=get_language() or "fr")
    if (day.year, day.month) == (today.year, today.month):
        return _("Earlier in %(month)s") % {"month": month}
    return month[:1].upper() + month[1:]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
