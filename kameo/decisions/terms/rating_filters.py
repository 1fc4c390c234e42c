"""Filters of the list of people by their ratings, read on the maps that the reader sees (R74)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from pydantic import Field as Described

from kameo.contacts.listing.people_filters import JointFilters, joint_filters, people_filters, together
from kameo.core.lists import ChoiceFilter, Criteria
from kameo.core.lists.filters import Words, clean_text
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


@dataclass(frozen=True, kw_only=True)
class TermFilter(ChoiceFilter):
    """One code of a list that the company edits; its words are read when they are needed."""

    def options(self) -> list[tuple[str, Any]]:
        return read_term_words().offered(LISTS[self.key][1])

    def read(self, params: Any) -> Any:
        code = clean_text(params.get(self.key, ""))[:40]
        return (code,) if code else None

    def words(self, value: Any, facts: Mapping[str, Any]) -> Iterator[Words]:
        yield (self.key,), read_term_words().name(LISTS[self.key][1], value[0])

    def shape(self) -> dict[str, tuple[Any, Any]]:
        return {self.key: (str, Described("", max_length=40, description=self.note or None))}


@dataclass(frozen=True, kw_only=True)
class InfluenceFilter(ChoiceFilter):
    """At least so much."""

    def read(self, params: Any) -> Any:
        text = clean_text(params.get(self.key, ""))
        number = min(int(text), 5) if text.isascii() and text.isdigit() and len(text) < 6 else 0
        return (str(number),) if number else None

    def shape(self) -> dict[str, tuple[Any, Any]]:
        return {self.key: (int, Described(0, ge=0, le=5, description="At least."))}


def _narrow_by_ratings(people: Any, user: User, criteria: Criteria) -> Any:
    """Those who carry all of it at once, on one map."""
    stakes = Stake.objects.visible_to(user)
    for name, (column, _list) in LISTS.items():
        for code in criteria.get(name, ()):
            stakes = stakes.filter(**{f"{column}__contains": [code]})
    if stances := criteria.get("stance"):
        stakes = stakes.filter(stance__in=stances)
    for least in criteria.get("influence", ()):
        stakes = stakes.filter(influence__gte=int(least))
    return people.filter(Exists(stakes.filter(person=OuterRef("pk"))))


INFLUENCES = (("5", "5"), ("4", _("4 and more")), ("3", _("3 and more")), ("2", _("2 and more")), ("1", _("rated")))
RATINGS = (
    TermFilter(
        key="role",
        label=_("Decision role"),
        any=_("Any role"),
        note="Code of a decision role.",
        late=True,
        apply=together,
    ),
    InfluenceFilter(
        key="influence",
        label=_("Influence"),
        any=_("Any influence"),
        choices=INFLUENCES,
        say=lambda value: gettext("influence from %s") % value,
        apply=together,
    ),
    ChoiceFilter(
        key="stance",
        label=_("Position"),
        any=_("Any position"),
        choices=Stance.choices,
        note="champion, supporter, neutral, sceptic, opponent.",
        one=True,
        apply=together,
    ),
    TermFilter(key="motivation", label=_("Motivation"), any=_("Any motivation"), late=True, apply=together),
    TermFilter(key="topic", label=_("Topic"), any=_("Any topic"), late=True, apply=together),
)


def register_ratings() -> None:
    for one in RATINGS:
        people_filters.register(one.key, one, order=20)
    joint_filters.register("ratings", JointFilters(tuple(one.key for one in RATINGS), _narrow_by_ratings))
