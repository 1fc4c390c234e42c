"""Settings, Fields: those of one subject, and the form of one."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kameo.core.access import needs
from kameo.core.customfields.domain import FIELDS
from kameo.core.customfields.enums import ICONS, LISTS, FieldKind
from kameo.core.customfields.forms import CustomFieldForm
from kameo.core.customfields.models import CustomField
from kameo.core.customfields.reading import forget, kind_of
from kameo.core.customfields.rules import CONFIGURE
from kameo.core.customfields.subjects import Subject, subjects
from kameo.core.customfields.usage import filled_counts
from kameo.core.errors import DomainError
from kameo.core.ui.toasts import failure, toast

configures = needs(CONFIGURE)


@configures
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return redirect("customfields:list", subjects.keys()[0])


@configures
@require_safe
def field_list(request: HttpRequest, subject: str) -> HttpResponse:
    return _field_page(request, _open_subject(subject))


@configures
@require_http_methods(["GET", "POST"])
def field_new(request: HttpRequest, subject: str) -> HttpResponse:
    """`?kind=choice`: what kind is chosen first, the form follows from it."""
    found, kind = _open_subject(subject), request.GET.get("kind", "")
    if kind not in FieldKind.values:
        return _field_page(request, found)
    form = CustomFieldForm(request.POST or None, subject=found, by=request.user, kind=kind)
    if request.method == "POST" and form.is_valid() and (field := form.save()):
        undo = reverse("customfields:retire", args=[subject, field.pk])
        toast(request, _("“%(name)s” is in forms, lists and files now.") % {"name": field.name}, undo_url=undo)
        return redirect("customfields:edit", subject, field.pk)
    return _field_page(request, found, form)


@configures
@require_http_methods(["GET", "POST"])
def field_edit(request: HttpRequest, subject: str, field_id: int) -> HttpResponse:
    found = _open_subject(subject)
    field = get_object_or_404(CustomField, subject=subject, pk=field_id)
    form = CustomFieldForm(request.POST or None, subject=found, by=request.user, field=field)
    if request.method == "POST" and form.is_valid() and form.save():
        toast(request, _("Saved."))
        return redirect("customfields:edit", subject, field_id)
    return _field_page(request, found, form)


@configures
@require_POST
def field_order(request: HttpRequest, subject: str) -> HttpResponse:
    """All in the order given; `up` and `down` move one, for whoever has no JavaScript."""
    _open_subject(subject)
    moved = request.POST.get("up") or request.POST.get("down")
    if moved:
        field = get_object_or_404(CustomField, subject=subject, pk=moved)
        FIELDS.move(field, up="up" in request.POST, by=request.user)
        return redirect("customfields:list", subject)
    known = {str(one.pk): one for one in CustomField.objects.filter(subject=subject)}
    FIELDS.reorder([known[pk] for pk in request.POST.getlist("field") if pk in known], by=request.user)
    return redirect("customfields:list", subject)


@configures
@require_POST
def field_retire(request: HttpRequest, subject: str, field_id: int) -> HttpResponse:
    field = get_object_or_404(CustomField, subject=subject, pk=field_id)
    try:
        FIELDS.retire(field, by=request.user)
    except DomainError as error:
        failure(request, error)
        return redirect("customfields:edit", subject, field_id)
    undo = reverse("customfields:restore", args=[subject, field_id])
    words = _("“%(name)s” is retired; what it holds is kept.") % {"name": field.name}
    toast(request, words, undo_url=undo)
    return redirect("customfields:list", subject)


@configures
@require_POST
def field_restore(request: HttpRequest, subject: str, field_id: int) -> HttpResponse:
    field = get_object_or_404(CustomField, subject=subject, pk=field_id)
    try:
        FIELDS.restore(field, by=request.user)
    except DomainError as error:
        failure(request, error)
        return redirect("customfields:list", subject)
    words = _("“%(name)s” is back, with all that it held.") % {"name": field.name}
    toast(request, words, undo_url=reverse("customfields:retire", args=[subject, field_id]))
    return redirect("customfields:edit", subject, field_id)


def _open_subject(key: str) -> Subject:
    if key not in subjects:
        raise Http404(key)
    return subjects[key]


def _field_page(request: HttpRequest, subject: Subject, form: CustomFieldForm | None = None) -> HttpResponse:
    forget()
    fields = list(CustomField.objects.filter(subject=subject.key).prefetch_related("options").select_related())
    every, filled = filled_counts(subject, fields)
    current = form.field if form else None
    lines = [_field_line(field, filled[field.pk], every, field == current) for field in fields]
    context = {
        "subject": subject,
        "subject_pills": [
            {"label": one.many, "url": reverse("customfields:list", args=[one.key]), "current": one is subject}
            for one in subjects
        ],
        "lines": [line for line in lines if not line["field"].retired_at],
        "retired": [line for line in lines if line["field"].retired_at],
        "form": form,
        "kinds": [(kind.value, kind.label, ICONS[kind]) for kind in FieldKind],
        "inputs": _input_names(subject, fields),
        "title": _page_title([line for line in lines if not line["field"].retired_at], every),
    }
    return render(request, "customfields/page.html", context, status=422 if form and form.is_wrong else 200)


def _field_line(field: CustomField, filled: int, every: int, current: bool) -> dict[str, Any]:
    return {
        "field": field,
        "icon": ICONS[FieldKind(field.kind)],
        "note": _kind_words(field),
        "filled": _("%(filled)s of %(every)s") % {"filled": filled, "every": every},
        "current": current,
        "rare": every > 0 and filled * 5 < every,
    }


def _kind_words(field: CustomField) -> str:
    """What it is, in a line: "List, one choice: IFS, BRC", "Calculation: [Lines] × 2"."""
    label = str(FieldKind(field.kind).label)
    if field.kind in LISTS:
        names = ", ".join(one.name for one in field.options.all() if one.retired_at is None)
        return f"{label}{_(': ')}{names}"
    if field.kind == FieldKind.FORMULA:
        return f"{label}{_(': ')}{FIELDS.shown(field, 'formula')}"
    kind: Any = kind_of(field)
    low, high = (kind.words(end) if end is not None else "" for end in field.bounds)
    if low and high:
        return _("%(kind)s from %(low)s to %(high)s") % {"kind": label, "low": low, "high": high}
    return label


def _input_names(subject: Subject, fields: list[CustomField]) -> list[str]:
    """What a formula may name."""
    own = [subject.label_of(key) for key in subject.inputs]
    kinds = {FieldKind.NUMBER, FieldKind.MONEY, FieldKind.DATE, FieldKind.FORMULA}
    return own + [field.name for field in fields if field.kind in kinds and not field.retired_at]


def _page_title(lines: list[dict[str, Any]], every: int) -> str:
    """The heading says what to look at: how many there are, how many of them are nearly empty."""
    if not lines:
        return _("No field of your own yet")
    rare = sum(line["rare"] for line in lines)
    words = ngettext("%(count)s field of your own", "%(count)s fields of your own", len(lines)) % {"count": len(lines)}
    if not rare:
        return words
    return ngettext(
        "%(fields)s, %(count)s of them nearly empty", "%(fields)s, %(count)s of them nearly empty", rare
    ) % {"fields": words, "count": rare}
