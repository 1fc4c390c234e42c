"""People at the customer: seen by whoever sees one of their accounts, written with the right to."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kameo.accounts.models import Account
from kameo.contacts import domain, rules
from kameo.contacts.forms.people import EndForm, NewPersonForm, NewPositionForm, PersonForm, PositionForm
from kameo.contacts.models import Person, Position
from kameo.core.access import get_binned, get_visible
from kameo.core.ui.toasts import toast


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
