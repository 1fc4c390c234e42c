"""People in the sidebar."""

from django.utils.translation import gettext_lazy as _

from kameo.core import settings_pages
from kameo.core.ui.shell import NavEntry, nav
from kameo.people.enums import Right

nav.register("persons", NavEntry(_("Contacts"), "persons:list", "people", words=_("people, deciders")), order=30)
settings_pages.register(
    "decision-lists",
    _("Lists of the decision map"),
    "persons:lists",
    "tag",
    section="rules",
    rights=(Right.CONFIGURE.value,),
    order=140,
)
settings_pages.register(
    "committee-places",
    _("Places of a committee"),
    "persons:seats",
    "people",
    section="rules",
    rights=(Right.CONFIGURE.value,),
    order=141,
)
settings_pages.register(
    "arguments",
    _("Arguments"),
    "persons:arguments",
    "megaphone",
    section="rules",
    rights=(Right.CONFIGURE.value,),
    order=142,
)
