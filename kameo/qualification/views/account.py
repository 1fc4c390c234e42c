"""The qualification of one account: why it is in its class, who rated what, what was decided (R6–R12)."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kameo.accounts.domain import change_account
from kameo.accounts.enums import AccountClass
from kameo.accounts.models import Account
from kameo.accounts.queries.fetching import get_account_for, get_account_to_change_for
from kameo.core import clock
from kameo.core.access import get_visible, require
from kameo.core.money import reporting_currency
from kameo.core.panels import tabs_for
from kameo.core.ui.answers import act_and_return, say_and_go
from kameo.core.ui.back import back_to
from kameo.core.ui.fragments import is_fragment, render_fragment
from kameo.core.ui.toasts import failure
from kameo.people.enums import Right
from kameo.qualification.axes.evidence import reasons_of
from kameo.qualification.axes.orientation import bearing_of
from kameo.qualification.domain.decisions import end_decision
from kameo.qualification.forms.ratings import AlignmentForm, DecisionForm, OrientationForm, ProposalForm, RatingForm
from kameo.qualification.models import Alignment, ClassDecision, CriterionRating
from kameo.qualification.queries.qualification import class_history, qualification_for


@require_safe
def account_qualification(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/qualification/?as_of=…: both axes today, or at the end of a past day."""
    account = get_account_for(request.user, account_id)
    return _qualification_page(request, account)


