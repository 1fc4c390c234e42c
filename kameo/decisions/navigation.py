"""Settings of the decision map."""

from django.utils.translation import gettext_lazy as _

from kameo.core import settings_pages
from kameo.people.enums import Right

settings_pages.register(
    "decision-lists",
    _("Lists of the decision map"),
    "decisions:lists",
    "tag",
    section="rules",
    rights=(Right.CONFIGURE.value,),
    order=140,
)
settings_pages.register(
    "committee-places",
    _("Places of a committee"),
    "decisions:seats",
    "people",
    section="rules",
    rights=(Right.CONFIGURE.value,),
    order=141,
)
settings_pages.register(
    "arguments",
    _("Arguments"),
    "decisions:arguments",
    "megaphone",
    section="rules",
    rights=(Right.CONFIGURE.value,),
    order=142,
)
