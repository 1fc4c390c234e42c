"""How long without a contact is too long, and how heavy a document may be."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.core import preferences

GROUP = "interactions"

preferences.define_group(GROUP, _("Contacts and documents"), icon="comment", order=20)
preferences.define(
    "contact.alert_days", "integer", 45, _("Days without a contact before an account needs attention"),
    group=GROUP, order=10, minimum=1, maximum=730, unit=_("days"),
    help=_("A contact is a call, a meeting or a personal e-mail; a note is not one."),
)  # fmt: skip
preferences.define(
    "documents.max_mb", "integer", 25, _("Largest document"),
    group=GROUP, order=20, minimum=1, maximum=500, unit=_("MB"),
)  # fmt: skip
