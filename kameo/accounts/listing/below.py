"""A list below an account: of that account, or of all that hangs below it too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from kameo.accounts.models import Account
from kameo.accounts.queries.fetching import get_account_for
from kameo.core.lists import Below
from kameo.core.panels import tabs_for


def below_account(address: str, tab: str, *, wide: bool = False, path: str = "account", scoped: bool = True) -> Below:
    """`path` leads from a row to its account; `wide`: what hangs below it counts in unless the address says not."""
    return Below(
        attribute="account",
        fetch=get_account_for,
        narrow=_narrow_by(path),
        frame="accounts/_account_page.html",
        context=_frame_context,
        tab=tab,
        address=address,
        wide=wide,
        scoped=scoped,
    )


def _narrow_by(path: str) -> Callable[[Any, Account, bool], Any]:
    def narrow(rows: Any, account: Account, group: bool) -> Any:
        return rows.filter(**({f"{path}__lineage__contains": [account.pk]} if group else {path: account}))

    return narrow


def _frame_context(user: Any, account: Account, tab: str) -> Mapping[str, Any]:
    return {
        "tabs": tabs_for(user, account, tab),
        "tabs_label": _("The account"),
        "scope_labels": (_("This account"), _("With all below it")),
    }
