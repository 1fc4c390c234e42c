"""Accounts in the sidebar, and an account from "Add"."""

from django.utils.translation import gettext_lazy as _

from kameo.accounts.rules import can_create
from kameo.core import settings_pages
from kameo.core.ui.shell import NavEntry, QuickAdd, nav, quick_add
from kameo.people.enums import Right

nav.register("accounts", NavEntry(_("Accounts"), "accounts:list", "account", words=_("customers, groups")), order=20)
nav.register(
    "portfolio",
    NavEntry(
        _("Portfolios"),
        "portfolio:load",
        "people",
        when=lambda user: user.can(Right.WRITE_ACCOUNTS),
        words=_("load, transfers, limits"),
    ),
    order=30,
)
nav.register(
    "qualification",
    NavEntry(_("Qualification"), "qualification:hub", "scatter", words=_("objectives, candidates")),
    order=30,
)
nav.register(
    "references",
    NavEntry(_("References"), "registers:references", "handshake", words=_("advocacy, case studies")),
    order=60,
)
nav.register(
    "competitors", NavEntry(_("Competitors"), "registers:competitors", "flag", words=_("incumbents")), order=61
)
quick_add.register(
    "account",
    QuickAdd(_("Account"), "accounts:quick", "account", key="C", when=can_create, words=_("customer")),
    order=20,
)
settings_pages.register(
    "own-revenue",
    _("Our revenue"),
    "accounts:own-revenue",
    "euro",
    section="company",
    rights=(Right.CONFIGURE.value,),
    order=180,
)
