"""The settings of the coverage: people, ties, days (c-11, R26, R66, R67, R69)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.contacts.enums import Seniority
from kameo.core import preferences
from kameo.insight.jobs import REFRESH_COVERAGE

GROUP = "coverage"


def _refresh() -> None:
    """What is stored beside every account follows, once however many settings changed."""
    REFRESH_COVERAGE.defer(once=True)


preferences.define_group(
    GROUP,
    _("Coverage of decision-makers"),
    icon="people",
    order=24,
    help=_("How many people, how well known and how recently seen make an account safe."),
)
_settings = preferences.SettingsOf(GROUP)
_settings.define(
    "coverage.expected",
    "integer",
    10,
    _("People who take part in a decision"),
    (5, 15),
    unit=_("people"),
    after_change=[_refresh],
    help=_("What a map is completed against, unless it says its own number. Large accounts have 5 to 15."),
)
_settings.define("coverage.few", "integer", 5, _("A map is thin below"), (1, 15), unit=_("people"))
_settings.define(
    "coverage.strong",
    "integer",
    40,
    _("A relationship holds from"),
    (1, 100),
    unit=_("points"),
    after_change=[_refresh],
    help=_("Of strength, out of 100. Each person from there is a thread that the account hangs on."),
)
_settings.define(
    "coverage.threads",
    "integer",
    3,
    _("Threads that make an account safe"),
    (2, 15),
    unit=_("people"),
    help=_("With none or one, everything hangs on a single person; in between, the tie is fragile."),
)
_settings.define(
    "coverage.concentration",
    "integer",
    60,
    _("Too much goes through one person beyond"),
    (20, 99),
    unit="%",
    help=_("Of the exchanges of 12 months, each with its weight."),
)
_settings.define(
    "coverage.two_way_days",
    "integer",
    90,
    _("A required place is covered by an exchange within"),
    (7, 730),
    unit=_("days"),
    after_change=[_refresh],
    help=_("An exchange in which both sides spoke."),
)
_settings.define(
    "coverage.level_days",
    "integer",
    45,
    _("Somebody counts as contacted within"),
    (7, 730),
    unit=_("days"),
    help=_("For the coverage by level, by function and by entity: a contact of any kind."),
)
_settings.define(
    "coverage.key_influence",
    "integer",
    4,
    _("Somebody is a key person from an influence of"),
    (1, 5),
    unit="/ 5",
    after_change=[_refresh],
    help=_("Out of 5. Whoever has a role that decides is one too."),
)
WANTED: dict[str, tuple[int, Any]] = {
    Seniority.EXECUTIVE.value: (1, _("Relays wanted in executive committees")),
    Seniority.DIRECTOR.value: (1, _("Relays wanted among directors")),
    Seniority.MANAGER.value: (1, _("Relays wanted among managers")),
    Seniority.STAFF.value: (1, _("Relays wanted among team members")),
}
for _level, (_default, _label) in WANTED.items():
    _settings.define(f"coverage.wanted_{_level}", "integer", _default, _label, (0, 15), unit=_("people"))
