"""One cell of the list, changed in place."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kameo.accounts.listing import columns, row_of
from kameo.accounts.listing.inline_edits import INLINE_EDITS, InlineEditForm
from kameo.accounts.models import Account, AccountPulse
from kameo.accounts.queries.fetching import get_account_to_change_for
from kameo.accounts.views.listing import cadence_options
from kameo.core.money import reporting_currency
from kameo.core.ui.back import ours_or
from kameo.core.ui.fragments import is_fragment, render_fragment
from kameo.core.ui.toasts import toast


@require_http_methods(["GET", "POST"])
def account_cell(request: HttpRequest, account_id: int, field: str) -> HttpResponse:
    """GET the control of one cell; POST /accounts/<id>/cells/<field>/ writes it and answers the cell, with its undo.

    Without JavaScript both are pages. 422 brings the control back with what is wrong.
    """
    account = get_account_to_change_for(request.user, account_id)
    if field not in INLINE_EDITS:
        raise Http404
    form = InlineEditForm(request.POST or None, by=request.user, account=account, name=field)
    context = {"account": account, "field": field, "form": form, "currency": reporting_currency()}
    before = _class(account)
    if request.method == "POST" and form.is_valid() and form.save():
        return _changed_cell(request, account, form, context, before)
    status = 422 if form.errors else 200
    if is_fragment(request):
        return render_fragment(request, "accounts/cell.html", "control", context, status=status)
    return render(request, "accounts/cell.html", context, status=status)


def _changed_cell(
    request: HttpRequest, account: Account, form: InlineEditForm, context: dict[str, Any], before: str
) -> HttpResponse:
    """The cell as it is now; the whole page again when the account changed class or left the reader's sight."""
    words = _("%(name)s: %(label)s changed.") % {"name": account.name, "label": form.fields["value"].label}
    undo = reverse("accounts:cell", args=[account.pk, context["field"]])
    still = Account.objects.visible_to(request.user).filter(pk=account.pk).exists()
    if not is_fragment(request) or not still or _class(account) != before:
        toast(request, words, undo_url=undo if still else None, fields=form.undo)
        return _reload(request)
    column = columns.COLUMNS[form.cell.column]
    shown = {
        "row": row_of(request.user, account.pk, columns.reads([column])),
        "column": column,
        "shown": [column],
        "page": None,
        "may_write": True,
        "words": words,
        "undo": undo,
        "undo_fields": form.undo,
        **cadence_options(),
    }
    return render(request, "accounts/cell_changed.html", context | shown)


def _reload(request: HttpRequest) -> HttpResponse:
    if is_fragment(request):
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    origin = request.headers.get("Referer", "")
    home = reverse("accounts:list")
    return redirect(home if "/cells/" in origin else ours_or(request, origin, home))


def _class(account: Account) -> str:
    found = AccountPulse.objects.filter(account=account).values_list("account_class", flat=True).first()
    return str(found or "")
