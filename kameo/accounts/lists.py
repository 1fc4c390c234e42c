"""The list of accounts, as rows, tree or board."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from kameo.accounts import domain, rules
from kameo.accounts.domain.bulk import bulk_kinds
from kameo.accounts.enums import Orientation
from kameo.accounts.listing import rows
from kameo.accounts.listing.columns import COLUMNS, EVERYTHING
from kameo.accounts.listing.edits import ACTIONS, REFUSALS, class_of
from kameo.accounts.listing.filters import FILTERS
from kameo.accounts.models import Account
from kameo.accounts.queries.fetching import get_account_for, get_account_to_change_for
from kameo.core import preferences
from kameo.core.lists import Below, ListOf, ListWords, register
from kameo.people.enums import Right


def _import_url(user: Any) -> str:
    """Where files come in, "" for whoever may not import; `exchange` is above us and may not be mounted."""
    try:
        return reverse("imports:new") if user.can(Right.IMPORT_ACCOUNTS) else ""
    except NoReverseMatch:
        return ""


def cadence_options() -> dict[str, Any]:
    """Days between contacts of an account without a cadence of its own, by its orientation (R10)."""
    days = {one: int(preferences.get(f"orientation.{one}.cadence_days")) for one in Orientation.values}
    usual = str(preferences.get("programme.orientation"))
    return {"cadences": {**days, "": days[usual]}, "cadence_words": gettext("The orientation's own")}


def _context(here: Any, page: Any) -> Mapping[str, Any]:
    return {
        **cadence_options(),
        "open_url": reverse("account", args=[0]),
        "may_create": rules.can_create(here.user),
        "import_url": _import_url(here.user),
        "here_layout": "list",
    }


ACCOUNT_LIST = register(
    ListOf(
        key="accounts",
        model=Account,
        address="accounts:list",
        order="-revenue",
        right=Right.WRITE_ACCOUNTS,
        columns=COLUMNS,
        filters=FILTERS,
        row=rows.AccountRow,
        attributes=rows.ATTRIBUTES,
        always=("name", "confidential", "account_class", "parent_name"),
        extras={"invoiced": rows.own_revenue, "lead_name": rows.lead_name},
        companion="pulse",
        prepare=lambda accounts, user, criteria: rows.with_lead(accounts),
        estimated=rows.sees_all,
        # The list of what hangs directly below one account: a branch of the tree.
        below=Below(
            attribute="account",
            fetch=get_account_for,
            narrow=lambda accounts, parent, group: accounts.filter(parent_id=parent.pk),
            frame="accounts/_account_page.html",
            context=lambda user, account, tab: {},
        ),
        cells="accounts/_rows.html",
        phone="two-line",
        parts="accounts/_list.html",
        context=_context,
        change=domain.change_account,
        to_change=get_account_to_change_for,
        marks=class_of,
        kinds=bulk_kinds,
        actions=ACTIONS,
        refusals=REFUSALS,
        for_bulk=lambda accounts: accounts.select_related("pulse"),
        layouts={"tree": "accounts:tree", "board": "accounts:board"},
        file_first=("name", "parent"),
        files_all=EVERYTHING,
        words=ListWords(
            title=_("Accounts"),
            every=_("All accounts"),
            no_match=_("No account matches."),
            search=_("Search the accounts"),
            counted=lambda number: ngettext("%(count)s account", "%(count)s accounts", number),
            matched=lambda number: ngettext("%(count)s account matches", "%(count)s accounts match", number),
        ),
    )
)


def usual_attributes(*keys: str) -> tuple[str, ...]:
    """The attributes of a row that these columns show."""
    return ACCOUNT_LIST.reads([ACCOUNT_LIST.column_of(key) for key in keys])
