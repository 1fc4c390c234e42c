"""Following somebody to their new employer (R73)."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kameo.accounts.models import Account
from kameo.core.access import get_visible
from kameo.core.errors import DomainError
from kameo.core.ui.toasts import failure, toast
from kameo.stakeholders import rules
from kameo.stakeholders.domain import employers
from kameo.stakeholders.domain.stakes import take_off_map
from kameo.stakeholders.forms.employers import EmployerForm
from kameo.stakeholders.models import Person, Stake


@require_http_methods(["GET", "POST"])
def employer(request: HttpRequest, person_id: int) -> HttpResponse:
    """GET and POST /persons/<id>/employer/: where they work now; the sheet then proposes what to do there."""
    person = _person(request, person_id)
    form = EmployerForm(request.POST or None, by=request.user, person=person)
    if request.method == "POST" and form.is_valid() and form.save():
        words = {"name": person.full_name, "account": form.made.account.name}
        toast(request, _("%(name)s now works at %(account)s.") % words)
        return redirect("persons:one", person.pk)
    context = {"form": form, "person": person}
    return render(request, "stakeholders/employer.html", context, status=422 if form.errors else 200)


@require_POST
def follow_on_map(request: HttpRequest, person_id: int, account_id: int) -> HttpResponse:
    """POST /persons/<id>/accounts/<id>/map/: on the map of their new account, with its undo."""
    person = _person(request, person_id)
    account: Account = get_visible(Account.objects, request.user, pk=account_id)
    try:
        stake = employers.put_on_new_map(person, account=account, by=request.user)
    except DomainError as error:
        failure(request, str(error))
    else:
        words = {"name": person.full_name, "account": account.name}
        undo = reverse("persons:follow-undo", args=[stake.pk])
        toast(request, _("%(name)s is on the map of %(account)s.") % words, undo_url=undo)
    return redirect("persons:one", person.pk)


@require_POST
def follow_undo(request: HttpRequest, stake_id: int) -> HttpResponse:
    """POST /stakes/<id>/unfollow/: off the map again."""
    stake: Stake = get_visible(Stake.objects.select_related("map__account"), request.user, pk=stake_id)
    _require_writer(request)
    take_off_map(stake, by=request.user)
    return redirect("persons:one", stake.person_id)


def _require_writer(request: HttpRequest) -> None:
    if not rules.can_write(request.user):
        raise PermissionDenied("persons.write")


def _person(request: HttpRequest, person_id: int) -> Person:
    person: Person = get_visible(Person.objects, request.user, pk=person_id)
    _require_writer(request)
    return person
