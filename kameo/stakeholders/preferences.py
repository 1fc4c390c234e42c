"""What evidence is worth, how fast it ages, and when the map contradicts what happens (idea 8)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.core import preferences
from kameo.core.text import N_
from kameo.stakeholders import departure_settings

GROUP = "evidence"

preferences.define_group(
    GROUP,
    _("Evidence of the decision map"),
    icon="check",
    order=22,
    help=_("What a rating rests on, how fast it ages, and when it is only assumed."),
)

_WORTHS: list[tuple[str, int, Any]] = [
    ("title", 25, _("Worth of a title")),
    ("said", 50, _("Worth of words")),
    ("did", 75, _("Worth of a deed")),
    ("cost", 100, _("Worth of a deed at a cost to them")),
]
_HALVES: list[tuple[str, int, Any]] = [
    ("title", 180, _("A title loses half its worth in")),
    ("said", 180, _("Words lose half their worth in")),
    ("did", 365, _("A deed loses half its worth in")),
    ("cost", 730, _("A deed at a cost loses half its worth in")),
]
for _rank, (_key, _default, _label) in enumerate(_WORTHS):
    preferences.define(
        f"evidence.worth_{_key}",
        "integer",
        _default,
        _label,
        group=GROUP,
        order=10 + _rank,
        minimum=1,
        maximum=100,
        unit=_("points"),
    )
for _rank, (_key, _default, _label) in enumerate(_HALVES):
    preferences.define(
        f"evidence.half_life_{_key}",
        "integer",
        _default,
        _label,
        group=GROUP,
        order=20 + _rank,
        minimum=7,
        maximum=3650,
        unit=_("days"),
    )
preferences.define(
    "evidence.assumed_below",
    "integer",
    25,
    _("A rating is only assumed below"),
    group=GROUP,
    order=30,
    minimum=1,
    maximum=100,
    unit=_("points"),
    help=_("Out of 100. Without evidence, a rating is worth 0."),
)
preferences.define(
    "evidence.silent_days",
    "integer",
    60,
    _("A champion or a supporter is silent after"),
    group=GROUP,
    order=31,
    minimum=7,
    maximum=730,
    unit=_("days"),
    help=_("Days without a contact that comes from them: the map then says that their position is contradicted."),
)

PERSONS = "persons"


preferences.define_group(PERSONS, _("People at customers"), icon="people", order=21)
preferences.define(
    "persons.purpose",
    "lines",
    [
        N_("Purpose: to follow the business relationship between our company and the person’s employer."),
        N_("Legal basis: our legitimate interest (GDPR, article 6.1.f); the person may object at any time."),
        N_("Kept for three years after the last contact that came from the person."),
        N_("Read by the colleagues in charge of the account and their management; given to nobody else."),
    ],
    _("What people are told about what we hold"),
    group=PERSONS,
    order=10,
    help=_("Shown above everything held about somebody, on the page and in the file of an access request."),
)

__all__ = ["departure_settings"]  # its settings are declared by being imported
