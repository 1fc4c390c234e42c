"""Portfolios in the sidebar, for who may write accounts."""

from django.utils.translation import gettext_lazy as _

from kameo.core.ui.shell import NavEntry, nav
from kameo.people.enums import Right

nav.register(
    "portfolio",
    NavEntry(
        _("Portfolios"),
        "portfolio:load",
        "people",
        when=lambda user: user.can(Right.WRITE_ACCOUNTS),
        words=_("load, transfers, limits"),
    ),
    order=28,
)
