"""Segments of people (R74): one's own and the shared ones, made from the filters of the list; and people as files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kameo.contacts import domain
from kameo.contacts.enums import Family, Seniority
from kameo.contacts.forms.segments import SegmentForm
from kameo.contacts.listing import export
from kameo.contacts.listing.filter_words import account_names_of, filters_in_words, read_phrases
from kameo.contacts.listing.people import criteria_of
from kameo.contacts.listing.people_filters import FilterField, filter_names, filters_of, people_filters
from kameo.contacts.models import Person, Segment
from kameo.core.access import get_binned, get_visible
from kameo.core.errors import DomainError
from kameo.core.ui.toasts import failure, toast


def address_of(segment: Segment) -> str:
    """The list, filtered as the segment says."""
    return f"{reverse('contacts:list')}?{urlencode({**segment.filters, 'segment': segment.pk})}"


@require_safe
def filters(request: HttpRequest) -> HttpResponse:
    """GET /persons/filters/?<filters of the list>: all of them on one page; the form opens the list."""
    address_state = dict.fromkeys(filter_names(), "") | filters_of(request.GET)
    context = {
        "address_state": address_state,
        "fields": _filter_fields(address_state),
        "accounts": account_names_of(address_state, request.user),
        "segment": request.GET.get("segment", "")[:18],
    }
    return render(request, "contacts/filters.html", context)


@require_safe
def segments(request: HttpRequest) -> HttpResponse:
    """GET /persons/segments/: one's own and the shared ones, each with its filters in words."""
    phrases = read_phrases()
    rows = [
        {
            "segment": row,
            "url": address_of(row),
            "mine": row.owner == request.user,
            "words": filters_in_words(row.filters, phrases, account_names_of(row.filters, request.user)),
        }
        for row in Segment.objects.visible_to(request.user).select_related("owner")
    ]
    return render(request, "contacts/segments.html", {"rows": rows})


@require_http_methods(["GET", "POST"])
def segment_new(request: HttpRequest) -> HttpResponse:
    """GET and POST /persons/segments/new/?<filters of the list>: give them a name."""
    filters = filters_of(request.GET)
    form = SegmentForm(request.POST or None, by=request.user, filters=filters)
    if request.method == "POST" and form.is_valid() and form.save():
        undo = reverse("contacts:segment-bin", args=[form.made.pk])
        toast(request, _("Segment “%(name)s” saved.") % {"name": form.made.name}, undo_url=undo)
        return redirect(address_of(form.made))
    context = {
        "form": form,
        "words": filters_in_words(filters, read_phrases(), account_names_of(filters, request.user)),
        "action": request.get_full_path(),
    }
    return render(request, "contacts/segment_edit.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def segment_edit(request: HttpRequest, segment_id: int) -> HttpResponse:
    """GET and POST /persons/segments/<id>/edit/: its name, who may use it; filters given replace its own."""
    segment = _own(request, segment_id)
    filters = filters_of(request.GET) or None
    form = SegmentForm(request.POST or None, by=request.user, segment=segment, filters=filters)
    if request.method == "POST" and form.is_valid() and form.save():
        toast(request, _("Saved."))
        return redirect(address_of(form.made))
    shown = filters or segment.filters
    words = filters_in_words(shown, read_phrases(), account_names_of(shown, request.user))
    context = {"form": form, "segment": segment, "words": words, "action": request.get_full_path()}
    return render(request, "contacts/segment_edit.html", context, status=422 if form.errors else 200)


@require_POST
def segment_bin(request: HttpRequest, segment_id: int) -> HttpResponse:
    """POST /persons/segments/<id>/bin/, with its undo."""
    segment = _own(request, segment_id)
    domain.bin_segment(segment, by=request.user)
    undo = reverse("contacts:segment-restore", args=[segment.pk])
    toast(request, _("Segment “%(name)s” deleted.") % {"name": segment.name}, undo_url=undo)
    return redirect("contacts:segments")


@require_POST
def segment_restore(request: HttpRequest, segment_id: int) -> HttpResponse:
    """POST /persons/segments/<id>/restore/."""
    segment: Segment = get_binned(Segment.objects, request.user, pk=segment_id)
    try:
        domain.restore_segment(segment, by=request.user)
    except DomainError as error:
        failure(request, error)
        return redirect("contacts:segments")
    toast(request, _("Segment “%(name)s” is back.") % {"name": segment.name})
    return redirect("contacts:segments")


@require_safe
def person_export(request: HttpRequest) -> HttpResponseBase:
    """GET /persons/export/?format=csv|vcf with the list's own filters: everybody they pick, every page."""
    criteria = criteria_of(filters_of(request.GET), request.user)
    kind = "vcf" if request.GET.get("format") == "vcf" else "csv"
    return export.export_people(request.user, criteria, kind)


@require_safe
def person_card(request: HttpRequest, person_id: int) -> HttpResponseBase:
    """GET /persons/<id>/card.vcf: a card for an address book."""
    person: Person = get_visible(Person.objects, request.user, pk=person_id)
    return export.export_person(request.user, person)


def _own(request: HttpRequest, segment_id: int) -> Any:
    """One's own: another's shared segment is used, not changed."""
    return get_visible(Segment.objects.filter(owner_id=request.user.pk), request.user, pk=segment_id)


def _filter_fields(address_state: Mapping[str, str]) -> list[FilterField]:
    """What the page offers, in its order: the post, the registered filters, former posts."""
    return [
        FilterField("family", _("Function"), [("", _("Any function")), *Family.choices]),
        FilterField("level", _("Level"), [("", _("Any level")), *Seniority.choices]),
        *(one for group in people_filters for one in group.fields(address_state)),
        FilterField("former", _("When"), [("", _("In office")), ("1", _("Former positions too"))]),
    ]
