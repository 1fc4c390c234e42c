"""The list of accounts, as a page and as the fragment that its filters ask for."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_safe

from kameo.accounts import filters, rules
from kameo.accounts.enums import AccountClass, Kind, Status
from kameo.accounts.facets import countries, sectors, tags
from kameo.accounts.listing import COUNTED, ORDERS, Page, page_for
from kameo.core.money import reporting_currency
from kameo.core.ui import formats
from kameo.core.ui.fragments import is_fragment, render_fragment
from kameo.people.enums import Right


@require_safe
def account_list(request: HttpRequest) -> HttpResponse:
    """GET /accounts/: the same address answers the page, or its rows alone to htmx."""
    state = filters.read(request.GET)
    page = page_for(
        request.user, state.criteria, sort=state.sort, descending=state.descending, cursor=state.cursor
    )
    if state.cursor is not None and not page.rows:
        return redirect(request.path + state.query())
    part = is_fragment(request)
    context = list_context(request.user, state, page) | {"part": part}
    if part:
        response = render_fragment(request, "accounts/list.html", "results", context)
    else:
        response = render(request, "accounts/list.html", context)
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_safe
def filter_values(request: HttpRequest) -> HttpResponse:
    """GET /accounts/filters/: the sectors, countries and tags in use, when somebody opens the other filters."""
    context = {
        "sectors": sectors(request.user),
        "countries": countries(request.user),
        "tags": tags(request.user),
    }
    return render(request, "accounts/filter_values.html", context)


def list_context(user: Any, state: filters.ListState, page: Page) -> dict[str, Any]:
    """What the list's template draws."""
    names = dict(page.leads)
    chosen = state.criteria.lead
    lead_name = names.get(int(chosen), "") if chosen.isdigit() else ""
    return {
        "state": state,
        "asked": state.criteria,
        "page": page,
        "heading": heading(state, page),
        "columns": columns(state, page.invoiced is not None),
        "active": filters.active(state, lead_name),
        "statuses": [("", _("Any status")), *Status.choices],
        "classes": [("", _("Any class")), *AccountClass.choices],
        "kinds": [("", _("Any kind")), *Kind.choices],
        "leads": lead_options(page, chosen, lead_name),
        "orders": sort_options(),
        "order": f"-{state.sort}" if state.descending else state.sort,
        "currency": reporting_currency(),
        "may_create": rules.can_create(user),
        "import_url": _import_url(user),
    }


def _import_url(user: Any) -> str:
    """Where files come in, "" for whoever may not import; `exchange` is above us and may not be mounted."""
    try:
        return reverse("imports:new") if user.can(Right.IMPORT_ACCOUNTS) else ""
    except NoReverseMatch:
        return ""


def heading(state: filters.ListState, page: Page) -> str:
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


def columns(state: filters.ListState, shares: bool) -> list[dict[str, Any]]:
    """The table's head, each sortable column with its address."""
    specs = [
        ("name", _("Account"), "", False),
        ("class", _("Class"), "", False),
        ("status", _("Status"), "", False),
        ("", _("Lead"), "h-lead", False),
        ("revenue", _("Revenue 12 m"), "", True),
        ("change", _("Over a year"), "", True),
        *([("", pgettext("of our revenue", "Share"), "h-share", True)] if shares else []),
        ("contact", _("Last contact"), "", True),
        ("", _("Entities"), "h-size", True),
    ]
    return [_column(state, *spec) for spec in specs]


def _column(state: filters.ListState, key: str, label: str, cls: str, numeric: bool) -> dict[str, Any]:
    if key not in ORDERS:
        return {"label": label, "numeric": numeric, "cls": cls}
    sort = ("descending" if state.descending else "ascending") if key == state.sort else None
    return {"label": label, "numeric": numeric, "cls": cls, "url": state.sorted_by(key), "sort": sort}


def sort_options() -> list[tuple[str, str]]:
    """Orders in words, for the list that serves narrow pages and keyboards."""
    return [
        ("-revenue", _("Revenue, highest first")),
        ("revenue", _("Revenue, lowest first")),
        ("name", _("Name, A to Z")),
        ("-change", _("Change, best first")),
        ("change", _("Change, worst first")),
        ("-contact", _("Last contact, latest first")),
        ("contact", _("Last contact, oldest first")),
        ("class", _("Class")),
        ("status", _("Status")),
    ]


def lead_options(page: Page, chosen: str, name: str) -> list[tuple[str, str]]:
    """Options of the lead's filter; a chosen colleague stays there even when nothing was found."""
    fixed = [
        ("", _("Any lead")),
        ("me", _("Led by me")),
        ("nobody", _("Without a lead")),
        ("any", _("With a lead")),
    ]
    people = [(str(pk), full_name) for pk, full_name in page.leads]
    if chosen.isdigit() and not name:
        people.append((chosen, _("A colleague")))
    return fixed + people
