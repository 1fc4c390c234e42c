"""The way in: sign-in, a lost password, an invitation."""

from __future__ import annotations

from allauth.account import views as account
from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from kameo.core import mail
from kameo.core.ui.answers import form_page
from kameo.people import domain
from kameo.people.forms import AcceptForm
from kameo.people.models import User

BACKEND = "kameo.people.sign_in.backends.UserBackend"


def sign_in(request: HttpRequest) -> HttpResponseBase:
    """allauth's page, once somebody exists; before that, the first screens."""
    if not request.user.is_authenticated and not User.objects.exists():
        return redirect("setup")
    return account.login(request)


def sign_out(request: HttpRequest) -> HttpResponseBase:
    """allauth's; the browser forgets the pages it kept, so that the next person's "back" shows none of them."""
    answer = account.logout(request)
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


def password_reset(request: HttpRequest) -> HttpResponseBase:
    """By mail; while no mail server is set, a page that says whom to ask."""
    if not mail.is_configured():
        return render(request, "account/password_reset_without_mail.html")
    return account.password_reset(request)


@never_cache
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Choose a password and come in."""
    user = domain.invited_by_token(token)
    if user is None:
        return render(request, "people/invitation_ended.html", status=404)
    form = AcceptForm(request.POST or None, user=user)

    def done(_saved: bool) -> HttpResponse:
        login(request, user, backend=BACKEND)
        record_authentication(request, user, method="password")  # what allauth's own sign-in notes
        return redirect("/")

    return form_page(request, "people/invitation.html", form, {"invited": user}, done=done)
