"""Settings of the company, exchange rates, mail, about."""

from __future__ import annotations

import platform
from functools import partial
from importlib.metadata import version
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.mail import send_mail
from django.db import connection
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kameo.core import mail, preferences, rates, settings_pages
from kameo.core.access import SignedIn, needs
from kameo.core.models import Rate
from kameo.core.money import reporting_currency
from kameo.core.ui.answers import form_page, say_and_go
from kameo.core.ui.toasts import failure, toast
from kameo.people.enums import Right
from kameo.web.settings.forms import PreferenceForm, RateForm

configures = needs(Right.CONFIGURE)


@require_GET
def settings_home(request: SignedIn) -> HttpResponse:
    """The first page that the reader may open."""
    page = settings_pages.first_page(request.user)
    if page is None:
        raise PermissionDenied("settings")
    return redirect(page.url)


@configures
@require_http_methods(["GET", "POST"])
def preference_group(request: SignedIn, group: str) -> HttpResponse:
    named = preferences.groups.get(group)
    if named is None:
        raise Http404
    form = PreferenceForm(request.POST or None, group=group)
    context, to = {"group": named, "units": form.units()}, ("settings-group", group)
    save = partial(form.save_preferences, request.user)
    return form_page(request, "web/settings/group.html", form, context, save=save, words=_("Saved."), to=to)


@configures
@require_http_methods(["GET", "POST"])
def rate_list(request: SignedIn) -> HttpResponse:
    form = RateForm(request.POST or None)
    context = {"rates": Rate.objects.all()[:500], "reporting": reporting_currency()}
    save, words = partial(form.save, request.user), _("The rate is added.")
    return form_page(request, "web/settings/rate_list.html", form, context, save=save, words=words, to="rate-list")


@configures
@require_http_methods(["GET", "POST"])
def rate_change(request: SignedIn, rate_id: int) -> HttpResponse:
    rate = get_object_or_404(Rate, pk=rate_id)
    form = RateForm(request.POST or None, initial={"currency": rate.currency, "day": rate.day, "rate": rate.rate})
    context = {"rate": rate, "reporting": reporting_currency()}
    save, words = partial(form.save, request.user, rate), _("Saved.")
    return form_page(request, "web/settings/rate_change.html", form, context, save=save, words=words, to="rate-list")


@configures
@require_POST
def rate_deletion(request: SignedIn, rate_id: int) -> HttpResponse:
    rate = get_object_or_404(Rate, pk=rate_id)
    fields = {"currency": rate.currency, "day": rate.day.isoformat(), "rate": f"{rate.rate:f}"}
    rates.delete_rate(rate, by=request.user)
    undo = reverse("rate-list")
    return say_and_go(request, _("The rate is deleted."), "rate-list", undo_url=undo, fields=fields)


@configures
@require_GET
def mail_status(request: SignedIn) -> HttpResponse:
    parts = urlsplit(settings.SMTP_URL)
    server = f"{parts.hostname}:{parts.port or 25}" if mail.is_configured() else ""
    context = {"server": server, "sender": settings.DEFAULT_FROM_EMAIL, "error": ""}
    return render(request, "web/settings/mail.html", context)


@configures
@require_POST
def mail_trial(request: SignedIn) -> HttpResponse:
    """Write to the reader, at once, and show what the server says: what a job would hide."""
    try:
        send_mail(_("A trial message from Kameo"), _("Mail works."), None, [request.user.email])
    except OSError as error:  # smtplib's errors are OSErrors
        failure(request, _("The server refused: %(reason)s") % {"reason": error})
    else:
        toast(request, _("A message is on its way to %(email)s.") % {"email": request.user.email})
    return redirect("mail-status")


@require_GET
def about(request: SignedIn) -> HttpResponse:
    context = {
        "version": version("kameo"),
        "python": platform.python_version(),
        "postgres": f"{connection.cursor().connection.info.server_version // 10000}",
        "embedded": settings.EMBEDDED_DATABASE,
    }
    return render(request, "web/settings/about.html", context)
