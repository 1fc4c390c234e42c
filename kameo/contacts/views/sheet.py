"""One person's sheet: everything known, their photo, what they refuse, what an access request would disclose."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kameo.contacts import domain, rules
from kameo.contacts.disclosure.disclosing import disclose
from kameo.contacts.forms.sheet import RefusalForm
from kameo.contacts.listing import export
from kameo.contacts.models import OptOut, Person
from kameo.contacts.sheet.reading import read_sheet
from kameo.contacts.sheet.sheet_blocks import fetch_blocks, sheet_acts, sheet_panels
from kameo.core.access import get_visible
from kameo.core.customfields.values import own_shown
from kameo.core.errors import DomainError
from kameo.core.files import attachment
from kameo.core.forms import run_verb
from kameo.core.ui.toasts import failure, toast


@require_safe
def person(request: HttpRequest, person_id: int) -> HttpResponse:
    """GET /persons/<id>/: who they are, how to reach them, how we stand."""
    sheet = read_sheet(request.user, person_id)
    blocks = fetch_blocks(sheet_panels, request.user, sheet.person)
    context: dict[str, Any] = {"may_write": rules.can_write(request.user)}
    for block in blocks:
        context |= block["context"]
    context |= {"sheet": sheet, "person": sheet.person, "panels": [block["panel"] for block in blocks]}
    context["acts"] = sheet_acts.values()
    context["own_facts"] = own_shown("person", sheet.person, request.user)
    return render(request, "contacts/person.html", context)


@cache_control(private=True, max_age=3600)
@require_safe
def photo(request: HttpRequest, person_id: int) -> HttpResponse:
    """GET /persons/<id>/photo/: our own JPEG, for whoever sees the person."""
    found: Person = get_visible(Person.objects, request.user, pk=person_id)
    if not found.photo or not default_storage.exists(found.photo):
        raise Http404("no photo")
    with default_storage.open(found.photo) as file:
        response = HttpResponse(file.read(), content_type="image/jpeg")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Disposition"] = attachment(f"{found.full_name}.jpg", inline=True)
    return response


@require_POST
def photo_set(request: HttpRequest, person_id: int) -> HttpResponse:
    """POST /persons/<id>/photo/set/, with its undo."""
    found = _writable_person(request, person_id)
    before = found.photo
    try:
        domain.set_photo(found, file=request.FILES.get("photo"), by=request.user)
    except DomainError as error:
        failure(request, str(error))
    else:
        undo = "photo-restore" if before else "photo-remove"
        toast(request, _("The photo is on the sheet."), undo_url=reverse(f"contacts:{undo}", args=[found.pk]))
    return redirect("contacts:one", found.pk)


@require_POST
def photo_remove(request: HttpRequest, person_id: int) -> HttpResponse:
    """POST /persons/<id>/photo/remove/, with its undo."""
    found = _writable_person(request, person_id)
    domain.remove_photo(found, by=request.user)
    toast(request, _("The photo is off the sheet."), undo_url=reverse("contacts:photo-restore", args=[found.pk]))
    return redirect("contacts:one", found.pk)


@require_POST
def photo_restore(request: HttpRequest, person_id: int) -> HttpResponse:
    """POST /persons/<id>/photo/restore/: the one before."""
    found = _writable_person(request, person_id)
    try:
        domain.restore_photo(found, by=request.user)
        toast(request, _("The former photo is back."))
    except DomainError as error:
        failure(request, str(error))
    return redirect("contacts:one", found.pk)


@require_http_methods(["GET", "POST"])
def refusal_new(request: HttpRequest, person_id: int) -> HttpResponse:
    """GET and POST /persons/<id>/refusals/new/: they asked not to be reached; with its undo."""
    found = _writable_person(request, person_id)
    form = RefusalForm(request.POST or None)
    made: list[OptOut] = []
    if (
        request.method == "POST"
        and form.is_valid()
        and run_verb(form, lambda: made.append(domain.refuse_channel(found, by=request.user, **form.cleaned_data)))
    ):
        undo = reverse("contacts:refusal-lift", args=[made[0].pk])
        toast(request, _("Noted: it shows wherever their addresses do."), undo_url=undo)
        return redirect("contacts:one", found.pk)
    context = {"form": form, "person": found}
    return render(request, "contacts/refusal.html", context, status=422 if form.errors else 200)


@require_POST
def refusal_lift(request: HttpRequest, refusal_id: int) -> HttpResponse:
    """POST /refusals/<id>/lift/: they asked to be reached again; with its undo."""
    row = _refusal(request, refusal_id)
    domain.lift_refusal(row, by=request.user)
    toast(request, _("The refusal is lifted."), undo_url=reverse("contacts:refusal-renew", args=[row.pk]))
    return redirect("contacts:one", row.person_id)


@require_POST
def refusal_renew(request: HttpRequest, refusal_id: int) -> HttpResponse:
    """POST /refusals/<id>/renew/."""
    row = _refusal(request, refusal_id)
    domain.renew_refusal(row, by=request.user)
    toast(request, _("The refusal counts again."))
    return redirect("contacts:one", row.person_id)


@require_safe
def disclosure(request: HttpRequest, person_id: int) -> HttpResponse:
    """GET /persons/<id>/disclosure/: what they would be given; `?format=json` downloads it. Each is journalled."""
    found = _writable_person(request, person_id)
    file = request.GET.get("format") == "json"
    told = disclose(found, by=request.user, form="json" if file else "page")
    if file:
        response = JsonResponse(told.as_json(), json_dumps_params={"ensure_ascii": False, "indent": 2})
        response.headers["Content-Disposition"] = attachment(f"{found.full_name}.json")
        return response
    context: dict[str, Any] = {"person": found, "told": told}
    return render(request, "contacts/disclosure.html", context)


def _writable_person(request: HttpRequest, person_id: int) -> Person:
    found: Person = get_visible(Person.objects, request.user, pk=person_id)
    _require_writer(request)
    return found


def _refusal(request: HttpRequest, refusal_id: int) -> OptOut:
    row: OptOut = get_visible(OptOut.objects.select_related("person"), request.user, pk=refusal_id)
    _require_writer(request)
    return row


def _require_writer(request: HttpRequest) -> None:
    if not rules.can_write(request.user):
        raise PermissionDenied("persons.write")


@require_safe
def person_card(request: HttpRequest, person_id: int) -> HttpResponseBase:
    """GET /persons/<id>/card.vcf: a card for an address book."""
    person: Person = get_visible(Person.objects, request.user, pk=person_id)
    return export.export_person(request.user, person)
