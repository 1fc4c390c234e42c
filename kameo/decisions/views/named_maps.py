"""The maps of an account: its own and those of deals and plans; taking ratings over from another."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from kameo.accounts.models import Account
from kameo.contacts import rules
from kameo.core.access import get_visible, needs, require
from kameo.core.errors import DomainError
from kameo.core.records.resource import say
from kameo.core.ui.answers import form_page
from kameo.core.ui.toasts import failure, toast
from kameo.decisions import domain
from kameo.decisions.forms.stakes import MapForm, TakeOverForm
from kameo.decisions.models import DecisionMap
from kameo.decisions.queries.named_maps import maps_of
from kameo.decisions.records import MAPS
from kameo.decisions.views.stakes import map_address
from kameo.people.enums import Right


@require_http_methods(["GET", "POST"])
def map_list(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/maps/: the account's maps, those in the bin too; POST makes one more."""
    account: Account = get_visible(Account.objects.select_related("pulse"), request.user, pk=account_id)
    form = MapForm(request.POST or None, by=request.user, account=account)
    if request.method == "POST":
        require(request.user, Right.WRITE_PERSONS)
        if form.is_valid() and form.save():
            undo = MAPS.address("bin", row=form.map)
            toast(request, say(MAPS.words.added, form.map), undo_url=undo)
            return redirect("decisions:map-one", form.map.pk)
    context = {
        "account": account,
        "form": form,
        "maps": maps_of(account, request.user),
        "may_write": rules.can_write(request.user),
    }
    return render(request, "decisions/stakes/maps.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@needs(Right.WRITE_PERSONS)
def map_edit(request: HttpRequest, map_id: int) -> HttpResponse:
    """GET and POST /maps/<id>/edit/: name, people expected."""
    found = _map(request, map_id)
    form = MapForm(request.POST or None, by=request.user, account=found.account, map=found)
    context = {"account": found.account, "map": found, "address": map_address(found)}
    to = map_address(found)
    return form_page(request, "decisions/stakes/map_edit.html", form, context, words=_("Saved."), to=to)


@require_http_methods(["GET", "POST"])
@needs(Right.WRITE_PERSONS)
def map_take_over(request: HttpRequest, map_id: int) -> HttpResponse:
    """GET and POST /maps/<id>/take-over/: ratings of another map of the group, with its undo."""
    found = _map(request, map_id)
    form = TakeOverForm(request.POST or None, by=request.user, map=found)
    if request.method == "POST" and form.is_valid() and form.save():
        _say_taken(request, found, form.count)
        return redirect(map_address(found))
    context = {
        "account": found.account,
        "map": found,
        "form": form,
        "address": map_address(found),
        "sources": form.fields["source"].queryset.exists(),
    }
    return render(request, "decisions/stakes/take_over.html", context, status=422 if form.errors else 200)


@require_POST
@needs(Right.WRITE_PERSONS)
def map_give_back(request: HttpRequest, map_id: int) -> HttpResponse:
    """POST /maps/<id>/take-over/undo/: `event`, the take-over to undo."""
    found = _map(request, map_id)
    event = domain.last_take_over(found)
    try:
        if event is None or str(event.pk) != request.POST.get("event", ""):
            raise DomainError("given_back_already", _("This is undone already."))
        domain.give_back(found, event, by=request.user)
        toast(request, _("The map is as it was."))
    except DomainError as error:
        failure(request, error)
    return redirect(map_address(found))


def _say_taken(request: HttpRequest, map: DecisionMap, count: int) -> None:
    if not count:
        toast(request, _("There was nothing new to take over."))
        return
    event = domain.last_take_over(map)
    words = ngettext("%(count)s person rated from the other map.", "%(count)s people rated from the other map.", count)
    undo = reverse("decisions:map-give-back", args=[map.pk])
    toast(request, words % {"count": count}, undo_url=undo, fields={"event": event.pk if event else ""})


def _map(request: HttpRequest, map_id: int) -> DecisionMap:
    found: DecisionMap = get_visible(DecisionMap.objects.select_related("account"), request.user, pk=map_id)
    return found
