"""People in the sidebar."""

from django.utils.translation import gettext_lazy as _

from kameo.core.ui.shell import NavEntry, nav

nav.register("persons", NavEntry(_("Contacts"), "contacts:list", "people", words=_("people, deciders")), order=30)
