"""Home and search in the sidebar; each app registers the actions of the "add" menu."""

from django.utils.translation import gettext_lazy as _

from kameo.core.ui.shell import NavEntry, nav
from kameo.web.settings.pages import register_pages

nav.register("home", NavEntry(_("Home"), "home", "home"), order=1)
register_pages()  # once every app has named its groups of settings: this one comes last
