"""Thresholds of the large axis, of dormancy, and who sees our totals."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.core import preferences
from kameo.core.jobs import defer

GROUP = "accounts"


def _refresh_classes() -> None:
    defer("accounts.refresh_classes", once="accounts.refresh_classes")


def _refresh_statuses() -> None:
    defer("accounts.refresh_statuses", once="accounts.refresh_statuses")


preferences.define_group(
    GROUP, _("Portfolio"), icon="account", order=10,
    help=_("What makes an account large, and when it is dormant."),
)  # fmt: skip
preferences.define(
    "large.revenue_threshold", "decimal", 100_000, _("Large account: revenue or potential of a year"),
    group=GROUP, order=10, minimum=0, unit="currency", after_change=[_refresh_classes],
    help=_("Realised over 12 months or potential, in the reporting currency. Reaching it counts (R3, R4)."),
)  # fmt: skip
preferences.define(
    "large.share_gate", "percent", 5, _("Large account: share of our revenue"),
    group=GROUP, order=11, minimum=0, maximum=100, unit="%", after_change=[_refresh_classes],
    help=_("Reaching it counts (R2). An account under it can still qualify by its scorecard."),
)  # fmt: skip
preferences.define(
    "dormant.after_months", "integer", 18, _("Dormant after"),
    group=GROUP, order=20, minimum=1, maximum=120, unit=_("months"), after_change=[_refresh_statuses],
    help=_("An active account without an invoice for so long becomes dormant, and active again with the next."),
)  # fmt: skip
preferences.define(
    "merge.undo_days", "integer", 30, _("A merge can be undone for"),
    group=GROUP, order=40, minimum=1, maximum=365, unit=_("days"),
    help=_("Two accounts merged by mistake are given back as they were, with one click, until then."),
)  # fmt: skip
preferences.define(
    "totals.visible_to_all", "boolean", False, _("Everybody sees our total revenue"),
    group=GROUP, order=30,
    help=_("Otherwise directors, executives, finance and administrators: shares of our revenue show only to them."),
)  # fmt: skip
