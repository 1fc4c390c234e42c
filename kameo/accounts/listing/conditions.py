"""The further conditions of the list, each written once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import models
from django.db.models import Case, Exists, F, Func, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from kameo.accounts.enums import AccountClass, Function, Orientation
from kameo.accounts.models import AccountMember
from kameo.core import clock, preferences
from kameo.core.registry import Store
from kameo.core.text import fold


def member(**wanted: Any) -> Exists:
    return Exists(AccountMember.objects.filter(account_id=OuterRef("pk"), **wanted))


# What an account may have or lack: words, and the condition that it has it. Apps above register theirs.
attributes: Store[tuple[Any, Callable[[], Any]]] = Store("attributes of accounts")
for _key, _attribute in {
    "lead": (_("a lead"), lambda: member(function=Function.LEAD)),
    "back_up": (_("a back-up"), lambda: member(function=Function.BACK_UP)),
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


def all_of(keys: Any, held: Any, *, lacking: bool = False) -> Q:
    """Every condition of these keys is met, or none of them."""
    found = Q()
    for key in keys:
        found &= ~Q(held(key)) if lacking else Q(held(key))
    return found


def by_class(values: Any) -> Q:
    matches = Q(pulse__account_class__in=values)
    return matches | Q(pulse__isnull=True) if AccountClass.STANDARD in values else matches


def by_source(values: Any) -> Q:
    matches = Q(pulse__class_source__in=values)
    return matches | Q(pulse__isnull=True) if "computed" in values else matches


def led_by_words(text: str) -> Exists:
    words = Q()
    for word in fold(text).split():
        words &= Q(user__sort_name__contains=word)
    return Exists(AccountMember.objects.filter(words, account_id=OuterRef("pk"), function=Function.LEAD))


def uncovered() -> Any:
    """Nobody who still works here leads the account or a node above it: they answer for what hangs below."""
    here = Func(
        F("account_id"),
        OuterRef("lineage"),
        template="%(expressions)s)",
        arg_joiner=" = any(",
        output_field=models.BooleanField(),
    )
    return ~Exists(AccountMember.objects.filter(here, function=Function.LEAD, user__is_active=True))


def silent(days: int) -> Q:
    limit = clock.now() - timedelta(days=days)
    return Q(pulse__tree_last_contact_at__isnull=True) | Q(pulse__tree_last_contact_at__lt=limit)


def overdue() -> Q:
    since = Func(cadence(), function="make_interval", template="make_interval(days => %(expressions)s)")
    return Q(pulse__tree_last_contact_at__isnull=True) | Q(
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
