"""The invoices of an account: its readers see them; finance, directors and administrators write them."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kameo.accounts.models import Account
from kameo.contracts import domain
from kameo.contracts.forms import InvoiceForm
from kameo.contracts.models import Invoice
from kameo.contracts.queries import KINDS, filter_invoices, invoices_of, page_of, totals_of
from kameo.core.access import get_visible
from kameo.core.errors import DomainError
from kameo.core.keyset import page_address
from kameo.core.money import reporting_currency
from kameo.core.panels import tabs_for
from kameo.core.ui.toasts import failure, toast
from kameo.people.enums import Right


@require_safe
def invoice_list(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/invoices/: filters `q`, `kind`, `scope=group`, `bin=1`."""
    account = _account(request, account_id)
    asked = {key: request.GET.get(key, "").replace("\x00", "").strip()[:120] for key in ("q", "kind", "scope", "bin")}
    writes = request.user.can(Right.WRITE_INVOICES)
    group, binned = asked["scope"] == "group", asked["bin"] == "1" and writes
    kind = asked["kind"] if asked["kind"] in KINDS else ""
    every = invoices_of(request.user, account, group=group, binned=binned)
    found = filter_invoices(every, kind=kind, text=asked["q"])
    page = page_of(found, before=request.GET.get("before", ""), after=request.GET.get("after", ""))
    kept = {key: value for key, value in (asked | {"kind": kind}).items() if value}
    context = {
        "account": account,
        "tabs": tabs_for(request.user, account, "invoices"),
        "asked": asked | {"kind": kind},
        "group": group,
        "binned": binned,
        "page": page,
        "totals": totals_of(found),
        "currency": reporting_currency(),
        "may_write": writes,
        "previous_url": page_address(kept, before=page.before),
        "next_url": page_address(kept, after=page.after),
    }
    return render(request, "contracts/list.html", context)


@require_http_methods(["GET", "POST"])
def invoice_new(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET and POST /accounts/<id>/invoices/new/."""
    account = _writable_account(request, account_id)
    form = InvoiceForm(request.POST or None, by=request.user, account=account)
    if request.method == "POST" and form.is_valid() and (invoice := form.save()):
        undo = reverse("invoices:bin", args=[account.pk, invoice.pk])
        toast(request, _("%(number)s is recorded.") % {"number": invoice.number}, undo_url=undo)
        return redirect("invoices:list", account.pk)
    return _invoice_form_page(request, account, form, None)


@require_safe
def invoice(request: HttpRequest, account_id: int, invoice_id: int) -> HttpResponse:
    """GET /accounts/<id>/invoices/<invoice>/: the document with its lines."""
    account = _account(request, account_id)
    found = _invoice(request, account, invoice_id)
    context = {
        "account": account,
        "invoice": found,
        "lines": list(found.lines.all()),
        "currency": reporting_currency(),
        "may_write": request.user.can(Right.WRITE_INVOICES),
    }
    return render(request, "contracts/invoice.html", context)


@require_http_methods(["GET", "POST"])
def invoice_edit(request: HttpRequest, account_id: int, invoice_id: int) -> HttpResponse:
    """GET and POST /accounts/<id>/invoices/<invoice>/edit/."""
    account = _writable_account(request, account_id)
    found = _invoice(request, account, invoice_id)
    form = InvoiceForm(request.POST or None, by=request.user, account=account, invoice=found)
    if request.method == "POST" and form.is_valid() and (changed := form.save()):
        toast(request, _("%(number)s is saved.") % {"number": changed.number})
        return redirect("invoices:one", account.pk, found.pk)
    return _invoice_form_page(request, account, form, found)


@require_POST
def invoice_bin(request: HttpRequest, account_id: int, invoice_id: int) -> HttpResponse:
    """POST /accounts/<id>/invoices/<invoice>/bin/, with its undo."""
    account = _writable_account(request, account_id)
    found = _invoice(request, account, invoice_id)
    domain.bin_invoice(found, by=request.user)
    undo = reverse("invoices:restore", args=[account.pk, found.pk])
    toast(request, _("%(number)s is in the bin.") % {"number": found.number}, undo_url=undo)
    return redirect("invoices:list", account.pk)


@require_POST
def invoice_restore(request: HttpRequest, account_id: int, invoice_id: int) -> HttpResponse:
    """POST /accounts/<id>/invoices/<invoice>/restore/."""
    account = _writable_account(request, account_id)
    binned = Invoice.objects.filter(account=account, binned_at__isnull=False)
    found = binned.filter(pk=invoice_id).first()
    if found is None:
        return redirect("invoices:list", account.pk)
    try:
        domain.restore_invoice(found, by=request.user)
    except DomainError as error:
        failure(request, error)
        return redirect("invoices:list", account.pk)
    toast(request, _("%(number)s is back.") % {"number": found.number})
    return redirect("invoices:one", account.pk, found.pk)


def _account(request: HttpRequest, account_id: int) -> Account:
    account: Account = get_visible(Account.objects.select_related("pulse"), request.user, pk=account_id)
    return account


def _writable_account(request: HttpRequest, account_id: int) -> Account:
    """The account, for whoever sees it and may enter invoices."""
    account = _account(request, account_id)
    if not request.user.can(Right.WRITE_INVOICES):
        raise PermissionDenied(Right.WRITE_INVOICES)
    return account


def _invoice(request: HttpRequest, account: Account, invoice_id: int) -> Invoice:
    found: Invoice = get_visible(Invoice.objects.filter(account=account), request.user, pk=invoice_id)
    return found


def _invoice_form_page(
    request: HttpRequest, account: Account, form: InvoiceForm, found: Invoice | None
) -> HttpResponse:
    wrong = form.is_bound and bool(form.errors or form.lines.total_error_count())
    context: dict[str, Any] = {"account": account, "form": form, "invoice": found}
    return render(request, "contracts/form.html", context, status=422 if wrong else 200)
