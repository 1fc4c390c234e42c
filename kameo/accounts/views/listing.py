"""The list of accounts, as a page and as the fragment that its filters ask for."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from kameo.accounts import rules
from kameo.accounts.domain import DEFAULT_VIEW
from kameo.accounts.enums import AccountClass, Kind, Orientation, Status
from kameo.accounts.listing import (
    COUNTED,
    ORDERS,
    AccountColumn,
    AccountPage,
    active_filters,
    address,
    columns,
    page_for,
    saved_views,
)
from kameo.accounts.listing.conditions import RATED, attributes, concerns
from kameo.accounts.listing.facets import countries, sectors, tags
from kameo.core import preferences
from kameo.core.access import get_visible
from kameo.core.lists.models import SavedView
from kameo.core.money import reporting_currency
from kameo.core.ui import formats
from kameo.core.ui.fragments import is_fragment, render_fragment
from kameo.people.enums import Right
from kameo.people.models import Team, User
from kameo.people.picking.colleague import colleague_labels

PLAIN = "all"  # the view that is none: every account, the usual columns


@require_safe
def account_list(request: HttpRequest) -> HttpResponse:
    """GET /accounts/: the same address answers the page, or its rows alone to htmx."""
    if address.is_bare(request.GET) and (target := opened(request)):
        return redirect(target)
    state = address.read(request.GET)
    shown = columns.chosen(state.columns, request.user)
    page = read_page(request, state, shown)
    if state.cursor is not None and not page.rows:
        return redirect(request.path + state.query())
    part = is_fragment(request)
    context = list_context(request.user, state, page, shown) | {"part": part}
    if part:
        response = render_fragment(request, "accounts/list.html", "results", context)
    else:
        response = render(request, "accounts/list.html", context)
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_safe
def filter_values(request: HttpRequest) -> HttpResponse:
    """GET /accounts/filters/: values in use and colleagues, when somebody opens the other filters."""
    context = {
        "sectors": sectors(request.user),
        "countries": countries(request.user),
        "tags": tags(request.user),
        "colleagues": list(colleague_labels(User.objects.active()).values()),
        "teams": list(Team.objects.values_list("name", flat=True)),
    }
    return render(request, "accounts/filter_values.html", context)


def opened(request: HttpRequest) -> str:
    """Where a bare address leads: the view it names (404 for one that is not for this reader), or the reader's own
    default one; "" for the plain list.
    """
    wanted = request.GET.get("view", "").strip()
    user: Any = request.user
    if wanted == PLAIN:
        return ""
    if wanted:
        view = get_visible(SavedView.objects.select_related("owner"), user, pk=wanted)
    elif usual := user.choices.get(DEFAULT_VIEW):
        view = SavedView.objects.visible_to(user).select_related("owner").filter(pk=usual).first()
    else:
        return ""
    return saved_views.view_of(view, user).url if view else ""


def read_page(request: HttpRequest, state: address.ListState, shown: list[AccountColumn]) -> AccountPage:
    return page_for(
        request.user,
        state.criteria,
        sort=state.sort,
        descending=state.descending,
        cursor=state.cursor,
        names=columns.reads(shown),
        beside=None if is_fragment(request) else saved_views.beside_rows(request.user),
    )


def list_context(user: Any, state: address.ListState, page: AccountPage, shown: list[AccountColumn]) -> dict[str, Any]:
    """What the list's template draws."""
    return {
        "state": state,
        "criteria": state.criteria,
        "page": page,
        "heading": heading(state, page),
        "shown": shown,
        "columns": [_head(state, column) for column in shown],
        "active": active_filters.active(state, page.lead_name),
        **filter_options(state, page),
        **view_options(user, state, page),
        "orders": sort_options(),
        "order": state.order,
        "currency": reporting_currency(),
        **cadence_options(),
        "may_create": rules.can_create(user),
        "may_write": user.can(Right.WRITE_ACCOUNTS),
        "import_url": _import_url(user),
    }


def cadence_options() -> dict[str, Any]:
    """Days between contacts of an account without a cadence of its own, by its orientation (R10)."""
    days = {one: int(preferences.get(f"orientation.{one}.cadence_days")) for one in Orientation.values}
    usual = str(preferences.get("programme.orientation"))
    return {"cadences": {**days, "": days[usual]}, "cadence_words": _("The orientation's own")}


