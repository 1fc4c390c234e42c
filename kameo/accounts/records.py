"""An account as what records of higher apps hang below."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.accounts.queries.fetching import get_account_for
from kameo.core.records import Parent, parents

parents.register(
    "account",
    Parent(
        attribute="account",
        prefix="accounts/<int:parent_id>/",
        template="accounts/_account_page.html",
        open=get_account_for,
        page="account",
        label=_("Account"),
    ),
)
