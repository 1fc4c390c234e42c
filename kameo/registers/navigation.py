"""The registers in the sidebar."""

from django.utils.translation import gettext_lazy as _

from kameo.core.ui.shell import NavEntry, nav

nav.register(
    "references",
    NavEntry(_("References"), "registers:references", "handshake", words=_("advocacy, case studies")),
    order=60,
)
nav.register(
    "partners",
    NavEntry(_("Partners"), "registers:partners", "link", words=_("resellers, integrators, consultants")),
    order=62,
)
nav.register(
    "competitors", NavEntry(_("Competitors"), "registers:competitors", "flag", words=_("incumbents")), order=61
)
