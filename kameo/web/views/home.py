"""Home."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kameo.accounts.enums import AccountClass, Orientation, Status
from kameo.core import clock
from kameo.core.money import reporting_currency
from kameo.people.enums import Right
from kameo.web.homes.own import home_of
from kameo.web.shell.frame import page_address


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    user = request.user
    context = {
        "home": home_of(user),
        "currency": reporting_currency(),
        "today": clock.today(),
        "classes": {one.value: one.label for one in AccountClass},
        "statuses": {one.value: one.label for one in Status},
        "orientations": {one.value: one.label for one in Orientation},
        "import_url": page_address("imports:new") if user.can(Right.IMPORT_ACCOUNTS) else "",
        "create_url": page_address("accounts:new") if user.can(Right.CREATE_ACCOUNTS) else "",
    }
    return render(request, "web/home.html", context)
