"""Absences: one's own, or everybody's for an administrator or a director."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kameo.core.access import SignedIn, needs
from kameo.core.ui.answers import form_page, say_and_go
from kameo.people import domain, queries, rules
from kameo.people.enums import Right
from kameo.people.forms import AbsenceForm
from kameo.people.models import Absence


@require_http_methods(["GET", "POST"])
def own_absences(request: SignedIn) -> HttpResponse:
    return _absences(request, others=False)


@needs(Right.MANAGE_USERS, Right.CONFIGURE)
@require_http_methods(["GET", "POST"])
def all_absences(request: SignedIn) -> HttpResponse:
    return _absences(request, others=True)


@require_POST
def absence_cancellation(request: SignedIn, absence_id: int) -> HttpResponse:
    absence = get_object_or_404(Absence.objects.select_related("user", "cover"), pk=absence_id)
    if not rules.can_plan_absences_of(request.user, absence.user):
        raise Http404
    domain.cancel_absence(absence, by=request.user)
    to = "own-absences" if absence.user_id == request.user.pk else "all-absences"
    return say_and_go(request, _("The absence is cancelled."), to)


def _absences(request: SignedIn, *, others: bool) -> HttpResponse:
    form = AbsenceForm(request.POST or None, by=request.user, others=others)
    context = {"absences": queries.absences_ahead(None if others else request.user), "others": others}

    def words(absence: Absence) -> str:
        return _("%(name)s stands in.") % {"name": absence.cover.full_name}

    return form_page(request, "people/absences.html", form, context, words=words, to=request.path)
