"""People who may be one: pairs to decide about, two people side by side, merging them and taking it back (R41)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kameo.contacts import domain
from kameo.contacts.domain.merging import CHOSEN, SUBJECT, check_mergeable
from kameo.contacts.lists import PEOPLE
from kameo.contacts.models import NotSamePerson, Person, PersonMerge
from kameo.contacts.queries import twins
from kameo.contacts.twins.side_by_side import compare
from kameo.core import merging, preferences
from kameo.core.access import get_visible, require
from kameo.core.errors import DomainError
from kameo.core.lists import asking, page_for
from kameo.core.ui.toasts import failure, toast
from kameo.people.enums import Right


@require_safe
def duplicates(request: HttpRequest) -> HttpResponse:
    """GET /persons/duplicates/: pairs that may be one, the surest first; `?show=different` those told apart."""
    require(request.user, Right.WRITE_PERSONS)
    if request.GET.get("show") == "different":
        rows = twins.told_apart_by(request.user)[: twins.PAGE]
        return render(request, "contacts/told_apart.html", {"rows": rows})
    asked = request.GET.get("after", "")
    pairs, after = twins.pairs_for(request.user, after=asked)
    context = {"pairs": pairs, "after": asked, "next_url": f"?after={after}" if after else None}
    return render(request, "contacts/duplicates.html", context)


@require_POST
def told_apart(request: HttpRequest) -> HttpResponse:
    """POST /persons/duplicates/differences/ (`first`, `second`): these two are different people."""
    one, other = (_writable_person(request, request.POST.get(name)) for name in ("first", "second"))
    try:
        row = domain.tell_persons_apart(one, other, by=request.user)
    except DomainError as error:
        failure(request, error)
        return redirect("contacts:duplicates")
    words = {"one": one.full_name, "other": other.full_name}
    undo = reverse("contacts:apart-undo", args=[row.pk])
    toast(request, _("%(one)s and %(other)s are not the same.") % words, undo_url=undo)
    return redirect("contacts:duplicates")


@require_POST
def apart_undo(request: HttpRequest, row_id: int) -> HttpResponse:
    """POST /persons/duplicates/differences/<id>/removal/: ask about them again."""
    require(request.user, Right.WRITE_PERSONS)
    row = get_visible(_PersonsToldApart(), request.user, pk=row_id)
    domain.forget_persons_apart(row, by=request.user)
    words = {"one": row.first.full_name, "other": row.second.full_name}
    toast(request, _("%(one)s and %(other)s are compared again.") % words)
    return redirect("contacts:duplicates")


@require_http_methods(["GET", "POST"])
def person_merge(request: HttpRequest, person_id: int) -> HttpResponse:
    """GET /persons/<kept>/merge/?other=…: both side by side; without `other`, who it could be. POST merges."""
    kept = _writable_person(request, person_id)
    asked = request.POST.get("other") or request.GET.get("other")
    if not asked:
        return _choose(request, kept)
    absorbed = _writable_person(request, asked)
    if request.method == "GET":
        return _compared(request, kept, absorbed)
    choices = {name: request.POST[name] for name in CHOSEN if request.POST.get(name)}
    try:
        merge = domain.merge_persons(kept, absorbed, by=request.user, choices=choices)
    except DomainError as error:
        return _compared(request, kept, absorbed, refusal=error)
    words = {"absorbed": absorbed.full_name, "kept": kept.full_name}
    undo = reverse("contacts:merge-undo", args=[merge.pk])
    toast(request, _("%(absorbed)s and %(kept)s are one person now.") % words, undo_url=undo)
    return redirect("contacts:one", kept.pk)


@require_safe
def merges(request: HttpRequest) -> HttpResponse:
    """GET /persons/merges/: who was merged, by whom, and until when that can be undone."""
    rows = list(twins.merges_for(request.user)[: twins.PAGE])
    open_ones = {row.pk for row in rows if twins.can_be_undone(row)}
    context = {"rows": rows, "open": open_ones, "may_write": request.user.can(Right.WRITE_PERSONS)}
    return render(request, "contacts/merges.html", context)


@require_POST
def merge_undo(request: HttpRequest, merge_id: int) -> HttpResponse:
    """POST /persons/merges/<id>/undo/: both people as they were."""
    rows = PersonMerge.objects.select_related("kept", "absorbed")
    merge: PersonMerge = get_visible(rows, request.user, pk=merge_id)
    require(request.user, Right.WRITE_PERSONS)
    try:
        absorbed = domain.undo_person_merge(merge, by=request.user)
    except DomainError as error:
        failure(request, error)
        return redirect("contacts:one", merge.kept_id)
    words = {"absorbed": absorbed.full_name, "kept": merge.kept.full_name}
    toast(request, _("%(kept)s and %(absorbed)s are two people again.") % words)
    return redirect("contacts:one", merge.kept_id)


def _choose(request: HttpRequest, kept: Person) -> HttpResponse:
    text = request.GET.get("q", kept.last_name).replace("\x00", "").strip()[:120]
    page = page_for(PEOPLE, request.user, asking(q=text, former=("1",)))
    rows = [row for row in page.rows if row.id != kept.pk]
    return render(request, "contacts/merge_with.html", {"person": kept, "q": text, "rows": rows})


def _compared(request: HttpRequest, kept: Person, absorbed: Person, refusal: DomainError | None = None) -> HttpResponse:
    try:
        check_mergeable(kept, absorbed)
    except DomainError as error:
        refusal = error
    context = {
        "person": kept,
        "absorbed": absorbed,
        "refusal": refusal,
        "lines": compare(kept, absorbed, request.user),
        "moving": merging.count_parts(SUBJECT, absorbed.pk),
        "undo_days": preferences.get("merge.undo_days"),
    }
    return render(request, "contacts/merge.html", context, status=422 if request.method == "POST" else 200)


def _writable_person(request: HttpRequest, person_id: Any) -> Person:
    found: Person = get_visible(Person.objects, request.user, pk=person_id)
    require(request.user, Right.WRITE_PERSONS)
    return found


class _PersonsToldApart:
    """`get_visible` over what was told apart."""

    model = NotSamePerson

    def visible_to(self, user: Any) -> Any:
        return twins.told_apart_by(user)
