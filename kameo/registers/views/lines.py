"""The registers' pages: references of all accounts and of one, its market (competitors and sector notes), their lines.

The three kinds of lines are added, changed, binned and restored by the same four views.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kameo.accounts.models import Account
from kameo.accounts.queries.fetching import get_account_for, get_account_to_change_for
from kameo.core.access import get_binned, get_visible
from kameo.core.errors import DomainError
from kameo.core.money import reporting_currency
from kameo.core.panels import tabs_for
from kameo.core.ui.toasts import failure, toast
from kameo.people.enums import Right
from kameo.registers.domain.lines import bin_line, restore_line
from kameo.registers.enums import AdvocacyKind, SectorNoteKind
from kameo.registers.forms import AdvocacyForm, PresenceForm, RegisterLineForm, SectorNoteForm
from kameo.registers.models import Advocacy, Competitor, CompetitorPresence, SectorNote
from kameo.registers.queries import competitors as competitor_queries
from kameo.registers.queries import lines as queries
from kameo.registers.views.files import advocacies_as_csv


@dataclass(frozen=True)
class Register:
    """One kind of line: its form, the page it shows on, and its words."""

    key: str
    model: Any
    form: type[RegisterLineForm]
    page: str
    added: Promise
    new: Promise
    edit: Promise


REGISTERS = {
    one.key: one
    for one in (
        Register(
            "references",
            Advocacy,
            AdvocacyForm,
            "registers:account-references",
            gettext_lazy("The register has one more line."),
            gettext_lazy("New reference"),
            gettext_lazy("Change the reference"),
        ),
        Register(
            "presences",
            CompetitorPresence,
            PresenceForm,
            "registers:market",
            gettext_lazy("The competitor is noted."),
            gettext_lazy("A competitor at work"),
            gettext_lazy("Change what the competitor does there"),
        ),
        Register(
            "notes",
            SectorNote,
            SectorNoteForm,
            "registers:market",
            gettext_lazy("The note is kept."),
            gettext_lazy("New sector note"),
            gettext_lazy("Change the sector note"),
        ),
    )
}


@require_safe
def reference_list(request: HttpRequest) -> HttpResponse:
    """GET /references/: what customers gave us, over all accounts; filters `kind`, `valid`, `q`."""
    filters, lines = _advocacy_filters(request)
    page = queries.advocacy_page(lines, request.user, after=request.GET.get("after", ""))
    kept = {key: value for key, value in filters.items() if value}
    context = {
        "page": page,
        "filters": filters,
        "kinds": AdvocacyKind.choices,
        "currency": reporting_currency(),
        "export_url": f"{reverse('registers:reference-export')}?{urlencode(kept)}",
        "next_url": "?" + urlencode({**kept, "after": page.after}) if page.after else None,
    }
    return render(request, "registers/reference_list.html", context)


@require_safe
def reference_export(request: HttpRequest) -> HttpResponseBase:
    """GET /references/export/: the same lines as a file."""
    _asked_for, lines = _advocacy_filters(request)
    return advocacies_as_csv(queries.every_advocacy(lines, request.user), reporting_currency())


@require_safe
def account_references(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/references/: `scope=group` adds what hangs below, `bin=1` shows the bin."""
    account = get_account_for(request.user, account_id)
    group, binned = _scope(request)
    lines = queries.advocacies(request.user, account=account, group=group, binned=binned)
    page = queries.advocacy_page(lines, request.user, after=request.GET.get("after", ""))
    context = _context(request, account, "references", group, binned) | {
        "page": page,
        "next_url": _next(group, binned, page.after),
    }
    return render(request, "registers/references.html", context)


