"""The board: the same accounts in four columns, one a class; moving a card opens the decision, never takes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from kameo.accounts import rules
from kameo.accounts.enums import AccountClass
from kameo.accounts.lists import ACCOUNT_LIST, usual_attributes
from kameo.core.lists import COUNTED, RowsPage, page_for
from kameo.core.lists.address import Cursor, is_bare
from kameo.core.lists.here import Here, open_list
from kameo.core.lists.views.page import list_context, opened
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
    page: RowsPage
    more: str


@require_safe
def account_board(request: HttpRequest) -> HttpResponse:
    """GET /accounts/board/: with the list's own filters; seven queries whatever the number of cards."""
    here = open_list(request, ACCOUNT_LIST.key, {})
    if "view" in request.GET and is_bare(ACCOUNT_LIST, request.GET) and (target := opened(here)):
        return redirect(target)
    board = [_column(here, key) for key in here.criteria.get("class") or AccountClass.values]
    context = {
        **list_context(here, RowsPage()),
        "board": board,
        "heading": _board_heading(board),
        "part": is_fragment(request),
        **_shared(request.user),
    }
    if is_fragment(request):
        return render_fragment(request, "accounts/board.html", "results", context)
    return render(request, "accounts/board.html", context)


@require_safe
def board_cards(request: HttpRequest, account_class: str) -> HttpResponse:
    """GET /accounts/board/<class>/?after=…: the next cards of one column (htmx)."""
    if account_class not in AccountClass.values:
        raise Http404
    here = open_list(request, ACCOUNT_LIST.key, {})
    column = _column(here, account_class, here.state.cursor)
    return render(request, "accounts/board_cards.html", {"column": column, **_shared(request.user)})


def _column(here: Here, key: str, cursor: Cursor | None = None) -> BoardColumn:
    state = here.state
    page = page_for(
        ACCOUNT_LIST,
        here.user,
        state.criteria.but(**{"class": (key,)}),
        sort=state.sort,
        descending=state.descending,
        cursor=cursor,
        size=CARDS,
        names=usual_attributes(*SHOWN),
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
