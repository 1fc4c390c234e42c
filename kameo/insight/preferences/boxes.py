"""The settings of the 9-box: where its thirds begin."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from kameo.core import preferences

GROUP = "boxes"

preferences.define_group(
    GROUP,
    _("9-box"),
    icon="whitespace",
    order=12,
    help=_("Where the thirds of attractiveness and of relative position begin."),
)
_settings = preferences.SettingsOf(GROUP)
_settings.define(
    "boxes.lower",
    "decimal",
    Decimal("33.3"),
    _("The middle third begins at"),
    (1, 50),
    unit=_("points"),
    help=_("Out of 100, on both axes. Reaching it counts."),
)
_settings.define(
    "boxes.upper",
    "decimal",
    Decimal("66.7"),
    _("The high third begins at"),
    (50, 99),
    unit=_("points"),
    help=_("Out of 100, on both axes. Reaching it counts."),
)
