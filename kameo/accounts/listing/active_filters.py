"""The words for the conditions in force: one active filter each, with the address without it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from babel import Locale
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kameo.accounts.enums import AccountClass, Kind, Status
from kameo.accounts.listing import AccountCriteria
from kameo.accounts.listing.address import ListState
from kameo.accounts.listing.conditions import RATED, attributes, concerns
from kameo.core.money import reporting_currency
from kameo.core.ui import formats

SOURCES: dict[str, Any] = {
    "computed": gettext_lazy("Class computed"),
    "accepted": gettext_lazy("Class accepted by a director"),
    "overridden": gettext_lazy("Class overridden by a director"),
}
LEADS: dict[str, Any] = {
    "me": gettext_lazy("Led by me"),
    "nobody": gettext_lazy("Without a lead"),
    "any": gettext_lazy("With a lead"),
}
SWITCHES: dict[str, Any] = {
    "roots": gettext_lazy("Top of the tree only"),
    "watched": gettext_lazy("On the watch-list"),
    "uncovered": gettext_lazy("Nobody answers for it"),
    "overdue": gettext_lazy("Past its cadence"),
}
Part = str | tuple[str, str]


@dataclass(frozen=True)
class ActiveFilter:
    """One condition in force, and the address without it."""

    label: str
    url: str


def active(state: ListState, lead_name: str = "") -> list[ActiveFilter]:
    """The conditions in force, each with what removes it alone."""
    shown = [*_filters_in_words(state.criteria, lead_name), *_ranges(state.criteria)]
    return [ActiveFilter(label, _without(state, parts)) for parts, label in shown if label]


def _without(state: ListState, parts: tuple[Part, ...]) -> str:
    """The address still says how to sort: an empty one would be the reader's default view."""
    return state.query(without=parts, sort=state.order)


def _filters_in_words(criteria: AccountCriteria, lead_name: str) -> Iterator[tuple[tuple[Part, ...], str]]:
    yield ("q",), _("“%(text)s”") % {"text": criteria.text} if criteria.text else ""
    for key, values, words in (
        ("status", criteria.statuses, dict(Status.choices)),
        ("class", criteria.classes, dict(AccountClass.choices)),
        ("source", criteria.sources, SOURCES),
        ("kind", criteria.kinds, dict(Kind.choices)),
    ):
        for value in values:
            yield ((key, value),), str(words[value])
    yield ("lead",), lead_words(criteria.lead, lead_name)
    yield ("owner",), _("Led by %(name)s") % {"name": criteria.owner} if criteria.owner else ""
    yield ("team",), _("Team %(name)s") % {"name": criteria.team} if criteria.team else ""
    yield ("sector",), criteria.sector
    yield ("country",), country_name(criteria.country)
    for tag in criteria.tags:
        yield (("tag", tag),), tag
    for key, label in SWITCHES.items():
        yield (key,), str(label) if getattr(criteria, key) else ""
    for value in criteria.has:
        yield (("has", value),), _("Has %(thing)s") % {"thing": attributes[value][0]}
    for value in criteria.lacks:
        yield (("lacks", value),), _("Has not %(thing)s") % {"thing": attributes[value][0]}
    for value in criteria.unrated:
        yield (("unrated", value),), str(RATED[value][0])
    for value in criteria.concerns:
        yield (("concern", value),), str(concerns[value].label)


def _ranges(criteria: AccountCriteria) -> Iterator[tuple[tuple[Part, ...], str]]:
    """An interval is one condition: one chip, removed whole."""
    currency = reporting_currency()

    def money(bound: Any) -> str:
        return str(formats.money(bound, currency))

    yield _range(
        "revenue",
        criteria.revenue_from,
        criteria.revenue_to,
        money,
        _("Revenue from %(low)s to %(high)s"),
        _("Revenue from %(low)s"),
        _("Revenue up to %(high)s"),
    )
    yield _range(
        "potential",
        criteria.potential_from,
        criteria.potential_to,
        money,
        _("Potential from %(low)s to %(high)s"),
        _("Potential from %(low)s"),
        _("Potential up to %(high)s"),
    )
    yield _range(
        "contact",
        criteria.contact_from,
        criteria.contact_to,
        _day_in_words,
        _("Last contact from %(low)s to %(high)s"),
        _("Last contact since %(low)s"),
        _("Last contact up to %(high)s"),
    )
    yield _range(
        "created",
        criteria.created_from,
        criteria.created_to,
        _day_in_words,
        _("Created from %(low)s to %(high)s"),
        _("Created since %(low)s"),
        _("Created up to %(high)s"),
    )
    if criteria.silent_days:
        yield ("silent",), _("No contact for %(days)s") % {"days": formats.days_in_words(criteria.silent_days)}


def _range(
    name: str, low: Any, high: Any, shown: Any, both: str, since: str, until: str
) -> tuple[tuple[Part, ...], str]:
    parts = (f"{name}_from", f"{name}_to")
    if low is None and high is None:
        return parts, ""
    words = {"low": shown(low) if low is not None else "", "high": shown(high) if high is not None else ""}
    return parts, (until if low is None else since if high is None else both) % words


def _day_in_words(day: date) -> str:
    return str(formats.date_long(day))


def lead_words(lead: str, name: str = "") -> str:
    if not lead:
        return ""
    if lead in LEADS:
        return str(LEADS[lead])
    return _("Led by %(name)s") % {"name": name or _("a colleague")}


def country_name(code: str) -> str:
    """The country's name in the reader's language; the code itself when it is not one."""
    return str(Locale((translation.get_language() or "fr")[:2]).territories.get(code, code)) if code else ""
