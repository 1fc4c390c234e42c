"""Introductions: asking a colleague, answering, and those under way (R71)."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kameo.contacts.models import Person
from kameo.core.access import get_visible
from kameo.core.errors import DomainError
from kameo.core.ui.answers import act_and_return, form_page, say_and_go
from kameo.core.ui.toasts import failure, toast
from kameo.decisions import domain, rules
from kameo.decisions.forms.introductions import AnswerForm, AskForm
from kameo.decisions.models import Introduction
from kameo.decisions.queries.introductions import introductions_of, with_titles
from kameo.people.models import User


@require_safe
def introduction_list(request: HttpRequest) -> HttpResponse:
    """GET /introductions/: what is asked of me, what I asked, what came of it."""
    context = {"mine": introductions_of(request.user), "askable": domain.may_be_asked(request.user)}
    return render(request, "decisions/introductions/list.html", context)


@require_POST
def introduction_allowed(request: HttpRequest) -> HttpResponse:
    """POST /introductions/allowed/: `allowed=1` or 0, whether colleagues may ask me."""
    allowed = request.POST.get("allowed") == "1"
    domain.allow_requests(request.user, allowed=allowed)
    words = _("Colleagues may ask you for introductions.") if allowed else _("Colleagues no longer ask you.")
    undo = {"undo_url": reverse("decisions:introduction-allowed"), "fields": {"allowed": "0" if allowed else "1"}}
    toast(request, words, **undo)  # type: ignore[arg-type]
    return redirect("decisions:introductions")


@require_http_methods(["GET", "POST"])
def introduction_new(request: HttpRequest, person_id: int) -> HttpResponse:
    """GET and POST /persons/<id>/introductions/new/; `through` proposes a colleague."""
    person: Person = get_visible(Person.objects, request.user, pk=person_id)
    rules.require_ask(request.user)
    form = AskForm(request.POST or None, by=request.user, person=person, through=_proposed(request))

    def done(_saved: bool) -> HttpResponse:
        undo = reverse("decisions:introduction-withdraw", args=[form.made.pk])
        words = _("%(name)s is asked for an introduction.") % {"name": form.made.through.full_name}
        return say_and_go(request, words, _address_of(form.made), undo_url=undo)

    return form_page(request, "decisions/introductions/new.html", form, {"person": person}, done=done)


@require_safe
def introduction(request: HttpRequest, introduction_id: int) -> HttpResponse:
    """GET /introductions/<id>/: the request, and what the reader may do with it."""
    row = _introduction(request, introduction_id)
    context = {"row": row, "form": AnswerForm(), "asked_of_me": row.through_id == request.user.pk}
    return render(request, "decisions/introductions/one.html", context)


@require_POST
def introduction_answer(request: HttpRequest, introduction_id: int) -> HttpResponse:
    """POST /introductions/<id>/answer/: `act` is accept, decline or made, with an `answer`."""
    row = _introduction(request, introduction_id)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        failure(request, _("This is too long: a few lines are enough."))
        return redirect("decisions:introduction", row.pk)
    acts: dict[str, tuple[Any, str]] = {
        "accept": (domain.accept_introduction, _("You will introduce them.")),
        "decline": (domain.decline_introduction, _("The request is declined.")),
        "made": (domain.make_introduction, _("The introduction is made.")),
    }
    act = request.POST.get("act", "")
    if act not in acts:
        raise PermissionDenied("introductions")
    verb, words = acts[act]
    answer = form.cleaned_data["answer"] or (None if act == "made" else "")
    undo = reverse("decisions:introduction-reopen", args=[row.pk])
    return act_and_return(
        request, lambda: verb(row, by=request.user, answer=answer), words, _address_of(row), undo_url=undo
    )


@require_POST
def introduction_reopen(request: HttpRequest, introduction_id: int) -> HttpResponse:
    """POST /introductions/<id>/reopen/: undoes an answer."""
    row = _introduction(request, introduction_id)
    words = _("The request waits for an answer again.")
    return act_and_return(request, lambda: domain.reopen_introduction(row, by=request.user), words, _address_of(row))


@require_POST
def introduction_withdraw(request: HttpRequest, introduction_id: int) -> HttpResponse:
    """POST /introductions/<id>/withdraw/, with its undo."""
    row = _introduction(request, introduction_id)
    fields = {"through": row.through_id, "message": row.message}
    undo = reverse("decisions:introduction-new", args=[row.person_id])
    try:
        domain.withdraw_introduction(row, by=request.user)
    except DomainError as error:
        failure(request, str(error))
        return redirect("decisions:introduction", introduction_id)
    toast(request, _("The request is taken back."), undo_url=undo, fields=fields)
    return redirect("decisions:introductions")


def _introduction(request: HttpRequest, introduction_id: int) -> Introduction:
    row: Introduction = get_visible(with_titles(request.user), request.user, pk=introduction_id)
    return row


def _address_of(row: Introduction) -> str:
    return reverse("decisions:introduction", args=[row.pk])


def _proposed(request: HttpRequest) -> User | None:
    asked = request.GET.get("through", "")
    known = asked.isascii() and asked.isdecimal() and len(asked) < 19
    return User.objects.active().filter(pk=int(asked)).first() if known else None
