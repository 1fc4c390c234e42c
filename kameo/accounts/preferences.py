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
preferences.define(
    "dormant.after_months",
    "integer",
    18,
    _("Dormant after"),
    group=GROUP,
    order=20,
    minimum=1,
    maximum=120,
    unit=_("months"),
    after_change=[_refresh_statuses],
    help=_("An active account without an invoice for so long becomes dormant, and active again with the next."),
)
preferences.define(
    "merge.undo_days",
    "integer",
    30,
    _("A merge can be undone for"),
    group=GROUP,
    order=40,
    minimum=1,
    maximum=365,
    unit=_("days"),
    help=_("Two accounts merged by mistake are given back as they were, with one click, until then."),
)
preferences.define(
    "totals.visible_to_all",
    "boolean",
    False,
    _("Everybody sees our total revenue"),
    group=GROUP,
    order=30,
    help=_("Otherwise directors, executives, finance and administrators: shares of our revenue show only to them."),
)
