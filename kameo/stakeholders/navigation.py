"""People in the sidebar."""

from django.utils.translation import gettext_lazy as _

from kameo.core.ui.shell import NavEntry, nav

nav.register(
    "persons", NavEntry(_("People"), "persons:list", "people", words=_("contacts, deciders")), order=30
)