@require_safe
def account_market(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/market/: competitors by entity and product, and what we know of the sector."""
    account = get_account_for(request.user, account_id)
    group, binned = _scope(request)
    kind = request.GET.get("kind", "")
    notes, after = queries.notes_of(
        request.user,
        account,
        group=group and not binned,
        binned=binned,
        kind=kind if kind in SectorNoteKind.values else "",
        after=request.GET.get("after", ""),
    )
    matrix = competitor_queries.matrix_of(request.user, account, group=group)
    context = _context(request, account, "market", group, binned) | {
        "matrix": matrix,
        "columns": [{"label": _("Entity")}, *({"label": one or _("Everything")} for one in matrix.products)],
        "binned_presences": competitor_queries.binned_presences(request.user, account) if binned else [],
        "notes": notes,
        "kind": kind,
        "kinds": SectorNoteKind.choices,
        "note_pills": _note_pills(account, group, kind),
        "next_url": _next(group, binned, after, kind=kind),
    }
    return render(request, "registers/market.html", context)


@require_http_methods(["GET", "POST"])
def line_new(request: HttpRequest, account_id: int, register: str) -> HttpResponse:
    """GET and POST /accounts/<id>/registers/<register>/new/."""
    account, kind = get_account_to_change_for(request.user, account_id), _register(register)
    form = kind.form(request.POST or None, by=request.user, account=account)
    if request.method == "POST" and form.is_valid() and (row := form.save()):
        undo = reverse("registers:line-bin", args=[account.pk, register, row.pk])
        toast(request, kind.added, undo_url=undo)
        return redirect(kind.page, account.pk)
    return _render_form(request, account, kind, form)


@require_http_methods(["GET", "POST"])
def line_edit(request: HttpRequest, account_id: int, register: str, line_id: int) -> HttpResponse:
    """GET and POST /accounts/<id>/registers/<register>/<line>/."""
    account, kind = get_account_to_change_for(request.user, account_id), _register(register)
    row = get_visible(_lines_of(kind, account), request.user, pk=line_id)
    form = kind.form(request.POST or None, by=request.user, account=account, row=row)
    if request.method == "POST" and form.is_valid() and form.save():
        toast(request, _("Saved."))
        return redirect(kind.page, account.pk)
    return _render_form(request, account, kind, form)


@require_POST
def line_bin(request: HttpRequest, account_id: int, register: str, line_id: int) -> HttpResponse:
    """POST /accounts/<id>/registers/<register>/<line>/bin/, with its undo."""
    account, kind = get_account_to_change_for(request.user, account_id), _register(register)
    row = get_visible(_lines_of(kind, account), request.user, pk=line_id)
    bin_line(row, by=request.user)
    undo = reverse("registers:line-restore", args=[account.pk, register, row.pk])
    toast(request, _("The line is in the bin."), undo_url=undo)
    return redirect(kind.page, account.pk)


@require_POST
def line_restore(request: HttpRequest, account_id: int, register: str, line_id: int) -> HttpResponse:
    """POST /accounts/<id>/registers/<register>/<line>/restore/."""
    account, kind = get_account_to_change_for(request.user, account_id), _register(register)
    row = get_binned(_lines_of(kind, account), request.user, pk=line_id)
    try:
        restore_line(row, by=request.user)
        toast(request, _("The line is back."))
    except DomainError as error:
        failure(request, error)
    return redirect(kind.page, account.pk)


def _note_pills(account: Account, group: bool, kind: str) -> list[dict[str, Any]]:
    here = reverse("registers:market", args=[account.pk])
    scope = {} if group else {"scope": "entity"}
    return [
        {"label": label, "url": f"{here}?{urlencode({**scope, 'kind': value})}#notes", "current": value == kind}
        for value, label in SectorNoteKind.choices
    ]


def _advocacy_filters(request: HttpRequest) -> tuple[dict[str, str], Any]:
    filters = {key: request.GET.get(key, "").replace("\x00", "").strip()[:120] for key in ("kind", "valid", "q")}
    if filters["kind"] not in AdvocacyKind.values:
        filters["kind"] = ""
    found = queries.advocacies(request.user, kind=filters["kind"], valid=bool(filters["valid"]), text=filters["q"])
    return filters, found


def _scope(request: HttpRequest) -> tuple[bool, bool]:
    """Whether the whole group is asked for, and whether the bin; the bin is that of one account."""
    binned = request.GET.get("bin") == "1" and request.user.can(Right.WRITE_ACCOUNTS)
    return request.GET.get("scope") != "entity" and not binned, binned


def _next(group: bool, binned: bool, after: str, **more: str) -> str | None:
    kept = {"scope": "" if group else "entity", "bin": "1" if binned else "", **more}
    shown = {key: value for key, value in kept.items() if value}
    return "?" + urlencode({**shown, "after": after}) if after else None


def _context(request: HttpRequest, account: Account, tab: str, group: bool, binned: bool) -> dict[str, Any]:
    return {
        "account": account,
        "tabs": tabs_for(request.user, account, tab),
        "group": group,
        "binned": binned,
        "may_write": request.user.can(Right.WRITE_ACCOUNTS),
        "currency": reporting_currency(),
    }


def _register(key: str) -> Register:
    if key not in REGISTERS:
        raise Http404(key)
    return REGISTERS[key]


def _lines_of(kind: Register, account: Account) -> Any:
    return kind.model.objects.filter(account=account).select_related("account")


def _render_form(request: HttpRequest, account: Account, kind: Register, form: RegisterLineForm) -> HttpResponse:
    context: dict[str, Any] = {"account": account, "register": kind, "form": form, "row": form.row}
    context["currency"] = reporting_currency()
    if kind.key == "presences":
        context["competitors"] = list(Competitor.objects.values_list("name", flat=True)[:500])
        context["products"] = list(
            CompetitorPresence.objects.visible_to(request.user)
            .exclude(product="")
            .order_by("product")
            .values_list("product", flat=True)
            .distinct()[:200]
        )
    wrong = form.is_bound and bool(form.errors)
    return render(request, "registers/form.html", context, status=422 if wrong else 200)
