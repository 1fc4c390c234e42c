"""The settings of the network: which of our sides faces which of theirs (R211)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.contacts.enums import Family
from kameo.core import preferences

GROUP = "network"
# Our sides, in the order they are shown; `insight.network.pairing` says who belongs to which.
SIDES: list[tuple[str, Any]] = [
    ("management", _("Management")),
    ("sales", _("Sales")),
    ("technical", _("Support and product")),
    ("finance", _("Finance")),
    ("marketing", _("Marketing")),
]
NOBODY = ""
FACES = {
    Family.GENERAL: "management",
    Family.BUSINESS: "sales",
    Family.PURCHASING: "sales",
    Family.FINANCE: "finance",
    Family.TECHNICAL: "technical",
    Family.ENGINEERING: "technical",
    Family.IT: "technical",
    Family.USERS: "technical",
}


def _sides() -> list[tuple[str, Any]]:
    return [*SIDES, ("none", _("Nobody in particular"))]


preferences.define_group(
    GROUP,
    _("Pairs by function"),
    icon="handshake",
    order=23,
    help=_("Who of ours should know whom of theirs: the empty pairs show on Who knows whom."),
)
_settings = preferences.SettingsOf(GROUP)
for _family, _side in FACES.items():
    _settings.define(f"network.faces.{_family.value}", "choice", _side, _family.label, choices=_sides)
