"""Our objectives and the scorecard: what the two axes are made of, and who changes side with them (R6, R9)."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kameo.core import clock, preferences
from kameo.core.access import require
from kameo.core.choices.forms import ChoiceForm
from kameo.core.journal.models import Event
from kameo.core.ui.answers import act_and_return, form_page
from kameo.people.enums import Right
from kameo.qualification.choices import CRITERIA, OBJECTIVES
from kameo.qualification.forms.objectives import ScorecardCriterionForm
from kameo.qualification.models import Criterion, Objective
from kameo.qualification.queries.class_changes import RuleChange, rule_changes


@require_safe
def objective_list(request: HttpRequest) -> HttpResponse:
    """GET /qualification/objectives/: the register, and who changed side after the last changes."""
    user: Any = request.user
    rows = list(Objective.objects.all())
    context = {
        "objectives": [row for row in rows if row.removed_at is None],
        "removed": [row for row in rows if row.removed_at is not None],
        "today": clock.company_today(),
        "changes": [one for one in rule_changes(user, limit=8) if one.what != "weights"],
        "may_change": user.can(Right.DECIDE_CLASS),
        "gate": preferences.get("key.gate"),
    }
    return render(request, "qualification/objectives.html", context)


@require_http_methods(["GET", "POST"])
def objective_form(request: HttpRequest, objective_id: int | None = None) -> HttpResponse:
    """GET and POST /qualification/objectives/new/ or /<id>/: `preview` saves nothing and says who would move."""
    require(request.user, Right.DECIDE_CLASS)
    row = get_object_or_404(Objective, pk=objective_id, removed_at=None) if objective_id else None
    form = ChoiceForm(request.POST or None, choices=OBJECTIVES, by=request.user, row=row)

    def words(_saved: bool) -> str:
        return _("“%(name)s” is kept: everybody is judged again.") % {"name": form.cleaned_data["name"]}

    template, to = "qualification/objective_form.html", "qualification:objectives"
    return _previewed_page(request, template, form, {"objective": row}, words, to)


@require_POST
def objective_remove(request: HttpRequest, objective_id: int) -> HttpResponse:
    """POST /qualification/objectives/<id>/removal/, with its undo."""
    row = get_object_or_404(Objective, pk=objective_id)
    words = _("“%(name)s” counts no more.") % {"name": row.name}
    undo = reverse("qualification:objective-restore", args=[row.pk])
    act = partial(OBJECTIVES.retire, row, by=request.user)
    return act_and_return(request, act, words, "qualification:objectives", undo_url=undo)


@require_POST
def objective_restore(request: HttpRequest, objective_id: int) -> HttpResponse:
    """POST /qualification/objectives/<id>/restoration/."""
    row = get_object_or_404(Objective, pk=objective_id)
    act, words = partial(OBJECTIVES.restore, row, by=request.user), _("“%(name)s” counts again.") % {"name": row.name}
    return act_and_return(request, act, words, "qualification:objectives")


@require_safe
def scorecard(request: HttpRequest) -> HttpResponse:
    """GET /qualification/scorecard/: the criteria in use with weights, anchors and steps, and those retired."""
    require(request.user, Right.CONFIGURE)
    rows = list(Criterion.objects.select_related("part_of"))
    used = [row for row in rows if row.retired_at is None and row.part_of_id is None]
    parts: dict[int, list[Criterion]] = {}
    for row in rows:
        if row.part_of_id is not None and row.retired_at is None:
            parts.setdefault(row.part_of_id, []).append(row)
    total = sum(row.weight for row in used)
    context = {
        "criteria": [
            (CRITERIA.name(row), row, _share(row, total), [(CRITERIA.name(one), one) for one in parts.get(row.pk, [])])
            for row in used
        ],
        "retired": [(CRITERIA.name(row), row) for row in rows if row.retired_at is not None],
        "gate": preferences.get("large.scorecard_gate"),
    }
    return render(request, "qualification/scorecard.html", context)


@require_http_methods(["GET", "POST"])
def criterion_form(request: HttpRequest, criterion_id: int | None = None) -> HttpResponse:
    """GET and POST /qualification/scorecard/new/ or /<id>/; `preview` saves nothing."""
    require(request.user, Right.CONFIGURE)
    row = get_object_or_404(Criterion, pk=criterion_id) if criterion_id else None
    form = ScorecardCriterionForm(request.POST or None, by=request.user, criterion=row)
    context = {"criterion": row, "name": CRITERIA.name(row) if row else ""}
    words, to = _("Saved: everybody who is rated is judged again."), "qualification:scorecard"
    return _previewed_page(request, "qualification/criterion_form.html", form, context, words, to)


@require_POST
def criterion_retire(request: HttpRequest, criterion_id: int) -> HttpResponse:
    """POST /qualification/scorecard/<id>/retirement/ with `retired` 1 or 0: the toast takes it back."""
    row = get_object_or_404(Criterion, pk=criterion_id)
    retired = request.POST.get("retired") != "0"
    words = _("%(name)s counts no more.") if retired else _("%(name)s counts again.")
    return act_and_return(
        request,
        lambda: (CRITERIA.retire if retired else CRITERIA.restore)(row, by=request.user),
        words % {"name": CRITERIA.name(row)},
        "qualification:scorecard",
        undo_url=reverse("qualification:criterion-retire", args=[row.pk]),
        fields={"retired": "0" if retired else "1"},
    )


def _previewed_page(request: HttpRequest, template: str, form: Any, context: Any, words: Any, to: str) -> HttpResponse:
    asked = "preview" in request.POST
    preview = _preview(request.user, form) if asked and form.is_valid() else None
    context = {**context, "preview": preview}
    return form_page(request, template, form, context, save=lambda: not asked and form.save(), words=words, to=to)


def _preview(user: Any, form: Any) -> RuleChange | None:
    """Who would change side: the change is made, read, and taken back with all it did. None when it is refused,
    or when nothing differs.
    """
    last = Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    with transaction.atomic():
        accepted = form.save()
        found = next(iter(rule_changes(user, limit=1)), None) if accepted else None
        transaction.set_rollback(True)
    return found if found is not None and found.event_id > last else None


def _share(row: Criterion, total: Any) -> Any:
    return row.weight / total * 100 if total else None
