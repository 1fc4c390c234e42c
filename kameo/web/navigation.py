"""Home and search in the sidebar; what somebody may add from anywhere is registered by each app."""

from django.utils.translation import gettext_lazy as _

from kameo.core.ui.shell import NavEntry, nav

nav.register("home", NavEntry(_("Home"), "home", "home"), order=1)
