"""Steering in the sidebar."""

from django.utils.translation import gettext_lazy as _

from kameo.core.ui.shell import NavEntry, nav

nav.register(
    "insight",
    NavEntry(_("Steering"), "insight:home", "chart", words=_("Pareto, matrix, 9-box, classes, concentration")),
    order=70,
)
