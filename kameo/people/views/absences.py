"""Absences: one's own, or everybody's for an administrator or a director."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kameo.core.access import SignedIn, needs
from kameo.core.ui.toasts import toast
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
    toast(request, _("The absence is cancelled."))
    return redirect("own-absences" if absence.user_id == request.user.pk else "all-absences")


def _absences(request: SignedIn, *, others: bool) -> HttpResponse:
    form = AbsenceForm(request.POST or None, by=request.user, others=others)
    if request.method == "POST" and form.is_valid() and (absence := form.save()):
        toast(request, _("%(name)s stands in.") % {"name": absence.cover.full_name})
        return redirect(request.path)
    absences = queries.absences_ahead(None if others else request.user)
    context = {"form": form, "absences": absences, "others": others}
    return render(request, "people/absences.html", context, status=422 if form.errors else 200)
