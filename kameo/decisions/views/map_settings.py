"""Settings of the decision map: its lists, the places of a committee, the argument library."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kameo.contacts.enums import Family
from kameo.core.access import require
from kameo.core.ui.toasts import toast
from kameo.decisions import domain
from kameo.decisions.arguments.library import argument_text, argument_title
from kameo.decisions.enums import Stance, TermList
from kameo.decisions.forms.map_settings import ArgumentForm, SeatForm, TermForm
from kameo.decisions.models import Argument, Seat, Term
from kameo.decisions.terms.words import TermWords, read_term_words, seat_name, term_name
from kameo.people.enums import Right

OPPOSITE = {"retire": "restore", "restore": "retire", "up": "down", "down": "up"}


@require_http_methods(["GET", "POST"])
def lists(request: HttpRequest) -> HttpResponse:
    """GET and POST /settings/decision-lists/: roles, motivations, topics; `list` is the one that gets a new word."""
    require(request.user, Right.CONFIGURE)
    asked = request.POST.get("list", "")
    if request.method == "POST" and asked not in TermList.values:
        raise Http404(asked)
    forms = {
        kind: TermForm(request.POST if kind == asked else None, by=request.user, list=kind, auto_id=f"{kind}-%s")
        for kind in TermList.values
    }
    form = forms.get(asked)
    if form is not None and form.is_valid() and form.save():
        toast(request, _("“%(name)s” is in the list.") % {"name": term_name(form.term)})
        return redirect("decisions:lists")
    words = read_term_words()
    shown = [
        {"list": kind, "form": forms[kind], "terms": [(row, term_name(row)) for row in words.terms[kind].values()]}
        for kind in TermList
    ]
    status = 422 if form is not None and form.errors else 200
    return render(request, "decisions/settings/lists.html", {"lists": shown}, status=status)


@require_http_methods(["GET", "POST"])
def term(request: HttpRequest, term_id: int) -> HttpResponse:
    """GET and POST /settings/decision-lists/terms/<id>/: rename it, say whether it decides."""
    require(request.user, Right.CONFIGURE)
    row = get_object_or_404(Term, pk=term_id)
    form = TermForm(request.POST or None, by=request.user, list=row.list, term=row)
    name = term_name(row)
    return _edit(request, form, "decisions:lists", name, TermList(row.list).label)


@require_POST
def term_act(request: HttpRequest, term_id: int, act: str) -> HttpResponse:
    """POST …/retire/, …/restore/, …/up/, …/down/, each with its undo."""
    require(request.user, Right.CONFIGURE)
    row = get_object_or_404(Term, pk=term_id)
    verbs = {"retire": domain.retire_term, "restore": domain.restore_term}
    return _act(request, row, act, verbs, "decisions:term-act", "decisions:lists", term_name(row))


@require_http_methods(["GET", "POST"])
def seats(request: HttpRequest) -> HttpResponse:
    """GET and POST /settings/committee-places/: the places that a committee is expected to have."""
    require(request.user, Right.CONFIGURE)
    words = read_term_words()
    form = SeatForm(request.POST or None, by=request.user, words=words)
    if request.method == "POST" and form.is_valid() and form.save():
        toast(request, _("“%(name)s” is in the list.") % {"name": seat_name(form.seat)})
        return redirect("decisions:seats")
    rows = [(row, seat_name(row), _takers(row, words)) for row in Seat.objects.all()]
    context = {"form": form, "rows": rows}
    return render(request, "decisions/settings/seats.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def seat(request: HttpRequest, seat_id: int) -> HttpResponse:
    """GET and POST /settings/committee-places/<id>/."""
    require(request.user, Right.CONFIGURE)
    row = get_object_or_404(Seat, pk=seat_id)
    form = SeatForm(request.POST or None, by=request.user, words=read_term_words(), seat=row)
    return _edit(request, form, "decisions:seats", seat_name(row), _("Places of a committee"))


@require_POST
def seat_act(request: HttpRequest, seat_id: int, act: str) -> HttpResponse:
    """POST …/retire/, …/restore/, …/up/, …/down/, each with its undo."""
    require(request.user, Right.CONFIGURE)
    row = get_object_or_404(Seat, pk=seat_id)
    verbs = {"retire": domain.retire_seat, "restore": domain.restore_seat}
    return _act(request, row, act, verbs, "decisions:seat-act", "decisions:seats", seat_name(row))


@require_http_methods(["GET", "POST"])
def arguments(request: HttpRequest) -> HttpResponse:
    """GET and POST /settings/arguments/: the library, and a new one."""
    require(request.user, Right.CONFIGURE)
    words = read_term_words()
    form = ArgumentForm(request.POST or None, by=request.user, words=words)
    if request.method == "POST" and form.is_valid() and form.save():
        toast(request, _("“%(name)s” is in the library.") % {"name": argument_title(form.argument)})
        return redirect("decisions:arguments")
    rows = [
        {"row": row, "title": argument_title(row), "text": argument_text(row), "keys": _keys(row, words)}
        for row in Argument.objects.order_by("retired_at", "id")
    ]
    rows.sort(key=lambda one: (one["row"].retired_at is not None, one["title"].casefold()))
    context = {"form": form, "rows": rows}
    return render(request, "decisions/settings/arguments.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def argument(request: HttpRequest, argument_id: int) -> HttpResponse:
    """GET and POST /settings/arguments/<id>/."""
    require(request.user, Right.CONFIGURE)
    row = get_object_or_404(Argument, pk=argument_id)
    form = ArgumentForm(request.POST or None, by=request.user, words=read_term_words(), argument=row)
    return _edit(request, form, "decisions:arguments", argument_title(row), _("Arguments"))


@require_POST
def argument_act(request: HttpRequest, argument_id: int, act: str) -> HttpResponse:
    """POST …/retire/, …/restore/, each with its undo."""
    require(request.user, Right.CONFIGURE)
    row = get_object_or_404(Argument, pk=argument_id)
    verbs = {"retire": domain.retire_argument, "restore": domain.restore_argument}
    return _act(request, row, act, verbs, "decisions:argument-act", "decisions:arguments", argument_title(row))


def _act(
    request: HttpRequest, row: Any, act: str, verbs: dict[str, Callable[..., None]], here: str, back: str, name: str
) -> HttpResponse:
    if act in verbs:
        verbs[act](row, by=request.user)
    elif act in {"up", "down"} and not isinstance(row, Argument):
        domain.move_row(row, up=act == "up", by=request.user)
    else:
        raise Http404(act)
    said = {
        "retire": _("“%(name)s” is no longer offered."),
        "restore": _("“%(name)s” is offered again."),
        "up": _("“%(name)s” moved up."),
        "down": _("“%(name)s” moved down."),
    }
    toast(request, said[act] % {"name": name}, undo_url=reverse(here, args=[row.pk, OPPOSITE[act]]))
    return redirect(back)


def _edit(request: HttpRequest, form: Any, back: str, name: str, about: Any) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and form.save():
        toast(request, _("Saved."))
        return redirect(back)
    context = {"form": form, "name": name, "about": about, "back": reverse(back)}
    return render(request, "decisions/settings/one.html", context, status=422 if form.errors else 200)


def _takers(row: Seat, words: TermWords) -> str:
    parts = [words.name(TermList.ROLE, row.role)] if row.role else []
    parts += [str(Family(row.family).label)] if row.family else []
    parts += [str(Stance(row.stance).label)] if row.stance else []
    return " · ".join(parts)


def _keys(row: Argument, words: TermWords) -> str:
    parts = [words.name(TermList.ROLE, row.role)] if row.role else []
    parts += [words.name(TermList.MOTIVATION, row.motivation)] if row.motivation else []
    parts += [str(Family(row.family).label)] if row.family else []
    return " · ".join(parts) or _("Suits everybody")
