"""The figures of coverage, by account (c-11), and the strength of the relation, by person (c-10)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from functools import partial
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kameo.contacts.models import Person
from kameo.core.addresses import address
from kameo.core.figures import DeclaredFigure, FigureSource, FigureValue, PercentKind, register
from kameo.core.kinds import NumberKind, ValueKind, WholeKind
from kameo.core.ui import formats
from kameo.insight.coverage.compute import Coverage
from kameo.insight.coverage.reading import main_coverages, nobody_mapped
from kameo.insight.coverage.settings import thresholds
from kameo.insight.coverage.words import reason
from kameo.insight.strength.words import strength_reason

# --- coverage of the account's main map -----------------------------------------------------------------------------

COVERAGE: dict[str, tuple[Promise, ValueKind, Promise]] = {
    "relationship": (
        _("Relationship"),
        NumberKind(decimals=1),
        _(
            "Strength of each relationship weighed by influence. A required role that nobody holds counts as 0; "
            "somebody we were never in contact with is unknown and left out."
        ),
    ),
    "threads": (_("Threads"), WholeKind(), _("People whose relationship is worth %(strong)s or more, out of 100.")),
    "concentration": (
        _("Concentration"),
        PercentKind(decimals=0),
        _("Share of the exchanges of 12 months, each with its weight, that went through one person."),
    ),
    "roles": (
        _("Roles covered"),
        PercentKind(decimals=0),
        _("Required roles held by somebody with whom both sides spoke within %(days)s, out of all required roles."),
    ),
    "completeness": (
        _("Completeness"),
        PercentKind(decimals=0),
        _(
            "People of the map who hold a position today, out of those expected. External influencers count, roles to "
            "identify do not."
        ),
    ),
    "support": (
        _("Support"),
        NumberKind(),
        _("Positions weighed by influence: champions and supporters +1, neutral 0, sceptics and opponents −1."),
    ),
    "status": (
        _("Map status"),
        WholeKind(),
        _("From 0 (empty) to 4 (a decision-maker is for us). Key people decide or have an influence of %(influence)s."),
    ),
    "opposition": (
        _("Relationship with opponents"),
        NumberKind(decimals=1),
        _("The same mean, over sceptics and opponents alone: knowing them well is good coverage."),
    ),
}


def _read_coverages(user: Any, ids: Collection[int], as_of: date | None) -> Mapping[int, Coverage]:
    return dict.fromkeys(ids, nobody_mapped()) | dict(main_coverages(ids))


def _coverage_value(name: str, found: Coverage) -> FigureValue:
    figure = getattr(found, name)
    return FigureValue(figure.value, reason(figure), {"over": figure.over, "of": figure.of})


def _coverage_definition(text: Promise) -> str:
    asked = thresholds()
    days = formats.days_in_words(asked.two_way_days)
    return str(text) % {"days": days, "strong": asked.strong, "influence": asked.key_influence}


def _coverage_page(name: str, account_id: int) -> str:
    return f"{address('insight:coverage', account_id)}?figure={name}#people"


_coverages = FigureSource(_read_coverages)
for _rank, (_name, (_label, _kind, _text)) in enumerate(COVERAGE.items()):
    register(
        DeclaredFigure(
            f"coverage.{_name}",
            _label,
            _kind,
            "account",
            _coverages,
            partial(_coverage_value, _name),
            partial(_coverage_definition, _text),
            partial(_coverage_page, _name),
        ),
        order=40 + _rank,
    )

# --- strength of the relation with a person -------------------------------------------------------------------------


def _read_strengths(user: Any, ids: Collection[int], as_of: date | None) -> Mapping[int, dict[str, Any]]:
    names = ("kind", "pulse__strength", "pulse__frozen", "pulse__interactions", "pulse__factors")
    rows = Person.objects.filter(pk__in=list(ids)).values_list("pk", *names)
    return {
        pk: dict(zip(("kind", "strength", "frozen", "interactions", "factors"), row, strict=True)) for pk, *row in rows
    }


def _strength_value(row: dict[str, Any]) -> FigureValue:
    return FigureValue(row["strength"], strength_reason(row["kind"], row), row["factors"] or {})


register(
    DeclaredFigure(
        "person.strength",
        _("Strength of the relationship"),
        NumberKind(decimals=1),
        "person",
        FigureSource(_read_strengths),
        _strength_value,
        _(
            "Computed from meetings, calls and mails with them, those that you may not read included. Notes, mass "
            "mailings, automatic replies and undelivered messages count for nothing. It speaks of this person and "
            "never ranks colleagues."
        ),
        lambda pk: f"{address('contacts:one', pk)}#strength",
    ),
    order=60,
)
