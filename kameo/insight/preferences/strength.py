"""The settings of the strength of a relation (c-10). Changing any of them computes every strength again."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kameo.core import preferences
from kameo.insight.jobs import REFRESH_EVERYBODY

GROUP = "strength"
PARTS: list[tuple[str, int, Any, Any]] = [
    ("recency", 30, _("Share of recency"), _("How long since both sides last spoke, against the cadence.")),
    ("frequency", 25, _("Share of frequency"), _("Exchanges weighed and fading, against one meeting per cadence.")),
    ("reciprocity", 20, _("Share of reciprocity"), _("As many from them as from us is best.")),
    ("depth", 15, _("Share of depth"), _("Meetings and calls among all exchanges.")),
    ("breadth", 10, _("Share of breadth"), _("How many of our people they talk with.")),
]
TOUCHES: list[tuple[str, int, Any]] = [
    ("review", 10, _("Weight of an executive meeting or business review")),
    ("meeting", 6, _("Weight of a meeting")),
    ("call", 4, _("Weight of a call")),
    ("received", 3, _("Weight of a mail from them")),
    ("sent", 1, _("Weight of a mail from us")),
    ("survey", 2, _("Weight of an answer to a survey")),
]
CADENCES: list[tuple[str, int, Any, Any]] = [
    ("decides", 30, _("Cadence of those who decide"), _("Whoever carries a role that decides, on a main map.")),
    ("influences", 45, _("Cadence of those who influence"), _("Influencers and technical prescribers.")),
    ("uses", 90, _("Cadence of users"), ""),
    (
        "default",
        60,
        _("Cadence of everybody else"),
        _("The shortest of somebody's roles counts, or their account's own cadence when it is shorter."),
    ),
]


def _refresh() -> None:
    REFRESH_EVERYBODY.defer(once=True)


def _keeps(key: str, test: Callable[[Any, Decimal], bool], message: Any) -> Callable[[Any], None]:
    """A check of a value against another setting's."""

    def check(value: Any) -> None:
        if not test(value, Decimal(preferences.get(key))):
            raise ValidationError(message, code="bands_cross")

    return check


def _some_share(name: str) -> Callable[[Any], None]:
    def check(value: Any) -> None:
        others = sum(preferences.get(f"strength.part.{key}") for key, *_words in PARTS if key != name)
        if not value and not others:
            raise ValidationError(_("One factor at least has a share."), code="no_share")

    return check


preferences.define_group(
    GROUP,
    _("Strength of relations"),
    icon="person",
    order=21,
    help=_(
        "What the strength of a relation is computed from. It speaks of the customer's people: Kameo never ranks "
        "colleagues by it and adds nothing up by employee. Tell your staff, and in France the works council (CSE), "
        "before you use it."
    ),
)
_settings = preferences.SettingsOf(GROUP, then=_refresh)
for _name, _share, _label, _help in PARTS:
    _settings.define(
        f"strength.part.{_name}", "integer", _share, _label, (0, 100), unit="%", checks=[_some_share(_name)], help=_help
    )
for _name, _weight, _label in TOUCHES:
    _settings.define(
        f"strength.touch.{_name}",
        "decimal",
        Decimal(_weight),
        _label,
        (1 if _name == "meeting" else 0, 100),
        unit=_("points"),
    )
for _name, _days, _label, _help in CADENCES:
    _settings.define(f"strength.cadence.{_name}", "integer", _days, _label, (1, 730), unit=_("days"), help=_help)
_settings.define(
    "strength.half_life",
    "decimal",
    Decimal(2),
    _("An exchange loses half its weight in"),
    (Decimal("0.5"), 10),
    unit=_("cadences"),
)
_settings.define(
    "strength.thread_cap", "integer", 3, _("Mails of one thread that count in a day"), (1, 50), unit=_("mails")
)
_settings.define(
    "strength.months", "integer", 12, _("Reciprocity, depth and breadth look back"), (1, 60), unit=_("months")
)
_settings.define(
    "strength.depth_target", "percent", 50, _("Depth is full when meetings and calls reach"), (1, 100), unit="%"
)
_settings.define(
    "strength.breadth_target",
    "integer",
    2,
    _("Breadth is full with"),
    (1, 20),
    unit=_("people"),
    help=_("Active colleagues with whom both sides spoke."),
)
_settings.define(
    "strength.good",
    "integer",
    60,
    _("Good from"),
    (1, 100),
    unit=_("points"),
    checks=[_keeps("strength.fair", lambda value, fair: value > fair, _("Good begins above fair."))],
)
_settings.define(
    "strength.fair",
    "integer",
    40,
    _("Fair from"),
    (1, 100),
    unit=_("points"),
    checks=[_keeps("strength.good", lambda value, good: value < good, _("Fair begins below good."))],
)
preferences.SettingsOf(GROUP, first=60).define(
    "strength.discuss_gap",
    "integer",
    2,
    _("To discuss from a difference of"),
    (1, 4),
    unit=_("levels"),
    help=_("Between the relationship that people declare, 1 to 5, and the computed one by slices of 20 points."),
)
