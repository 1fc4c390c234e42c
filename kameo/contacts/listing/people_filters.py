"""What filters the list of people: page, saved views and API read it alike (R74).

Filters by post act together, on one post; apps above add theirs. Nothing is copied: whom a saved view holds follows
from what is known today.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.contacts.enums import Channel, Family, PersonKind, Seniority
from kameo.contacts.models import EmailAddress, OptOut, PersonPulse, Position
from kameo.core import clock
from kameo.core.lists import ChoiceFilter, Criteria, DaysFilter, Filter, ReferenceFilter, SearchFilter
from kameo.core.registry import Store
from kameo.core.text import fold

LONGEST = 3650  # days
Narrow = Callable[[Any, Any, Any], Any]


@dataclass(frozen=True)
class JointFilters:
    """Filters whose values one record must meet together: `narrow(people, user, criteria)` reads `keys`."""

    keys: tuple[str, ...]
    narrow: Callable[[Any, Any, Criteria], Any]


people_filters: Store[Filter] = Store("filters of the list of people")
joint_filters: Store[JointFilters] = Store("filters of people that act together")


def together(people: Any, user: Any, value: Any) -> Any:
    """Of a filter that only acts with others of its `JointFilters`."""
    return people


def held_posts(user: Any, criteria: Criteria) -> Any:
    """The posts that the filters pick, as far as `user` sees: current ones unless former ones are asked for too."""
    held = Position.objects.visible_to(user)
    if not criteria.get("former"):
        held = held.current()
    if criteria.parent is not None:
        place = {"account__lineage__contains": [criteria.parent.pk]}
        held = held.filter(**(place if criteria.group else {"account": criteria.parent}))
    if account_id := criteria.get("account"):
        seen = Account.objects.visible_to(user).filter(pk=account_id)
        held = held.filter(account__in=Account.objects.filter(lineage__contains=[account_id])).filter(Exists(seen))
    if family := criteria.get("family"):
        held = held.filter(family__in=family)
    if level := criteria.get("level"):
        held = held.filter(level__in=level)
    return held


def _by_posts(people: Any, user: Any, criteria: Criteria) -> Any:
    asked = any(criteria.get(key) for key in ("account", "family", "level")) or criteria.parent is not None
    if asked or not criteria.get("former"):
        people = people.filter(pk__in=held_posts(user, criteria).values("person_id"))
    return people


def _people_named(people: Any, user: Any, text: str) -> Any:
    """Words of the name, or of an address."""
    for word in fold(text).split():
        addresses = EmailAddress.objects.filter(person=OuterRef("pk"), address__icontains=word)
        people = people.filter(Q(sort_name__contains=word) | Exists(addresses))
    return people


def _pulse(days: int) -> Exists:
    since = clock.now() - timedelta(days=days)
    return Exists(PersonPulse.objects.filter(person=OuterRef("pk"), last_contact_at__gt=since))


def _reachable(people: Any, user: Any, channels: tuple[str, ...]) -> Any:
    refused = OptOut.objects.filter(person=OuterRef("pk"), lifted_at=None)
    return people.filter(~Exists(refused.filter(channel__in=(*channels, Channel.ALL))))


def _silent_words(days: int) -> str:
    return ngettext("silent for %(num)s day", "silent for %(num)s days", days) % {"num": days}


def _met_words(days: int) -> str:
    return ngettext("met within %(num)s day", "met within %(num)s days", days) % {"num": days}


joint_filters.register("posts", JointFilters(("family", "level", "former", "account"), _by_posts))
_BY_POST: tuple[Filter, ...] = (
    SearchFilter(placeholder=_("Name or e-mail"), apply=_people_named),
    ChoiceFilter(
        key="family", label=_("Function"), any=_("Any function"), choices=Family.choices, bar=True, apply=together
    ),
    ChoiceFilter(
        key="level", label=_("Level"), any=_("Any level"), choices=Seniority.choices, bar=True, apply=together
    ),
    ChoiceFilter(
        key="former",
        label=_("When"),
        any=_("In office"),
        choices=(("1", _("Former positions too")),),
        say=lambda value: gettext("former positions too"),
        bar=True,
        apply=together,
    ),
    ReferenceFilter(
        key="account",
        label=_("Account"),
        say=lambda pk: gettext("one account"),
        when=lambda user: False,
        apply=together,
    ),
)
_BY_CLOCK: tuple[Filter, ...] = (
    ChoiceFilter(key="kind", label=_("Kind"), any=_("Anybody"), choices=PersonKind.choices, typed=PersonKind, one=True),
    DaysFilter(
        key="silent",
        label=_("Silent for, in days"),
        hint=_("Never met included."),
        most=LONGEST,
        note="Days without any contact, never met included.",
        say=_silent_words,
        apply=lambda people, user, days: people.filter(~_pulse(days)),
    ),
    DaysFilter(
        key="met",
        label=_("In contact within, in days"),
        most=LONGEST,
        note="In contact within so many days.",
        say=_met_words,
        apply=lambda people, user, days: people.filter(_pulse(days)),
    ),
    ChoiceFilter(
        key="reachable",
        label=_("Has not refused"),
        any=_("No matter"),
        choices=Channel.choices,
        say=lambda channel: gettext("has not refused: %s") % Channel(channel).label,
        note="A channel that they have not refused.",
        apply=_reachable,
    ),
)
for _order, _some in ((10, _BY_POST), (30, _BY_CLOCK)):
    for _filter in _some:
        people_filters.register(_filter.key, _filter, order=_order)
