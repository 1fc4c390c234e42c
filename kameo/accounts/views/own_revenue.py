"""Our own revenue by fiscal year: what shares are divided by when the invoices kept here are not all (R2)."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kameo.accounts.forms.own_revenue import OwnRevenueForm
from kameo.accounts.revenue.totals import own_revenue_at
from kameo.core import clock
from kameo.core.access import SignedIn, needs
from kameo.core.money import reporting_currency
from kameo.core.ui.toasts import toast
from kameo.people.enums import Right


@needs(Right.CONFIGURE)
@require_http_methods(["GET", "POST"])
@transaction.atomic
def own_revenue(request: SignedIn) -> HttpResponse:
    form = OwnRevenueForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and form.save(request.user):
        toast(request, _("Saved."))
        return redirect("accounts:own-revenue")
    total = own_revenue_at(clock.company_today())
    context = {"form": form, "total": total, "reporting": reporting_currency()}
    return render(request, "accounts/own_revenue.html", context, status=422 if form.errors else 200)
