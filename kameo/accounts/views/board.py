"""The board: the same accounts in four columns, one a class; moving a card opens the decision, never takes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from kameo.accounts import rules
from kameo.accounts.enums import AccountClass
from kameo.accounts.listing import COUNTED, AccountPage, active_filters, address, columns, page_for, saved_views
from kameo.accounts.views.listing import filter_options, opened, sort_options, view_options
from kameo.core.money import reporting_currency
from kameo.core.ui import formats
from kameo.core.ui.fragments import is_fragment, render_fragment
from kameo.people.enums import Right

CARDS = 20  # in a column at first; more on demand
SHOWN = ("lead", "revenue", "change", "contact")


@dataclass(frozen=True)
class BoardColumn:
    """One class, its first cards, and the address of the next ones."""

    key: str
    label: str
    count: str
    page: AccountPage
    more: str


@require_safe
def account_board(request: HttpRequest) -> HttpResponse:
    """GET /accounts/board/: with the list's own filters; seven queries whatever the number of cards."""
    if "view" in request.GET and address.is_bare(request.GET) and (target := opened(request)):
        return redirect(target)
    state = replace(address.read(request.GET), cursor=None)
    board = [_column(request, state, key) for key in state.criteria.classes or AccountClass.values]
    views = saved_views.views_of(request.user)
    page = AccountPage(beside=None)
    context = {
        "state": state,
        "criteria": state.criteria,
        "board": board,
        "heading": _board_heading(board),
        "active": active_filters.active(state),
        **filter_options(state, page),
        **view_options(request.user, state, page, views),
        "orders": sort_options(),
        "order": state.order,
        **_shared(request.user),
    }
    if is_fragment(request):
        return render_fragment(request, "accounts/board.html", "results", context | {"part": True})
    return render(request, "accounts/board.html", context | {"part": False})


@require_safe
def board_cards(request: HttpRequest, account_class: str) -> HttpResponse:
    """GET /accounts/board/<class>/?after=…: the next cards of one column (htmx)."""
    if account_class not in AccountClass.values:
        raise Http404
    state = address.read(request.GET)
    column = _column(request, state, account_class)
    return render(request, "accounts/board_cards.html", {"column": column, **_shared(request.user)})


def _column(request: HttpRequest, state: address.ListState, key: str) -> BoardColumn:
    page = page_for(
        request.user,
        replace(state.criteria, classes=(key,)),
        sort=state.sort,
        descending=state.descending,
        cursor=state.cursor,
        size=CARDS,
        names=columns.reads([columns.COLUMNS[name] for name in SHOWN]),
    )
    more = reverse("accounts:board-cards", args=[key]) + (state.page(page.after) or "") if page.after else ""
    total = formats.number(page.total) if page.total is not None else f"{formats.number(COUNTED)}+"
    return BoardColumn(key, str(AccountClass(key).label), str(total), page, more)


def _board_heading(board: list[BoardColumn]) -> str:
    totals = [column.page.total for column in board]
    if None in totals:
        return _("More than %(count)s accounts") % {"count": formats.number(COUNTED)}
    total = sum(number or 0 for number in totals)
    words = ngettext("%(count)s account by class", "%(count)s accounts by class", total)
    return words % {"count": formats.number(total)}


def _shared(user: Any) -> dict[str, Any]:
    return {
        "classes_of_board": AccountClass.choices,
        "currency": reporting_currency(),
        "decision_base": reverse("qualification:account", args=[0]),
        "may_decide": user.can(Right.DECIDE_CLASS),
        "may_move": user.can(Right.DECIDE_CLASS) or user.can(Right.WRITE_ACCOUNTS),
        "may_create": rules.can_create(user),
    }