@require_safe
def class_over_time(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/qualification/history/: each day on which a score or the class changed; a part for htmx."""
    account = get_account_for(request.user, account_id)
    context = {"account": account, "snapshots": class_history(account, 50)}
    template = "qualification/history.html"
    if is_fragment(request):
        return render_fragment(request, template, "snapshots", context)
    return render(request, template, context)


@require_POST
def criterion_rate(request: HttpRequest, account_id: int) -> HttpResponse:
    """POST /accounts/<id>/qualification/ratings/: the toast rates it back."""
    return _rate(request, account_id, RatingForm, CriterionRating, "score", _("The rating is kept."))


@require_POST
def alignment_rate(request: HttpRequest, account_id: int) -> HttpResponse:
    """POST /accounts/<id>/qualification/alignments/: the toast sets it back."""
    return _rate(request, account_id, AlignmentForm, Alignment, "value", _("The alignment is kept."))


def _rate(request: HttpRequest, account_id: int, kind: Any, model: Any, value: str, words: str) -> HttpResponse:
    """Rate one line of an axis; its undo gives the last rating of it again."""
    account, form = get_account_to_change_for(request.user, account_id), kind(request.POST)
    if not form.is_valid():
        return _refused(request, account, form)
    line = form.cleaned_data[kind.line]
    last = model.objects.filter(account=account, **{kind.line: line}).first()
    if not form.save(account, request.user):
        return _refused(request, account, form)
    before = getattr(last, value, None)
    fields = {kind.line: line.pk, value: "" if before is None else before, "evidence": last.evidence if last else ""}
    to = f"{_address(account)}#{kind.line}-{getattr(line, 'part_of_id', None) or line.pk}"
    return say_and_go(request, words, to, undo_url=request.path, fields=fields)


@require_POST
def decision_new(request: HttpRequest, account_id: int) -> HttpResponse:
    """POST /accounts/<id>/qualification/decisions/: the toast ends it again."""
    account = get_account_for(request.user, account_id)
    require(request.user, Right.DECIDE_CLASS)
    form = DecisionForm(request.POST, account=account, by=request.user)
    if not (form.is_valid() and form.save()):
        return _qualification_page(request, account, form)
    made = ClassDecision.objects.filter(account=account).first()
    undo = reverse("qualification:decision-end", args=[account.pk, made.pk]) if made else None
    words = _("The class of %(name)s is decided.") % {"name": account.name}
    return say_and_go(request, words, back_to(request, _address(account)), undo_url=undo)


@require_POST
def decision_end(request: HttpRequest, account_id: int, decision_id: int) -> HttpResponse:
    """POST /accounts/<id>/qualification/decisions/<decision>/end/: the computed class is in force again."""
    account = get_account_for(request.user, account_id)
    require(request.user, Right.DECIDE_CLASS)
    decisions = ClassDecision.objects.filter(account=account).select_related("account")
    decision = get_visible(decisions, request.user, pk=decision_id)
    act = partial(end_decision, decision, reason=request.POST.get("reason", "")[:4000], by=request.user)
    words = _("The decision has ended: the computed class is in force.")
    return act_and_return(request, act, words, back_to(request, _address(account)))


@require_POST
def class_propose(request: HttpRequest, account_id: int) -> HttpResponse:
    """POST /accounts/<id>/qualification/proposals/: whoever decides is told; nothing changes."""
    account = get_account_to_change_for(request.user, account_id)
    form = ProposalForm(request.POST, account=account, by=request.user)
    if not (form.is_valid() and form.save()):
        return _qualification_page(request, account, form)
    return say_and_go(request, _("Proposed: those who decide are told."), _address(account))


@require_POST
def orientation_change(request: HttpRequest, account_id: int) -> HttpResponse:
    """POST /accounts/<id>/qualification/orientation/: the toast sets it back."""
    account = get_account_to_change_for(request.user, account_id)
    before = {"orientation": account.orientation, "cadence_days": account.cadence_days or ""}
    form = OrientationForm(request.POST, account=account, by=request.user)
    if not (form.is_valid() and form.save()):
        return _qualification_page(request, account, form)
    undo = reverse("qualification:orientation", args=[account.pk])
    return say_and_go(request, _("Saved."), f"{_address(account)}#orientation", undo_url=undo, fields=before)


@require_POST
def watch(request: HttpRequest, account_id: int) -> HttpResponse:
    """POST /accounts/<id>/watch/ with `watched` 1 or 0: on the watch-list, or off it."""
    account = get_account_to_change_for(request.user, account_id)
    watched = request.POST.get("watched") == "1"
    change_account(account, by=request.user, watched=watched)
    words = _("%(name)s is on the watch-list.") if watched else _("%(name)s is off the watch-list.")
    undo = reverse("qualification:watch", args=[account.pk])
    fields = {"watched": "0" if watched else "1", "next": request.POST.get("next", "")}
    to = back_to(request, _address(account))
    return say_and_go(request, words % {"name": account.name}, to, undo_url=undo, fields=fields)


def _qualification_page(request: HttpRequest, account: Account, bound: Any = None) -> HttpResponse:
    today = clock.company_today()
    day = _past_day(request, today)
    found = qualification_for(account, request.user, as_of=day)
    past = day is not None and day != today
    writes = request.user.can(Right.WRITE_ACCOUNTS) and not past
    decides = request.user.can(Right.DECIDE_CLASS) and not past
    context = {
        "account": account,
        "tabs": tabs_for(request.user, account, "qualification"),
        "found": found,
        "reasons": reasons_of(found, reporting_currency()),
        "past": past,
        "today": today,
        "may_write": writes,
        "may_decide": decides,
        "bearing": bearing_of(account),
        "decision_form": _decision_form(DecisionForm, bound, account, request, found) if decides else None,
        "proposal_form": _decision_form(ProposalForm, bound, account, request, found)
        if writes and not decides
        else None,
        "orientation_form": bound
        if isinstance(bound, OrientationForm)
        else OrientationForm(account=account, by=request.user),
    }
    status = 422 if bound is not None else 200
    return render(request, "qualification/account.html", context, status=status)


def _decision_form(kind: Any, bound: Any, account: Account, request: HttpRequest, found: Any) -> Any:
    if isinstance(bound, kind):
        return bound
    wanted = request.GET.get("class", "")  # a card moved on the board asks for the class it was moved to
    in_force = wanted if wanted in AccountClass.values else found.account_class
    return kind(account=account, by=request.user, in_force=in_force)


def _refused(request: HttpRequest, account: Account, form: Any) -> HttpResponse:
    problems = [text for errors in form.errors.values() for text in errors]
    failure(request, " ".join(str(text) for text in problems))
    return redirect(_address(account))


def _past_day(request: HttpRequest, today: date) -> date | None:
    """The day asked for; today for what is no day, or is yet to come."""
    try:
        day = date.fromisoformat(request.GET.get("as_of", ""))
    except ValueError:
        return None
    return day if day < today else None


def _address(account: Account) -> str:
    return reverse("qualification:account", args=[account.pk])
