"""Who may give a portfolio back, and for how long."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.accounts.preferences import GROUP
from kameo.core import preferences

preferences.SettingsOf(GROUP, first=25).define(
    "transfer.undo_days",
    "integer",
    30,
    _("Give a portfolio back within"),
    (0, 365),
    unit=_("days"),
    help=_("So long after a transfer, what nobody changed since can go back in one go."),
)
