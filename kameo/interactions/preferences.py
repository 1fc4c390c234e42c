"""Settings of the app: days without a contact, size of a document."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.core import preferences
from kameo.interactions.jobs import REFRESH_CLOCKS

GROUP = "interactions"


def _refresh_clocks() -> None:
    REFRESH_CLOCKS.defer(once=True)


preferences.define_group(GROUP, _("Contacts and documents"), icon="comment", order=20)
_settings = preferences.SettingsOf(GROUP, step=5)
_settings.define(
    "contact.alert_days",
    "integer",
    45,
    _("Days without a contact before an account needs attention"),
    (1, 730),
    unit=_("days"),
    help=_("A contact is a call, a meeting or a personal e-mail; a note is not one."),
)
_settings.define(
    "contact.answer_days",
    "integer",
    30,
    _("Days within which a mail of theirs and one of ours are an exchange"),
    (1, 365),
    unit=_("days"),
    after_change=[_refresh_clocks],
    help=_("A meeting and a call are two-way by themselves; a mail of theirs is when something of ours is this close."),
)
_settings.define("documents.max_mb", "integer", 25, _("Largest document"), (1, 500), unit=_("MB"))
