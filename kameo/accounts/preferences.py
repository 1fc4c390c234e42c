"""When an account is dormant, how long a merge can be undone, and who sees our totals."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.accounts.jobs import REFRESH_STATUSES
from kameo.core import preferences

GROUP = "accounts"


def _refresh_statuses() -> None:
    REFRESH_STATUSES.defer(once=True)


preferences.define_group(
    GROUP, _("Portfolio"), icon="account", order=10, help=_("What makes an account large, and when it is dormant.")
)
_settings = preferences.SettingsOf(GROUP, first=20, step=10)
_settings.define(
    "dormant.after_months",
    "integer",
    18,
    _("Dormant after"),
    (1, 120),
    unit=_("months"),
    after_change=[_refresh_statuses],
    help=_("An active account without an invoice for so long becomes dormant, and active again with the next."),
)
_settings.define(
    "totals.visible_to_all",
    "boolean",
    False,
    _("Everybody sees our total revenue"),
    help=_("Otherwise directors, executives, finance and administrators: shares of our revenue show only to them."),
)
_settings.define(
    "merge.undo_days",
    "integer",
    30,
    _("A merge can be undone for"),
    (1, 365),
    unit=_("days"),
    help=_("Two accounts merged by mistake are given back as they were, with one click, until then."),
)
