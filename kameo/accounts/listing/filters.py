"""The filters of the list of accounts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from babel import Locale
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from pydantic import Field as Described

from kameo.accounts.enums import AccountClass, Function, Kind, Status
from kameo.accounts.listing import conditions, facets, rows
from kameo.accounts.listing.conditions import RATED, attributes, concerns
from kameo.accounts.names.lookup import found_by
from kameo.core.kinds import MomentKind, MoneyKind
from kameo.core.lists import (
    ChoiceFilter,
    DaysFilter,
    Filter,
    RangeFilter,
    SearchFilter,
    SwitchFilter,
    TagsFilter,
    TextFilter,
)
from kameo.core.lists.filters import Words, clean_text
from kameo.core.ui import formats
from kameo.people.models import Team, User
from kameo.people.picking.colleague import colleague_labels

SOURCES: dict[str, Any] = {
    "computed": _("Class computed"),
    "accepted": _("Class accepted by a director"),
    "overridden": _("Class overridden by a director"),
}
LEADS: dict[str, Any] = {"me": _("Led by me"), "nobody": _("Without a lead"), "any": _("With a lead")}


@dataclass(frozen=True, kw_only=True)
class LeadFilter(Filter):
    """Who leads: "me", "any", "nobody" or a user's id."""

    control: ClassVar[str] = "options"

    def read(self, params: Any) -> Any:
        raw = clean_text(params.get(self.key, ""))
        return raw if raw in LEADS or (raw.isascii() and raw.isdigit() and len(raw) < 10) else None

    def narrow(self, accounts: Any, user: Any, value: Any) -> Any:
        if value in {"nobody", "any"}:
            return accounts.filter(lead_member__isnull=value == "nobody")
        return accounts.filter(lead_member__user_id=user.pk if value == "me" else int(value))

    def words(self, value: Any, facts: Mapping[str, Any]) -> Iterator[Words]:
        known = gettext("Led by %(name)s") % {"name": facts.get("lead_name") or gettext("a colleague")}
        yield (self.key,), str(LEADS.get(value, known))

    def options(self, value: Any, facts: Mapping[str, Any]) -> list[tuple[str, str]]:
        """A colleague chosen elsewhere stays there even when nothing was found."""
        offered = [("", gettext("Any lead")), *((key, str(words)) for key, words in LEADS.items())]
        chosen = str(value or "")
        return [*offered, (chosen, facts.get("lead_name") or gettext("A colleague"))] if chosen.isdigit() else offered

    def shape(self) -> dict[str, tuple[Any, Any]]:
        pattern, note = r"^(me|any|nobody|[0-9]{1,9})?$", "me, any, nobody or a colleague's id."
        return {self.key: (str, Described("", pattern=pattern, description=note))}


def _held() -> list[tuple[str, Any]]:
    return [(key, words) for key, (words, _condition) in attributes.items()]


def _held_type() -> Any:
    return Literal[tuple(attributes.keys())]


def _concern_type() -> Any:
    return Literal[tuple(concerns.keys())]


def _concerned() -> list[tuple[str, Any]]:
    return [(key, one.label) for key, one in concerns.items()]


def country_name(code: str) -> str:
    """The country's name in the reader's language; the code itself when it is not one."""
    return str(Locale((translation.get_language() or "fr")[:2]).territories.get(code, code)) if code else ""


class CountryFilter(TextFilter):
    def read(self, params: Any) -> Any:
        return clean_text(params.get(self.key, "")).upper()[:2] or None


def _team_names(user: Any) -> Sequence[str]:
    return list(Team.objects.values_list("name", flat=True))


def _colleague_names(user: Any) -> Sequence[str]:
    return list(colleague_labels(User.objects.active()).values())


