"""Thresholds of the two axes, and of what asks for a decision about a class."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kameo.accounts.enums import Orientation
from kameo.accounts.preferences import GROUP
from kameo.core import preferences
from kameo.core.text import N_
from kameo.qualification.jobs import REFRESH_CLASSES

QUALIFICATION = "qualification"


def _refresh_classes() -> None:
    REFRESH_CLASSES.defer(once=True)


_axes = preferences.SettingsOf(GROUP, then=_refresh_classes)
_axes.define(
    "large.revenue_threshold",
    "decimal",
    100_000,
    _("Large account: revenue or potential of a year"),
    (0, None),
    unit="currency",
    help=_("Realised over 12 months or potential, in the reporting currency. Reaching it counts (R3, R4)."),
)
_axes.define(
    "large.share_gate",
    "percent",
    5,
    _("Large account: share of our revenue"),
    (0, 100),
    unit="%",
    help=_("Reaching it counts (R2). An account under it can still qualify by its scorecard."),
)
_axes.define(
    "large.scorecard_gate",
    "integer",
    60,
    _("Large account: points of the scorecard"),
    (0, 100),
    unit=_("points"),
    help=_("Out of 100. Reaching it counts, where the share of our revenue does not (R6)."),
)
_axes.define(
    "key.gate",
    "integer",
    60,
    _("Key account: points of alignment"),
    (0, 100),
    unit=_("points"),
    help=_("Out of 100: how far the account helps our own objectives. Reaching it counts (R9)."),
)


def _check_levels(values: list[str]) -> None:
    """Percents above 0 and up to 100."""
    for text in values:
        try:
            level = Decimal(text.replace("%", "").replace(",", ".").strip())
        except InvalidOperation:
            level = Decimal(0)
        if not 0 < level <= 100:
            raise ValidationError(_("Write percents from 1 to 100, one on each line."), code="not_a_level")


def _orientations() -> list[tuple[str, Any]]:
    return list(Orientation.choices)


preferences.define_group(
    QUALIFICATION,
    _("Qualification"),
    icon="target",
    order=11,
    help=_("When an account is a candidate, when its class is looked at again, what each orientation aims at."),
)
_settings = preferences.SettingsOf(QUALIFICATION)
_settings.define(
    "candidate.entities",
    "integer",
    10,
    _("Candidate: entities"),
    (2, None),
    unit=_("entities"),
    help=_("An account with so many entities, and without a decision, is shown as a candidate (R14)."),
)
_settings.define(
    "candidate.sites",
    "integer",
    5,
    _("Candidate: sites"),
    (1, None),
    unit=_("sites"),
    help=_("An account with so many sites, and without a decision, is shown as a candidate (R14)."),
)
_settings.define(
    "decision.review_months",
    "integer",
    12,
    _("Look at a decision again after"),
    (1, 60),
    unit=_("months"),
    help=_("A decision about a class is on the list of those due from then on (R12)."),
)
_settings.define(
    "watch.minimum_alignment",
    "integer",
    50,
    _("Watch-list: points of alignment"),
    (0, 100),
    unit=_("points"),
    help=_("A small account that helps our objectives this much is on the watch-list by itself (R16)."),
)
_settings.define(
    "dependence.levels",
    "list",
    ["20", "30", "50"],
    _("Dependence alerts"),
    unit="%",
    checks=[_check_levels],
    help=_("Percents of our revenue that one customer, with all that belongs to it, should not reach (R15)."),
)
_settings.define(
    "programme.orientation",
    "choice",
    Orientation.BUSINESS.value,
    _("With our large accounts we first"),
    choices=_orientations,
    help=_("The orientation of every account that has none of its own (R10, R11)."),
)
_settings.define(
    "orientation.business.cadence_days",
    "integer",
    30,
    _("Brings business: longest time between contacts"),
    (1, 365),
    unit=_("days"),
    help=_("For accounts without a cadence of their own."),
)
_settings.define(
    "orientation.strategy.cadence_days",
    "integer",
    60,
    _("Serves our strategy: longest time between contacts"),
    (1, 365),
    unit=_("days"),
    help=_("For accounts without a cadence of their own."),
)
_settings.define(
    "orientation.business.goals",
    "lines",
    [
        N_("Grow the revenue of the year"),
        N_("Sell to one more entity of the group"),
        N_("Then look for a long relationship"),
    ],
    _("Brings business: goals"),
    help=_("What one aims at by default, one goal on each line."),
)
_settings.define(
    "orientation.strategy.goals",
    "lines",
    [N_("Serve one of our objectives together"), N_("Share a plan over several years"), N_("Then look for business")],
    _("Serves our strategy: goals"),
    help=_("What one aims at by default, one goal on each line."),
)
