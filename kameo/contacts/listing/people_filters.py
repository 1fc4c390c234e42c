"""What filters the list of people: its address, segments and the API read it alike (R74).

Filters by post (POSTS) are read here; further ones are registered, by this app (what the person and their clocks say)
and by apps above. Nothing is copied: who is in a segment follows from what is known today.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kameo.contacts.enums import Channel, Family, PersonKind, Seniority
from kameo.contacts.models import OptOut, PersonPulse
from kameo.core import clock
from kameo.core.registry import Store

if TYPE_CHECKING:
    from kameo.people.models import User

LONGEST = 3650  # days
POSTS = ("q", "family", "level", "former", "account")


@dataclass(frozen=True)
class FilterField:
    """A field of the page of filters; a number where there are no `options`."""

    name: str
    label: str
    options: Sequence[tuple[str, Any]] = ()
    hint: str | None = None


@dataclass(frozen=True)
class PeopleFilter:
    """Filters that belong together: `names` are their parameters in an address.

    `read(name, text)` gives the value as an address writes it, "" for what filters nothing. `narrow(people, user,
    given)` cuts a queryset of Person down by those given. `words()` gives a function of name and value that says them
    as people read them; `fields(given)` gives what to fill in. Both make one query at most.
    """

    names: tuple[str, ...]
    read: Callable[[str, str], str]
    narrow: Callable[[Any, User, Mapping[str, str]], Any]
    words: Callable[[], Callable[[str, str], str]]
    fields: Callable[[Mapping[str, str]], list[FilterField]]


people_filters: Store[PeopleFilter] = Store("filters of the list of people")


def further_names() -> tuple[str, ...]:
    """Of the registered filters, in order."""
    return tuple(name for one in people_filters for name in one.names)


def filter_names() -> tuple[str, ...]:
    return (*POSTS, *further_names())


def read_further(address_state: Mapping[str, Any]) -> dict[str, str]:
    """The registered filters of `address_state`, as an address writes them; what filters nothing is left out."""
    given = {}
    for one in people_filters:
        for name in one.names:
            value = one.read(name, str(address_state.get(name) or "").replace("\x00", "")[:40])
            if value:
                given[name] = value
    return given


def filters_of(address_state: Mapping[str, Any]) -> dict[str, str]:
    """What of `address_state` filters the list, as an address writes it; what means nothing is left out."""
    given = {name: str(address_state.get(name) or "").replace("\x00", "").strip()[:120] for name in POSTS}
    given["family"] = given["family"] if given["family"] in Family.values else ""
    given["level"] = given["level"] if given["level"] in Seniority.values else ""
    given["former"] = "1" if given["former"] == "1" else ""
    given["account"] = given["account"] if given["account"].isdecimal() and len(given["account"]) < 19 else ""
    return {name: value for name, value in given.items() if value} | read_further(address_state)


def narrow(people: Any, user: User, given: Mapping[str, str]) -> Any:
    """`people`, a queryset of Person, cut down by the registered filters that are given."""
    for one in people_filters:
        mine = {name: given[name] for name in one.names if given.get(name)}
        if mine:
            people = one.narrow(people, user, mine)
    return people


def number_of(text: str, most: int) -> str:
    """A number of `text` of at most `most`, "" for 0 and for what is none."""
    number = min(int(text), most) if text.isdecimal() and len(text) < 6 else 0
    return str(number) if number else ""


def _read_person_filter(name: str, text: str) -> str:
    if name in {"silent", "met"}:
        return number_of(text, LONGEST)
    values = {"kind": PersonKind.values, "reachable": Channel.values}[name]
    return text if text in values else ""


def _narrow_by_person_filters(people: Any, user: User, given: Mapping[str, str]) -> Any:
    if "kind" in given:
        people = people.filter(kind=given["kind"])
    pulse = PersonPulse.objects.filter(person=OuterRef("pk"))
    if "silent" in given:
        since = clock.now() - timedelta(days=int(given["silent"]))
        people = people.filter(~Exists(pulse.filter(last_contact_at__gt=since)))
    if "met" in given:
        since = clock.now() - timedelta(days=int(given["met"]))
        people = people.filter(Exists(pulse.filter(last_contact_at__gt=since)))
    if "reachable" in given:
        refused = OptOut.objects.filter(person=OuterRef("pk"), lifted_at=None)
        refused = refused.filter(Q(channel=given["reachable"]) | Q(channel=Channel.ALL))
        people = people.filter(~Exists(refused))
    return people


def _person_filter_words(name: str, value: str) -> str:
    if name == "kind":
        return str(PersonKind(value).label)
    if name == "reachable":
        return _("has not refused: %s") % Channel(value).label
    days = int(value)
    if name == "silent":
        return ngettext("silent for %(num)s day", "silent for %(num)s days", days) % {"num": days}
    return ngettext("met within %(num)s day", "met within %(num)s days", days) % {"num": days}


def _person_filter_fields(given: Mapping[str, str]) -> list[FilterField]:
    return [
        FilterField("kind", _("Kind"), [("", _("Anybody")), *PersonKind.choices]),
        FilterField("silent", _("Silent for, in days"), hint=_("Never met included.")),
        FilterField("met", _("In contact within, in days")),
        FilterField("reachable", _("Has not refused"), [("", _("No matter")), *Channel.choices]),
    ]


people_filters.register(
    "person",
    PeopleFilter(
        ("kind", "silent", "met", "reachable"),
        _read_person_filter,
        _narrow_by_person_filters,
        lambda: _person_filter_words,
        _person_filter_fields,
    ),
    order=20,
)