_SEARCH = SearchFilter(
    placeholder=_("Name, other name, number"), apply=lambda accounts, user, text: accounts.filter(pk__in=found_by(text))
)
_BAR: tuple[Filter, ...] = (
    ChoiceFilter(key="status", label=_("Status"), any=_("Any status"), choices=Status.choices, typed=Status, bar=True),
    ChoiceFilter(
        key="class",
        label=_("Class"),
        any=_("Any class"),
        choices=AccountClass.choices,
        typed=AccountClass,
        bar=True,
        apply=lambda accounts, user, values: accounts.filter(conditions.by_class(values)),
    ),
    LeadFilter(key="lead", label=_("Lead"), bar=True),
)
_PEOPLE: tuple[Filter, ...] = (
    TextFilter(
        key="owner",
        label=_("Led by"),
        say=lambda name: gettext("Led by %(name)s") % {"name": name},
        suggest=_colleague_names,
        note="Words of the lead's name.",
        apply=lambda accounts, user, text: accounts.filter(conditions.led_by_words(text)),
    ),
    TextFilter(
        key="team",
        label=_("Team of the lead"),
        say=lambda name: gettext("Team %(name)s") % {"name": name},
        limit=80,
        suggest=_team_names,
        note="Name of a team of the lead.",
        apply=lambda accounts, user, name: accounts.filter(
            conditions.member(function=Function.LEAD, user__teams__name__iexact=name)
        ),
    ),
)
_FACTS: tuple[Filter, ...] = (
    ChoiceFilter(
        key="source",
        label=_("Class decided"),
        choices=tuple(SOURCES.items()),
        typed=Literal["computed", "accepted", "overridden"],
        apply=lambda accounts, user, values: accounts.filter(conditions.by_source(values)),
    ),
    ChoiceFilter(key="kind", label=_("Kind"), any=_("Any kind"), choices=Kind.choices, typed=Kind),
    TextFilter(key="sector", label=_("Sector"), exact=True, say=str, suggest=facets.sectors),
    CountryFilter(
        key="country",
        label=_("Country code"),
        exact=True,
        limit=2,
        say=country_name,
        suggest=facets.countries,
        attrs={"maxlength": "2"},
    ),
    TagsFilter(key="tag", path="tags", label=_("Tag"), say=str, suggest=facets.tags),
    ChoiceFilter(
        key="has",
        label=_("Has"),
        any=_("Anything"),
        choices=_held,
        typed=_held_type,
        say=lambda key: gettext("Has %(thing)s") % {"thing": attributes[key][0]},
        apply=lambda accounts, user, keys: accounts.filter(conditions.all_of(keys, lambda key: attributes[key][1]())),
    ),
    ChoiceFilter(
        key="lacks",
        label=_("Has not"),
        any=_("Nothing"),
        choices=_held,
        typed=_held_type,
        say=lambda key: gettext("Has not %(thing)s") % {"thing": attributes[key][0]},
        apply=lambda accounts, user, keys: accounts.filter(
            conditions.all_of(keys, lambda key: attributes[key][1](), lacking=True)
        ),
    ),
    ChoiceFilter(
        key="unrated",
        label=_("Not rated"),
        choices=tuple((key, words) for key, (words, _condition) in RATED.items()),
        typed=Literal["scorecard", "alignment"],
        apply=lambda accounts, user, keys: accounts.filter(conditions.all_of(keys, lambda key: RATED[key][1]())),
    ),
    ChoiceFilter(
        key="concern",
        label=_("Who decides"),
        choices=_concerned,
        typed=_concern_type,
        note="What the decision map says is worth a look.",
        apply=lambda accounts, user, keys: accounts.filter(
            conditions.all_of(keys, lambda key: concerns[key].condition())
        ),
    ),
)
_SWITCHES: tuple[Filter, ...] = (
    SwitchFilter(key="watched", label=_("On the watch-list")),
    SwitchFilter(
        key="uncovered",
        label=_("Nobody answers for it"),
        apply=lambda accounts, user, on: accounts.filter(conditions.uncovered()),
    ),
    SwitchFilter(
        key="overdue",
        label=_("Past its cadence"),
        apply=lambda accounts, user, on: accounts.filter(conditions.overdue()),
    ),
    SwitchFilter(
        key="roots", label=_("Top of the tree only"), apply=lambda accounts, user, on: rows.tops(accounts, user)
    ),
)
FILTERS: tuple[Filter, ...] = (
    _SEARCH,
    *_BAR,
    *_PEOPLE,
    *_FACTS,
    DaysFilter(
        key="silent",
        label=_("Days without a contact"),
        say=lambda days: gettext("No contact for %(days)s") % {"days": formats.days_in_words(days)},
        apply=lambda accounts, user, days: accounts.filter(conditions.silent(days)),
    ),
    RangeFilter(key="revenue", label=_("Revenue"), type=MoneyKind(), path="pulse__tree_revenue_12m"),
    RangeFilter(key="potential", label=_("Potential"), type=MoneyKind()),
    RangeFilter(key="contact", label=_("Last contact"), type=MomentKind(), path="pulse__tree_last_contact_at"),
    RangeFilter(key="created", label=_("Created"), type=MomentKind(), path="created_at"),
    *_SWITCHES,
)