def view_options(
    user: Any, state: address.ListState, page: AccountPage, found: list[SavedView] | None = None
) -> dict[str, Any]:
    """The saved views, the one in use, and whether the page shows something else than it keeps."""
    if found is None and page.rows:
        views = saved_views.read(page.beside)
    else:
        views = [saved_views.view_of(view, user) for view in (saved_views.views_of(user) if found is None else found)]
    used = next((view for view in views if str(view.id) == state.view), None)
    pills = [{"label": _("All accounts"), "url": f"{reverse('accounts:list')}?view={PLAIN}", "current": not used}]
    pills += [{"label": view.name, "url": view.url, "current": view is used} for view in views]
    return {"pills": pills, "used": used, "differs": differs(state, used)}


def differs(state: address.ListState, used: saved_views.View | None) -> bool:
    """Whether there is something to save: the view was changed on screen, or nothing is saved and something asked."""
    if used is None:
        return bool(state.filters or state.columns)
    same = used.filters == state.filters and (used.sort or "-revenue") == state.order
    return not (same and (used.columns == state.columns))


def filter_options(state: address.ListState, page: AccountPage) -> dict[str, Any]:
    """What the selects of the filters offer; none of them grows with the data."""
    held = [(key, words) for key, (words, _condition) in attributes.items()]
    return {
        "statuses": [("", _("Any status")), *Status.choices],
        "classes": [("", _("Any class")), *AccountClass.choices],
        "kinds": [("", _("Any kind")), *Kind.choices],
        "sources": [("", _("Any")), *active_filters.SOURCES.items()],
        "has": [("", _("Anything")), *held],
        "lacks": [("", _("Nothing")), *held],
        "unrated": [("", _("Any")), *((key, words) for key, (words, _condition) in RATED.items())],
        "concerns": [("", _("Any")), *((key, one.label) for key, one in concerns.items())],
        "leads": lead_options(state.criteria.lead, page.lead_name),
    }


def lead_options(chosen: str, name: str) -> list[tuple[str, str]]:
    """Options of the lead's filter; a colleague chosen elsewhere stays there even when nothing was found."""
    options = [("", _("Any lead")), *((key, str(words)) for key, words in active_filters.LEADS.items())]
    return [*options, (chosen, name or _("A colleague"))] if chosen.isdigit() else options


def _import_url(user: Any) -> str:
    """Where files come in, "" for whoever may not import; `exchange` is above us and may not be mounted."""
    try:
        return reverse("imports:new") if user.can(Right.IMPORT_ACCOUNTS) else ""
    except NoReverseMatch:
        return ""


def heading(state: address.ListState, page: AccountPage) -> str:
    """How many accounts, in words: exact up to `COUNTED`, about beyond."""
    if page.total is not None:
        shown = formats.number(page.total)
        words = {"count": shown}
        if state.criteria.empty:
            return ngettext("%(count)s account", "%(count)s accounts", page.total) % words
        return ngettext("%(count)s account matches", "%(count)s accounts match", page.total) % words
    if page.estimate:
        return _("About %(count)s accounts") % {"count": formats.number(round(page.estimate, -2))}
    return _("More than %(count)s accounts") % {"count": formats.number(COUNTED)}


def _head(state: address.ListState, column: AccountColumn) -> dict[str, Any]:
    """One head of the table, with the address that sorts by it."""
    head = {"label": str(column.label), "numeric": column.numeric, "cls": f"h-{column.key}"}
    if column.order not in ORDERS:
        return head
    sort = ("descending" if state.descending else "ascending") if column.order == state.sort else None
    return head | {"url": state.sorted_by(column.order), "sort": sort}


def sort_options() -> list[tuple[str, str]]:
    """Orders in words, for the list that serves narrow pages and keyboards."""
    return [
        ("-revenue", _("Revenue, highest first")),
        ("revenue", _("Revenue, lowest first")),
        ("name", _("Name, A to Z")),
        ("-name", _("Name, Z to A")),
        ("-change", _("Change, best first")),
        ("change", _("Change, worst first")),
        ("-contact", _("Last contact, latest first")),
        ("contact", _("Last contact, oldest first")),
        ("class", _("Class")),
        ("status", _("Status")),
        ("-potential", _("Potential, highest first")),
        ("-scorecard", _("Scorecard, highest first")),
        ("-alignment", _("Alignment, highest first")),
        ("-entities", _("Entities, most first")),
        ("-invoice", _("Last invoice, latest first")),
        ("threads", _("Threads, fewest first")),
        ("mapped", _("People mapped, fewest first")),
        ("relationship", _("Relationship, weakest first")),
        ("-relationship", _("Relationship, strongest first")),
        ("map_status", _("Map status, emptiest first")),
        ("-created", _("Created, latest first")),
    ]
