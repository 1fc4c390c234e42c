"""The tree: of everything the user sees, opened branch by branch, and of one account at any date."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from kameo.accounts.forms import MoveForm
from kameo.accounts.lists import ACCOUNT_LIST, usual_attributes
from kameo.accounts.queries.fetching import get_account_for, get_account_to_change_for
from kameo.accounts.queries.structure import history_of, tree_at
from kameo.core import clock
from kameo.core.lists import COUNTED, Criteria, RowsPage, page_for
from kameo.core.lists.here import open_list
from kameo.core.money import reporting_currency
from kameo.core.panels import tabs_for
from kameo.core.ui import formats
from kameo.core.ui.answers import form_page
from kameo.people.enums import Right

NODE = ("kind", "revenue", "change", "entities")  # the columns that a node shows
BRANCH = 200  # children shown at once; the rest is on the structure page


@require_safe
def account_tree(request: HttpRequest) -> HttpResponse:
    """GET /accounts/tree/: the tops, each opened on demand."""
    here = open_list(request, ACCOUNT_LIST.key, {})
    state = here.state
    page = page_for(
        ACCOUNT_LIST,
        request.user,
        state.criteria.but(roots=True),
        sort=state.sort,
        descending=state.descending,
        cursor=state.cursor,
        names=usual_attributes(*NODE),
    )
    context = {
        "here": here,
        "state": state,
        "page": page,
        "heading": _top_heading(page),
        "currency": reporting_currency(),
    }
    context["may_create"] = request.user.can(Right.CREATE_ACCOUNTS)
    return render(request, "accounts/tree.html", context)


@require_GET
def account_children(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/children/: one branch (htmx)."""
    account = get_account_for(request.user, account_id)
    below = Criteria(parent=account)
    names = usual_attributes(*NODE)
    page = page_for(ACCOUNT_LIST, request.user, below, sort="revenue", descending=True, size=BRANCH, names=names)
    return render(
        request, "accounts/children.html", {"account": account, "page": page, "currency": reporting_currency()}
    )


@require_safe
def account_structure(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/structure/?as_of=…: the tree on a day, with the history of the account's own place."""
    account = get_account_for(request.user, account_id)
    day = clock.past_day(request.GET.get("as_of", ""))
    context = {
        "account": account,
        "tabs": tabs_for(request.user, account, "structure"),
        "tree": tree_at(account, request.user, day),
        "history": history_of(account, request.user),
        "day": day,
        "today": day == clock.company_today(),
        "currency": reporting_currency(),
        "may_write": request.user.can(Right.WRITE_ACCOUNTS),
        "may_create": request.user.can(Right.CREATE_ACCOUNTS),
    }
    return render(request, "accounts/structure.html", context)


@require_http_methods(["GET", "POST"])
def account_move(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET and POST /accounts/<id>/placements/: it hangs elsewhere from a day on."""
    account = get_account_to_change_for(request.user, account_id)
    form = MoveForm(request.POST or None, user=request.user, account=account)
    words, to = _("%(name)s is moved.") % {"name": account.name}, ("accounts:structure", account.pk)
    return form_page(request, "accounts/move.html", form, {"account": account}, words=words, to=to)


def _top_heading(page: RowsPage) -> str:
    if page.total is None:
        return _("More than %(count)s accounts at the top") % {"count": formats.number(COUNTED)}
    words = ngettext("%(count)s account at the top", "%(count)s accounts at the top", page.total)
    return words % {"count": formats.number(page.total)}
