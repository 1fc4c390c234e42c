"""The further conditions of the list, each written once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Case, Exists, F, Func, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kameo.accounts.enums import AccountClass, Function, Orientation
from kameo.accounts.models import AccountMember
from kameo.core import clock, preferences
from kameo.core.registry import Store
from kameo.core.text import fold

if TYPE_CHECKING:
    from kameo.accounts.listing.criteria import AccountCriteria


def _member(**wanted: Any) -> Exists:
    return Exists(AccountMember.objects.filter(account_id=OuterRef("pk"), **wanted))


# What an account may have or lack: words, and the condition that it has it. Apps above register theirs.
attributes: Store[tuple[Any, Callable[[], Any]]] = Store("attributes of accounts")
for _key, _attribute in {
    "lead": (_("a lead"), lambda: _member(function=Function.LEAD)),
    "back_up": (_("a back-up"), lambda: _member(function=Function.BACK_UP)),
    "potential": (_("a potential"), lambda: Q(potential__isnull=False)),
    "sector": (_("a sector"), lambda: ~Q(sector="")),
    "country": (_("a country"), lambda: ~Q(country="")),
    "tags": (_("tags"), lambda: ~Q(tags=[])),
    "orientation": (_("an orientation"), lambda: ~Q(orientation="")),
    "cadence": (_("a cadence of its own"), lambda: Q(cadence_days__isnull=False)),
    "invoice": (_("an invoice"), lambda: Q(pulse__tree_last_invoice_on__isnull=False)),
    "contact": (_("a contact logged"), lambda: Q(pulse__tree_last_contact_at__isnull=False)),
}.items():
    attributes.register(_key, _attribute)
RATED: dict[str, tuple[Any, Any]] = {
    "scorecard": (_("Scorecard not rated"), lambda: Q(pulse__scorecard__isnull=True)),
    "alignment": (_("Alignment not rated"), lambda: Q(pulse__alignment__isnull=True)),
}


@dataclass(frozen=True)
class Concern:
    """What an app above finds worth looking at in an account, registered at start-up: a filter of the list.

    With an `alert`, in words that follow a number, the homes count it too, `tone` "bad" or "warn".
    """

    label: Any
    condition: Callable[[], Any]
    alert: Any = ""
    tone: str = "warn"


concerns: Store[Concern] = Store("concerns about accounts")
# Bounds of an interval: attribute of the criteria, column, comparison.
BOUNDS = (
    ("revenue_from", "pulse__tree_revenue_12m", "gte"),
    ("revenue_to", "pulse__tree_revenue_12m", "lte"),
    ("potential_from", "potential", "gte"),
    ("potential_to", "potential", "lte"),
    ("contact_from", "pulse__tree_last_contact_at", "gte"),
    ("contact_to", "pulse__tree_last_contact_at", "lt"),
    ("created_from", "created_at", "gte"),
    ("created_to", "created_at", "lt"),
)


def wanted(criteria: AccountCriteria) -> Iterator[Any]:
    """The conditions that these criteria ask for, besides those on the account's own words and place."""
    yield from _by_class(criteria)
    yield from _by_people(criteria)
    yield from _by_silence(criteria)
    if criteria.watched:
        yield Q(watched=True)
    for key in criteria.has:
        yield attributes[key][1]()
    for key in criteria.lacks:
        yield ~Q(attributes[key][1]())
    for key in criteria.concerns:
        yield concerns[key].condition()
    for key in criteria.unrated:
        yield RATED[key][1]()
    for name, column, way in BOUNDS:
        bound = getattr(criteria, name)
        if bound is not None:
            yield Q(**{f"{column}__{way}": _day_bound(bound, way) if isinstance(bound, date) else bound})


def _by_class(criteria: AccountCriteria) -> Iterator[Any]:
    if criteria.classes:
        matches = Q(pulse__account_class__in=criteria.classes)
        yield matches | Q(pulse__isnull=True) if AccountClass.STANDARD in criteria.classes else matches
    if criteria.sources:
        matches = Q(pulse__class_source__in=criteria.sources)
        yield matches | Q(pulse__isnull=True) if "computed" in criteria.sources else matches


def _by_people(criteria: AccountCriteria) -> Iterator[Any]:
    if criteria.owner:
        words = Q()
        for word in fold(criteria.owner).split():
            words &= Q(user__sort_name__contains=word)
        yield Exists(AccountMember.objects.filter(words, account_id=OuterRef("pk"), function=Function.LEAD))
    if criteria.team:
        yield _member(function=Function.LEAD, user__teams__name__iexact=criteria.team)
    if criteria.uncovered:
        yield ~Exists(_served())


def _served() -> Any:
    """Leads who still work here, of the account or of a node above it: they answer for what hangs below."""
    here = Func(
        F("account_id"),
        OuterRef("lineage"),
        template="%(expressions)s)",
        arg_joiner=" = any(",
        output_field=models.BooleanField(),
    )
    return AccountMember.objects.filter(here, function=Function.LEAD, user__is_active=True)


def _by_silence(criteria: AccountCriteria) -> Iterator[Any]:
    if criteria.silent_days is not None:
        limit = clock.now() - timedelta(days=criteria.silent_days)
        yield Q(pulse__tree_last_contact_at__isnull=True) | Q(pulse__tree_last_contact_at__lt=limit)
    if criteria.overdue:
        since = Func(cadence(), function="make_interval", template="make_interval(days => %(expressions)s)")
        yield Q(pulse__tree_last_contact_at__isnull=True) | Q(
            pulse__tree_last_contact_at__lt=Value(clock.now(), models.DateTimeField())
            - models.ExpressionWrapper(since, models.DurationField())
        )


def cadence() -> Coalesce:
    """Days between contacts: the account's own, or those of its orientation, or of the programme's (R10)."""
    default = str(preferences.get("programme.orientation"))
    days = {one: int(preferences.get(f"orientation.{one}.cadence_days")) for one in Orientation.values}
    by_orientation = Case(
        *[When(orientation=one, then=Value(days[one])) for one in Orientation.values],
        default=Value(days[default]),
        output_field=models.IntegerField(),
    )
    return Coalesce("cadence_days", by_orientation, output_field=models.IntegerField())


def _day_bound(day: date, way: str) -> datetime:
    """A day as people mean it, in the reader's zone: from its start, or up to its end."""
    bound = day + timedelta(days=1) if way == "lt" else day
    return datetime.combine(bound, time(), timezone.get_current_timezone())
