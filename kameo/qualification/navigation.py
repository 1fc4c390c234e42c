"""Qualification in the sidebar."""

from django.utils.translation import gettext_lazy as _

from kameo.core.ui.shell import NavEntry, nav

nav.register(
    "qualification",
    NavEntry(_("Qualification"), "qualification:hub", "scatter", words=_("objectives, candidates")),
    order=29,
)
