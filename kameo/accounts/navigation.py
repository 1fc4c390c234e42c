"""Accounts in the sidebar, and an account from "Add"."""

from django.utils.translation import gettext_lazy as _

from kameo.accounts.rules import can_create
from kameo.core import settings_pages
from kameo.core.ui.shell import NavEntry, QuickAdd, nav, quick_add
from kameo.people.enums import Right

nav.register("accounts", NavEntry(_("Accounts"), "accounts:list", "account", words=_("customers, groups")), order=20)
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
