"""The formal circuit of an account's decision map, and the committees that decide (R27, R76)."""

from __future__ import annotations

from typing import Any

from babel.dates import get_month_names
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kameo.accounts.models import Account
from kameo.contacts import rules
from kameo.core.access import get_visible, needs
from kameo.core.panels import tabs_for
from kameo.core.ui.toasts import toast
from kameo.decisions import domain
from kameo.decisions.forms.circuit import BudgetForm, CommitteeForm, CommitteeMemberForm, StepForm
from kameo.decisions.models import Committee, CommitteeMember, DecisionMap, DecisionStep
from kameo.decisions.queries.circuit import read_circuit, read_committee
from kameo.decisions.records import COMMITTEES
from kameo.people.enums import Right


@require_safe
def account_circuit(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/circuit/: of the main map; `map` chooses another one of the account."""
    account, decision_map = _account_and_map(request, account_id)
    context = {
        "account": account,
        "circuit": read_circuit(account, request.user, decision_map),
        "map_query": _map_query(decision_map),
        "may_write": rules.can_write(request.user),
        "tabs": tabs_for(request.user, account, "map"),
        "month_names": list(get_month_names("abbreviated", locale=get_language() or "fr").values()),
    }
    return render(request, "decisions/circuit/circuit.html", context)


@require_http_methods(["GET", "POST"])
@needs(Right.WRITE_PERSONS)
def budget_edit(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET and POST /accounts/<id>/circuit/budget/."""
    account, decision_map = _account_and_map(request, account_id)
    form = BudgetForm(request.POST or None, by=request.user, decision_map=decision_map)
    if request.method == "POST" and form.is_valid() and form.save(_making(request, account, decision_map)):
        toast(request, _("Saved."))
        return _back_to_circuit(account.pk, decision_map)
    return _render_form(request, "decisions/circuit/budget.html", form, account, decision_map)


@require_http_methods(["GET", "POST"])
@needs(Right.WRITE_PERSONS)
def step_new(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET and POST /accounts/<id>/circuit/steps/new/; `rank` gives back a step at its place."""
    account, decision_map = _account_and_map(request, account_id)
    form = StepForm(request.POST or None, by=request.user, account=account)
    if request.method == "POST" and form.is_valid() and form.save(_making(request, account, decision_map)):
        toast(request, _("The circuit has one more step."))
        return _back_to_circuit(account.pk, decision_map, form.step)
    return _render_form(request, "decisions/circuit/step.html", form, account, decision_map)


@require_http_methods(["GET", "POST"])
@needs(Right.WRITE_PERSONS)
def step_edit(request: HttpRequest, step_id: int) -> HttpResponse:
    """GET and POST /steps/<id>/edit/."""
    step = _step(request, step_id)
    form = StepForm(request.POST or None, by=request.user, account=step.map.account, step=step)
    if request.method == "POST" and form.is_valid() and form.save():
        toast(request, _("Saved."))
        return _back_to_circuit(step.map.account_id, step.map, step)
    return _render_form(request, "decisions/circuit/step.html", form, step.map.account, step.map, step=step)


@require_POST
@needs(Right.WRITE_PERSONS)
def step_move(request: HttpRequest, step_id: int) -> HttpResponse:
    """POST /steps/<id>/move/: `to` is its new place, 0 the first."""
    step = _step(request, step_id)
    to = request.POST.get("to", "")
    if to.isascii() and to.isdecimal() and len(to) < 6:
        domain.move_step(step, by=request.user, to=int(to))
    return _back_to_circuit(step.map.account_id, step.map, step)


@require_POST
@needs(Right.WRITE_PERSONS)
def step_remove(request: HttpRequest, step_id: int) -> HttpResponse:
    """POST /steps/<id>/remove/, with its undo."""
    step = _step(request, step_id)
    back = domain.remove_step(step, by=request.user)
    fields = {name: getattr(value, "pk", value) for name, value in back.items() if value is not None}
    undo = reverse("decisions:step-new", args=[step.map.account_id]) + _map_query(step.map)
    toast(request, _("“%(step)s” left the circuit.") % {"step": step.name}, undo_url=undo, fields=fields)
    return _back_to_circuit(step.map.account_id, step.map)


@require_http_methods(["GET", "POST"])
@needs(Right.WRITE_PERSONS)
def committee_new(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET and POST /accounts/<id>/committees/new/."""
    account = _account(request, account_id)
    form = CommitteeForm(request.POST or None, by=request.user, account=account)
    if request.method == "POST" and form.is_valid() and form.save():
        made = form.committee
        toast(request, COMMITTEES.words.added, undo_url=COMMITTEES.address("bin", row=made))
        return redirect("decisions:committee", made.pk)
    return _render_form(request, "decisions/circuit/committee_form.html", form, account, None)


@require_safe
def committee(request: HttpRequest, committee_id: int) -> HttpResponse:
    """GET /committees/<id>/: whom it serves, who sits there, which steps it decides."""
    row = _committee(request, committee_id)
    writes = rules.can_write_at(request.user, row.account)
    form = CommitteeMemberForm(by=request.user, committee=row) if writes else None
    return _committee_page(request, row, form)


@require_http_methods(["GET", "POST"])
def committee_edit(request: HttpRequest, committee_id: int) -> HttpResponse:
    """GET and POST /committees/<id>/edit/."""
    row = _committee(request, committee_id, write=True)
    form = CommitteeForm(request.POST or None, by=request.user, account=row.account, committee=row)
    if request.method == "POST" and form.is_valid() and form.save():
        toast(request, _("Saved."))
        return redirect("decisions:committee", row.pk)
    return _render_form(request, "decisions/circuit/committee_form.html", form, row.account, None, committee=row)


@require_POST
def member_add(request: HttpRequest, committee_id: int) -> HttpResponse:
    """POST /committees/<id>/members/: `person` and `part`; for somebody who sits there, a new part."""
    row = _committee(request, committee_id, write=True)
    form = CommitteeMemberForm(request.POST, by=request.user, committee=row)
    if form.is_valid() and form.save():
        toast(request, _("%(name)s sits there.") % {"name": form.cleaned_data["person"].full_name})
        return redirect("decisions:committee", row.pk)
    return _committee_page(request, row, form)


@require_POST
def member_remove(request: HttpRequest, committee_id: int, member_id: int) -> HttpResponse:
    """POST /committees/<id>/members/<id>/remove/, with its undo."""
    row = _committee(request, committee_id, write=True)
    members = CommitteeMember.objects.filter(committee=row).select_related("person", "committee__account")
    member: CommitteeMember = get_visible(members, request.user, pk=member_id)
    fields = {"person": member.person_id, "part": member.part}
    domain.unseat_member(member, by=request.user)
    undo = reverse("decisions:member-add", args=[row.pk])
    words = _("%(name)s no longer sits there.") % {"name": member.person.full_name}
    toast(request, words, undo_url=undo, fields=fields)
    return redirect("decisions:committee", row.pk)


def _committee_page(request: HttpRequest, row: Committee, form: CommitteeMemberForm | None) -> HttpResponse:
    steps = DecisionStep.objects.visible_to(request.user).filter(committee=row).select_related("map__account")
    context = {
        "account": row.account,
        "body": read_committee(row, request.user),
        "form": form,
        "may_write": form is not None,
        "steps": [step for step in steps if step.map.binned_at is None],
    }
    status = 422 if form is not None and form.errors else 200
    return render(request, "decisions/circuit/committee.html", context, status=status)


def _account(request: HttpRequest, account_id: int) -> Account:
    account: Account = get_visible(Account.objects.select_related("pulse"), request.user, pk=account_id)
    return account


def _account_and_map(request: HttpRequest, account_id: int) -> tuple[Account, DecisionMap | None]:
    """The account and the map asked for: its main one (None before anything was said), or that of `map`."""
    account = _account(request, account_id)
    maps = DecisionMap.objects.filter(account=account, binned_at=None)
    asked = request.GET.get("map", "")
    if asked:
        chosen: DecisionMap = get_visible(maps, request.user, pk=asked)
        return account, chosen
    return account, maps.filter(main=True).first()


def _making(request: HttpRequest, account: Account, found: DecisionMap | None) -> Any:
    """The map to write to, made when the account had none."""
    return lambda: found if found is not None else domain.main_map(account, by=request.user)


def _step(request: HttpRequest, step_id: int) -> DecisionStep:
    rows = DecisionStep.objects.select_related("map__account", "committee", "person")
    step: DecisionStep = get_visible(rows, request.user, pk=step_id)
    return step


def _committee(request: HttpRequest, committee_id: int, *, write: bool = False) -> Committee:
    row: Committee = get_visible(Committee.objects.select_related("account"), request.user, pk=committee_id)
    if write and not rules.can_write_at(request.user, row.account):
        raise PermissionDenied(Right.WRITE_PERSONS)
    return row


def _map_query(decision_map: DecisionMap | None) -> str:
    return f"?map={decision_map.pk}" if decision_map is not None and not decision_map.main else ""


def _back_to_circuit(
    account_id: int, decision_map: DecisionMap | None, step: DecisionStep | None = None
) -> HttpResponse:
    place = f"#step-{step.pk}" if step is not None else ""
    return redirect(reverse("decisions:circuit", args=[account_id]) + _map_query(decision_map) + place)


def _render_form(
    request: HttpRequest, template: str, form: Any, account: Account, decision_map: Any, **more: Any
) -> HttpResponse:
    context = {"form": form, "account": account, "map": decision_map, "map_query": _map_query(decision_map), **more}
    return render(request, template, context, status=422 if form.errors else 200)
