"""Filters of the list of people by their ratings, read on the maps that the reader sees (R74)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from kameo.contacts.listing.people_filters import FilterField, PeopleFilter, number_of
from kameo.decisions.enums import Stance, TermList
from kameo.decisions.models import Stake
from kameo.decisions.terms.words import read_term_words

if TYPE_CHECKING:
    from kameo.people.models import User

# Parameter of the address → field of Stake that holds codes of the list.
LISTS = {
    "role": ("roles", TermList.ROLE),
    "motivation": ("motivations", TermList.MOTIVATION),
    "topic": ("topics", TermList.TOPIC),
}


def _read_rating_filter(name: str, text: str) -> str:
    if name == "influence":
        return number_of(text, 5)
    if name == "stance":
        return text if text in Stance.values else ""
    return text


def _narrow_by_ratings(people: Any, user: User, given: Mapping[str, str]) -> Any:
    """Those who carry all of it at once, on one map."""
    stakes = Stake.objects.visible_to(user)
    for name, (column, _list) in LISTS.items():
        if name in given:
            stakes = stakes.filter(**{f"{column}__contains": [given[name]]})
    if "stance" in given:
        stakes = stakes.filter(stance=given["stance"])
    if "influence" in given:
        stakes = stakes.filter(influence__gte=int(given["influence"]))
    return people.filter(Exists(stakes.filter(person=OuterRef("pk"))))


def _rating_filter_words() -> Callable[[str, str], str]:
    terms = read_term_words()

    def say(name: str, value: str) -> str:
        if name == "stance":
            return str(Stance(value).label)
        if name == "influence":
            return _("influence from %s") % value
        return terms.name(LISTS[name][1], value)

    return say


def _rating_filter_fields(given: Mapping[str, str]) -> list[FilterField]:
    terms = read_term_words()

    def offered(name: str) -> list[tuple[str, str]]:
        return terms.offered(LISTS[name][1], [given[name]])

    influences = [("5", "5"), ("4", _("4 and more")), ("3", _("3 and more")), ("2", _("2 and more")), ("1", _("rated"))]
    return [
        FilterField("role", _("Decision role"), [("", _("Any role")), *offered("role")]),
        FilterField("influence", _("Influence"), [("", _("Any influence")), *influences]),
        FilterField("stance", _("Position"), [("", _("Any position")), *Stance.choices]),
        FilterField("motivation", _("Motivation"), [("", _("Any motivation")), *offered("motivation")]),
        FilterField("topic", _("Topic"), [("", _("Any topic")), *offered("topic")]),
    ]


RATINGS = PeopleFilter(
    ("role", "stance", "motivation", "topic", "influence"),
    _read_rating_filter,
    _narrow_by_ratings,
    _rating_filter_words,
    _rating_filter_fields,
)
