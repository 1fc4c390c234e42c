"""People at the customer: seen by whoever sees one of their accounts, written with the right to."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kameo.accounts.models import Account
from kameo.contacts import domain, rules
from kameo.contacts.enums import Family, Seniority
from kameo.contacts.forms.people import EndForm, NewPersonForm, NewPositionForm, PersonForm, PositionForm
from kameo.contacts.listing.ordering import ORDERS, headings, sorted_by
from kameo.contacts.listing.people import criteria_of, page_of, people_for
from kameo.contacts.listing.people_filters import filter_names, filters_of, further_names
from kameo.contacts.models import Person, Position, Segment
from kameo.core.access import get_binned, get_visible
from kameo.core.keyset import page_address
from kameo.core.panels import tabs_for
from kameo.core.ui.toasts import toast


@require_safe
def person_list(request: HttpRequest) -> HttpResponse:
    """GET /persons/: filters as `people_filters.filter_names`; `segment` names the segment that they come from."""
    segment = _segment(request)
    mine = segment is not None and segment.owner_id == request.user.pk
    context = _people_context(request, _read_address_state(request)) | {"segment": segment, "own_segment": mine}
    return render(request, "contacts/list.html", context)


@require_safe
def account_people(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/persons/: the same of one account, `scope=entity` without what hangs below it."""
    account = _account(request, account_id)
    address_state = _read_address_state(request)
    context = _people_context(request, address_state, account=account, alone=address_state["scope"] == "entity") | {
        "account": account,
        "tabs": tabs_for(request.user, account, "persons"),
    }
    return render(request, "contacts/account.html", context)


