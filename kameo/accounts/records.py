"""An account as what records of higher apps hang below, what fields of the company point at, and what may have some."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.accounts.names.kinds import ACCOUNT
from kameo.accounts.queries.fetching import get_account_for
from kameo.core.customfields.subjects import Input, Subject, references
from kameo.core.customfields.subjects import register as register_subject
from kameo.core.kinds import MoneyKind, WholeKind
from kameo.core.records import Parent, parents

parents.register(
    "account",
    Parent(
        attribute="account",
        prefix="accounts/<int:parent_id>/",
        template="accounts/_account_page.html",
        open=get_account_for,
    ),
)

references.register("account", ACCOUNT)
ACCOUNTS = register_subject(
    Subject(
        key="account",
        model=Account,
        page=lambda account: reverse("account", args=[account.pk]),
        one=_("Account"),
        many=_("Accounts"),
        inputs={
            "potential": Input(_("Potential"), MoneyKind()),
            "own_revenue": Input(_("Own revenue"), MoneyKind()),
            "headcount": Input(_("Headcount"), WholeKind()),
            "site_count": Input(_("Number of sites"), WholeKind()),
        },
    ),
    order=10,
)
