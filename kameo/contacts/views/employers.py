"""Following somebody to their new employer (R73)."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kameo.contacts import rules
from kameo.contacts.forms.employers import EmployerForm
from kameo.contacts.models import Person
from kameo.core.access import get_visible
from kameo.core.ui.toasts import toast


@require_http_methods(["GET", "POST"])
def employer(request: HttpRequest, person_id: int) -> HttpResponse:
    """GET and POST /persons/<id>/employer/: where they work now; the sheet then proposes what to do there."""
    person = _person(request, person_id)
    form = EmployerForm(request.POST or None, by=request.user, person=person)
    if request.method == "POST" and form.is_valid() and form.save():
        words = {"name": person.full_name, "account": form.made.account.name}
        toast(request, _("%(name)s now works at %(account)s.") % words)
        return redirect("contacts:one", person.pk)
    context = {"form": form, "person": person}
    return render(request, "contacts/employer.html", context, status=422 if form.errors else 200)


def _require_writer(request: HttpRequest) -> None:
    if not rules.can_write(request.user):
        raise PermissionDenied("persons.write")


def _person(request: HttpRequest, person_id: int) -> Person:
    person: Person = get_visible(Person.objects, request.user, pk=person_id)
    _require_writer(request)
    return person