@require_http_methods(["GET", "POST"])
def person_new(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET and POST /accounts/<id>/persons/new/."""
    account = _account(request, account_id)
    _require_writer(request)
    form = NewPersonForm(request.POST or None, by=request.user, account=account)
    if request.method == "POST" and form.is_valid() and form.save():
        undo = reverse("contacts:bin", args=[form.made.pk])
        toast(request, _("%(name)s is added.") % {"name": form.made.full_name}, undo_url=undo)
        return redirect("contacts:one", form.made.pk)
    return _render_form(request, "contacts/new.html", form, account=account)


@require_http_methods(["GET", "POST"])
def person_edit(request: HttpRequest, person_id: int) -> HttpResponse:
    """GET and POST /persons/<id>/edit/."""
    found = _writable_person(request, person_id)
    form = PersonForm(request.POST or None, by=request.user, person=found)
    if request.method == "POST" and form.is_valid() and form.save():
        toast(request, _("Saved."))
        return redirect("contacts:one", found.pk)
    return _render_form(request, "contacts/edit.html", form, person=found)


@require_POST
def person_bin(request: HttpRequest, person_id: int) -> HttpResponse:
    """POST /persons/<id>/bin/, with its undo."""
    found = _writable_person(request, person_id)
    domain.bin_person(found, by=request.user)
    undo = reverse("contacts:restore", args=[found.pk])
    toast(request, _("%(name)s is in the bin.") % {"name": found.full_name}, undo_url=undo)
    return redirect("contacts:list")


@require_POST
def person_restore(request: HttpRequest, person_id: int) -> HttpResponse:
    """POST /persons/<id>/restore/."""
    _require_writer(request)
    found: Person = get_binned(Person.objects, request.user, pk=person_id)
    domain.restore_person(found, by=request.user)
    toast(request, _("%(name)s is back.") % {"name": found.full_name})
    return redirect("contacts:one", found.pk)


@require_http_methods(["GET", "POST"])
def position_new(request: HttpRequest, person_id: int) -> HttpResponse:
    """GET and POST /persons/<id>/positions/new/: another post, or another employer."""
    found = _writable_person(request, person_id)
    form = NewPositionForm(request.POST or None, by=request.user, person=found)
    if request.method == "POST" and form.is_valid() and form.save():
        toast(request, _("Position added."))
        return redirect("contacts:one", found.pk)
    return _render_form(request, "contacts/position_new.html", form, person=found)


@require_http_methods(["GET", "POST"])
def position_edit(request: HttpRequest, position_id: int) -> HttpResponse:
    """GET and POST /positions/<id>/edit/."""
    post = _position(request, position_id)
    form = PositionForm(request.POST or None, by=request.user, position=post)
    if request.method == "POST" and form.is_valid() and form.save():
        toast(request, _("Saved."))
        return redirect("contacts:one", post.person_id)
    return _render_form(request, "contacts/position.html", form, position=post, person=post.person)


@require_http_methods(["GET", "POST"])
def position_end(request: HttpRequest, position_id: int) -> HttpResponse:
    """GET and POST /positions/<id>/end/, with its undo."""
    post = _position(request, position_id)
    form = EndForm(request.POST or None, by=request.user, position=post)
    if request.method == "POST" and form.is_valid() and form.save():
        undo = reverse("contacts:position-reopen", args=[post.pk])
        words = {"name": post.person.full_name, "account": post.account.name}
        toast(request, _("%(name)s no longer holds this position at %(account)s.") % words, undo_url=undo)
        return redirect("contacts:one", post.person_id)
    return _render_form(request, "contacts/position_end.html", form, position=post, person=post.person)


@require_POST
def position_reopen(request: HttpRequest, position_id: int) -> HttpResponse:
    """POST /positions/<id>/reopen/."""
    post = _position(request, position_id)
    domain.reopen_position(post, by=request.user)
    toast(request, _("The position is held again."))
    return redirect("contacts:one", post.person_id)


def _segment(request: HttpRequest) -> Segment | None:
    """The segment that the filters come from, when the address names one that the reader may use."""
    pk = request.GET.get("segment", "")
    if not pk.isdecimal() or len(pk) > 18:
        return None
    found: Segment | None = Segment.objects.visible_to(request.user).filter(pk=pk).first()
    return found


def _read_address_state(request: HttpRequest) -> dict[str, str]:
    """The filters of the address, every one present: "" narrows nothing."""
    address_state = dict.fromkeys((*filter_names(), "scope"), "") | filters_of(request.GET)
    address_state["scope"] = "entity" if request.GET.get("scope") == "entity" else ""
    return address_state


def _people_context(request: HttpRequest, address_state: dict[str, str], **place: Any) -> dict[str, Any]:
    people = people_for(request.user, criteria_of(address_state, request.user, **place))
    sort = request.GET.get("sort", "") if request.GET.get("sort", "") in ORDERS else ""
    page = page_of(people, before=request.GET.get("before", ""), after=request.GET.get("after", ""), sort=sort)
    kept = {key: value for key, value in address_state.items() if value}
    return {
        "address_state": address_state,
        "page": page,
        "may_write": rules.can_write(request.user),
        "kept": kept,
        "families": Family.choices,
        "levels": Seniority.choices,
        "hidden_filters": {name: address_state[name] for name in (*further_names(), "account") if address_state[name]},
        "sort": sort,
        "sorts": headings(kept, sort),
        "previous_url": page_address(kept | sorted_by(sort), before=page.before),
        "next_url": page_address(kept | sorted_by(sort), after=page.after),
    }


def _account(request: HttpRequest, account_id: int) -> Account:
    account: Account = get_visible(Account.objects.select_related("pulse"), request.user, pk=account_id)
    return account


def _person(request: HttpRequest, person_id: int) -> Person:
    people = Person.objects.prefetch_related("emails", "phones", "links")
    found: Person = get_visible(people, request.user, pk=person_id)
    return found


def _require_writer(request: HttpRequest) -> None:
    if not rules.can_write(request.user):
        raise PermissionDenied("persons.write")


def _writable_person(request: HttpRequest, person_id: int) -> Person:
    found = _person(request, person_id)
    _require_writer(request)
    return found


def _position(request: HttpRequest, position_id: int) -> Position:
    rows = Position.objects.filter(person__binned_at=None).select_related("person", "account")
    found: Position = get_visible(rows, request.user, pk=position_id)
    _require_writer(request)
    return found


def _render_form(request: HttpRequest, template: str, form: Any, **context: Any) -> HttpResponse:
    return render(request, template, {"form": form, **context}, status=422 if form.errors else 200)
