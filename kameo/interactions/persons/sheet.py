"""A person's sheet: the clocks with the record behind each, the last interactions; the section of an access request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_aware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kameo.contacts.disclosure.disclosing import register_disclosure
from kameo.contacts.models import Person
from kameo.interactions.enums import ICONS, Direction, InteractionKind, Occasion
from kameo.interactions.queries import PersonInteraction, interactions_with
from kameo.people.models import User

FIRST = 8  # exchanges shown on the sheet
BEHIND = 60  # read, among which the record behind a clock is looked for
PAGE = 20
MOST = 500  # disclosed


@dataclass(frozen=True)
class Clock:
    """`at` counts everything; `behind` is the record, None when it is older or the reader may not read it."""

    label: str
    definition: str
    at: datetime | None
    behind: PersonInteraction | None


def clocks_context(user: User, person: Person, scope: str = "entity") -> dict[str, Any] | None:
    """The clocks card and the last exchanges, of one query. None for a role that nobody is known for."""
    if person.kind == "placeholder":
        return None
    found = interactions_with(person, user, limit=BEHIND)
    pulse = getattr(person, "pulse", None)
    counted = [one for one in found if one.counts]
    ours = next((one for one in counted if one.direction != Direction.IN), None)
    last, theirs = _clock(pulse, "last_contact_at", counted), _clock(pulse, "last_from_them_at", counted)
    return {
        "clocks": [
            Clock(_("Last contact"), _("A call, a mail or a meeting, whoever began; a note is not one (c-18)."), *last),
            Clock(
                _("Last contact from us"),
                _("The last one that we began or that was both ways."),
                ours.at if ours else None,
                ours,
            ),
            Clock(
                _("Last contact from them"),
                _("They began, both sides did, or it was a meeting: keeping their data counts from it (c-18)."),
                *theirs,
            ),
        ],
        "clocks_count": pulse.interactions if pulse else 0,
        "exchanges": found[:FIRST],
        "exchanges_icons": ICONS,
        "exchanges_more": len(found) > FIRST,
    }


def _clock(pulse: Any, name: str, counted: list[PersonInteraction]) -> tuple[datetime | None, PersonInteraction | None]:
    at = getattr(pulse, name, None)
    return at, next((one for one in counted if one.at == at), None)


def interactions_context(user: User, person: Person, *, kind: str, before: str) -> dict[str, Any]:
    """The person's interactions by keyset, filtered by kind."""
    wanted = kind if kind in InteractionKind.values else ""
    found = interactions_with(person, user, kind=wanted, before=_read_cursor(before), limit=PAGE + 1)
    rows, more = found[:PAGE], len(found) > PAGE
    options = [{"label": _("All"), "url": "?", "current": not wanted}]
    options += [
        {"label": one.label, "url": f"?kind={one.value}", "icon": ICONS[one], "current": wanted == one}
        for one in InteractionKind
    ]
    follows = f"{rows[-1].at.isoformat()}~{rows[-1].id}" if more else ""
    return {"exchanges": rows, "exchanges_icons": ICONS, "kind": wanted, "pills": options, "next": follows}


def _read_cursor(text: str) -> tuple[datetime, int] | None:
    moment, _tilde, pk = text.rpartition("~")
    try:
        at = parse_datetime(moment.replace(" ", "+"))
    except ValueError:
        return None
    known = at is not None and is_aware(at) and pk.isascii() and pk.isdecimal() and len(pk) < 19
    return (at, int(pk)) if known and at is not None else None


def interaction_rows(person: Person, viewer: Any) -> list[dict[str, Any]]:
    return [
        {
            _("When"): one.at,
            _("Account"): one.account,
            _("Kind"): str(InteractionKind(one.kind).label),
            _("Occasion"): str(Occasion(one.occasion).label) if one.occasion else "",
            _("Who logged it"): one.author,
            _("Subject"): one.subject,
            _("Text"): one.text,
        }
        for one in interactions_with(person, viewer, limit=MOST)
    ]


register_disclosure(
    "exchanges",
    gettext_lazy("Exchanges in which they took part"),
    why=gettext_lazy("To remember what was said and promised."),
    gather=interaction_rows,
    order=50,
)
