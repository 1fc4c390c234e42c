"""Our own revenue by fiscal year: what shares are divided by when the invoices kept here are not all (R2)."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kameo.accounts.forms.own_revenue import OwnRevenueForm
from kameo.accounts.revenue.totals import own_revenue_at
from kameo.core import clock
from kameo.core.access import SignedIn, needs
from kameo.core.money import reporting_currency
from kameo.core.ui.answers import form_page
from kameo.people.enums import Right


@needs(Right.CONFIGURE)
@require_http_methods(["GET", "POST"])
@transaction.atomic
def own_revenue(request: SignedIn) -> HttpResponse:
    form = OwnRevenueForm(request.POST or None)

    def context() -> dict[str, Any]:
        return {"total": own_revenue_at(clock.company_today()), "reporting": reporting_currency()}

    save = partial(form.save, request.user)
    words, to = _("Saved."), "accounts:own-revenue"
    return form_page(request, "accounts/own_revenue.html", form, context, save=save, words=words, to=to)
