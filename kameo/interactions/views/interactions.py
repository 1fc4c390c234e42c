"""Log and change an interaction."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kameo.accounts.models import Account
from kameo.core.access import get_visible
from kameo.core.errors import DomainError
from kameo.core.forms import run_verb
from kameo.core.ui.toasts import toast
from kameo.interactions import domain, queries, rules
from kameo.interactions.enums import InteractionKind
from kameo.interactions.forms import InteractionForm
from kameo.interactions.models import Interaction
from kameo.interactions.records import INTERACTIONS
from kameo.interactions.timeline import composer
from kameo.people.models import User


@require_POST
def interaction_log(request: HttpRequest, account_id: int) -> HttpResponse:
    """The composer's target: htmx gets the thread again, a browser the page."""
    account = get_visible(Account.objects, request.user, pk=account_id)
    rules.require(bool(rules.kinds_for(request.user)), "interactions.write")
    form = InteractionForm(request.POST, request.FILES, by=request.user)
    if "with" in request.POST:
        return composer.render_refused(request, account, form, [])
    if not form.is_valid():
        return composer.render_refused(request, account, form, [str(one[0]) for one in form.errors.values()])
    try:
        row, unable = log_with_documents(request, account, form)
    except DomainError as error:
        return composer.render_refused(request, account, form, [str(error)])
    toast(request, logged_words(row, unable), undo_url=INTERACTIONS.address("bin", row=row))
    return composer.render_logged(request, account, row)


@require_http_methods(["GET", "POST"])
def interaction_change(request: HttpRequest, interaction_id: int) -> HttpResponse:
    row = get_visible(Interaction.objects.select_related("account"), request.user, pk=interaction_id)
    rules.require(rules.can_change(request.user, row), "interactions.write")
    form = InteractionForm(request.POST or None, by=request.user, interaction=row)
    sent = request.method == "POST" and "with" not in request.POST
    if sent and form.is_valid() and run_verb(form, lambda: _change_interaction(request, row, form)):
        toast(request, _("Changed on the portrait."))
        return redirect(f"{reverse('account', args=[row.account_id])}#i-{row.pk}")
    given = request.POST if "people" in request.POST else _took_part(request, row)
    context = {
        "form": form,
        "interaction": row,
        "account": row.account,
        "people": composer.people_of(request.user, row.account, given),
    }
    return render(request, "interactions/change.html", context)


def _change_interaction(request: HttpRequest, row: Interaction, form: InteractionForm) -> None:
    """Who took part is left alone unless their boxes were on the page."""
    values = form.values()
    if "people" not in request.POST:
        values |= {"persons": None, "colleagues": None}
    mentions = [user.pk for user in _mentioned(request, form)]
    INTERACTIONS.change(row, by=request.user, mentions=mentions, **values)


def _took_part(request: HttpRequest, row: Interaction) -> QueryDict:
    """The participants that the reader may see, as the page would send them."""
    given = QueryDict(mutable=True)
    rows = row.participants.named_to(request.user).values_list("person_id", "colleague_id")
    for person, colleague in rows:
        given.appendlist("person" if person else "colleague", str(person or colleague))
    return given


@transaction.atomic
def log_with_documents(request: HttpRequest, account: Account, form: InteractionForm) -> tuple[Interaction, list[User]]:
    """The row with its documents, and the mentioned colleagues who may not see it: all or nothing."""
    values: dict[str, Any] = form.values()
    files = form.cleaned_data["files"]
    if files and not values["text"]:
        values["subject"] = values["subject"] or files[0].name
    mentioned = _mentioned(request, form)
    row = INTERACTIONS.add(account, by=request.user, mentions=[user.pk for user in mentioned], **values)
    for file in files:
        domain.add_document(account=account, by=request.user, file=file, interaction=row)
    readers = {user.pk for user in queries.who_may_read(row, mentioned)}
    return row, [user for user in mentioned if user.pk not in readers]


def _mentioned(request: HttpRequest, form: InteractionForm) -> list[User]:
    chosen = [int(pk) for pk in request.POST.getlist("mention") if pk.isascii() and pk.isdecimal()]
    return queries.mentioned_in(form.cleaned_data["text"], chosen)


def logged_words(row: Interaction, unable: list[User]) -> str:
    words = {
        InteractionKind.NOTE: _("Note added to the portrait."),
        InteractionKind.CALL: _("Call added to the portrait."),
        InteractionKind.MAIL: _("E-mail added to the portrait."),
        InteractionKind.MEETING: _("Meeting added to the portrait."),
    }[InteractionKind(row.kind)]
    if not unable:
        return words
    names = ", ".join(user.full_name for user in unable)
    return words + " " + _("Not told, because they may not see it: %(names)s.") % {"names": names}
