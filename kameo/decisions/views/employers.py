"""On the map of the new employer of somebody we know (R73)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kameo.accounts.models import Account
from kameo.contacts.models import Person
from kameo.core.access import get_visible, needs
from kameo.core.errors import DomainError
from kameo.core.ui.toasts import failure, toast
from kameo.decisions.domain.placing import put_on_new_map
from kameo.decisions.domain.stakes import take_off_map
from kameo.decisions.models import Stake
from kameo.people.enums import Right


@require_POST
@needs(Right.WRITE_PERSONS)
def follow_on_map(request: HttpRequest, person_id: int, account_id: int) -> HttpResponse:
    """POST /persons/<id>/accounts/<id>/map/: on the map of their new account, with its undo."""
    person: Person = get_visible(Person.objects, request.user, pk=person_id)
    account: Account = get_visible(Account.objects, request.user, pk=account_id)
    try:
        stake = put_on_new_map(person, account=account, by=request.user)
    except DomainError as error:
        failure(request, str(error))
    else:
        words = {"name": person.full_name, "account": account.name}
        undo = reverse("decisions:follow-undo", args=[stake.pk])
        toast(request, _("%(name)s is on the map of %(account)s.") % words, undo_url=undo)
    return redirect("contacts:one", person.pk)


@require_POST
@needs(Right.WRITE_PERSONS)
def follow_undo(request: HttpRequest, stake_id: int) -> HttpResponse:
    """POST /stakes/<id>/unfollow/: off the map again."""
    stake: Stake = get_visible(Stake.objects.select_related("map__account"), request.user, pk=stake_id)
    take_off_map(stake, by=request.user)
    return redirect("contacts:one", stake.person_id)
