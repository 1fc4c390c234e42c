"""Steering in the sidebar, and the 9-box's criteria among the rules."""

from django.utils.translation import gettext_lazy as _

from kameo.core import settings_pages
from kameo.core.ui.shell import NavEntry, nav
from kameo.people.enums import Right

nav.register(
    "insight",
    NavEntry(_("Steering"), "insight:home", "chart", words=_("Pareto, matrix, 9-box, classes, concentration")),
    order=70,
)
settings_pages.register(
    "box-criteria",
    _("9-box criteria"),
    "insight:criteria",
    "whitespace",
    section="rules",
    rights=(Right.CONFIGURE.value,),
    order=130,
)
