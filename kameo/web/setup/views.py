"""Closed for ever once a user exists."""

from __future__ import annotations

from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from kameo.core import mail
from kameo.core.ui.answers import form_page
from kameo.people.models import User
from kameo.web.setup.forms import SetupForm


@never_cache
@require_http_methods(["GET", "POST"])
def setup(request: HttpRequest) -> HttpResponse:
    if User.objects.exists():
        raise Http404
    form = SetupForm(request.POST or None)

    def done(user: User) -> HttpResponse:
        login(request, user)
        return redirect("setup-next")

    return form_page(request, "web/setup/setup.html", form, done=done)


@login_required
@require_GET
def setup_next(request: HttpRequest) -> HttpResponse:
    """What to do first: bring the accounts in, or the colleagues."""
    return render(request, "web/setup/next.html", {"mail": mail.is_configured()})
