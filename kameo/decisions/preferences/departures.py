"""Settings of departures: the influence that opens a checklist, and the days of each of its lines (R68)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.core import preferences
from kameo.decisions.enums import DepartureStep

GROUP = "departures"
DAYS = {
    DepartureStep.TELL: 2,
    DepartureStep.MEET: 7,
    DepartureStep.REPORTS: 5,
    DepartureStep.TOPICS: 7,
    DepartureStep.REPLACE: 14,
    DepartureStep.SECOND: 30,
    DepartureStep.RATE: 14,
    DepartureStep.REVIEW: 7,
    DepartureStep.FOLLOW: 30,
}

preferences.define_group(
    GROUP,
    _("Departures"),
    icon="sign-out",
    order=23,
    help=_("What is done when somebody who counts leaves, changes position or loses influence."),
)
_settings = preferences.SettingsOf(GROUP)
_settings.define(
    "departures.influence",
    "integer",
    3,
    _("Somebody counts from an influence of"),
    (1, 5),
    help=_("A champion, or whoever holds a decision role, counts whatever their influence."),
)
_settings.define(
    "departures.drop",
    "integer",
    2,
    _("Influence is lost when it falls by"),
    (1, 4),
    unit=_("points"),
    help=_("A champion who becomes neutral, sceptic or opponent is told too."),
)
for _step, _days in DAYS.items():
    _settings.define(f"departures.days_{_step.value}", "integer", _days, _step.label, (0, 365), unit=_("days"))
