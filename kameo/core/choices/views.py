"""The settings pages of every registered list: its options with a new one below, one option, what is done with one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kameo.core.access import require
from kameo.core.choices.forms import ChoiceForm
from kameo.core.choices.lists import ChoiceList, choice_lists
from kameo.core.errors import DomainError
from kameo.core.ui.toasts import failure, toast

OPPOSITE = {"retire": "restore", "restore": "retire", "up": "down", "down": "up"}


@dataclass(frozen=True)
class ChoiceLine:
    """An option on the page: its row, its name, what stands under it."""

    row: Any
    name: str
    note: Any
    retired: bool
    icon: str


@require_http_methods(["GET", "POST"])
def choice_page(request: HttpRequest, key: str) -> HttpResponse:
    """The options, and a new one: of the list that the form names, where the table holds several."""
    choices: Any = choice_lists[key]
    require(request.user, choices.right)
    with choices.page.reading():
        return _options_page(request, choices)


def _options_page(request: HttpRequest, choices: Any) -> HttpResponse:
    asked = _scope_asked(request, choices)
    forms = {scope: _new_form(request, choices, scope, asked) for scope in _scopes_of_forms(choices)}
    form = forms.get(asked)
    if request.method == "POST" and form is not None and form.is_valid() and form.save():
        toast(request, choices.words.added % {"name": choices.name(form.saved)})
        return redirect(f"choices:{choices.key}")
    context = {"choices": choices, "groups": _groups(choices, forms), "form": forms.get("")}
    status = 422 if form is not None and form.errors else 200
    return render(request, choices.page.template, context, status=status)


@require_http_methods(["GET", "POST"])
def choice_edit(request: HttpRequest, key: str, option_id: int) -> HttpResponse:
    choices: Any = choice_lists[key]
    require(request.user, choices.right)
    row = get_object_or_404(choices.model, pk=option_id)
    with choices.page.reading():
        return _option_page(request, choices, row)


def _option_page(request: HttpRequest, choices: Any, row: Any) -> HttpResponse:
    form = ChoiceForm(request.POST or None, choices=choices, by=request.user, row=row)
    if request.method == "POST" and form.is_valid() and form.save():
        toast(request, choices.words.saved)
        return redirect(f"choices:{choices.key}")
    own_form = choices.scope is not None and choices.scope.name not in choices.own_fields
    about = dict(choices.scopes())[choices.scope_of(row)] if own_form else choices.words.title
    context = {"choices": choices, "form": form, "name": choices.name(row), "about": about}
    return render(request, "choices/one.html", context, status=422 if form.errors else 200)


@require_POST
def choice_act(request: HttpRequest, key: str, option_id: int, act: str) -> HttpResponse:
    """POST …/retire/, …/restore/, …/up/, …/down/, each with its undo."""
    choices: Any = choice_lists[key]
    require(request.user, choices.right)
    row = get_object_or_404(choices.model, pk=option_id)
    try:
        said = _act_done(choices, row, act, request.user)
    except DomainError as error:
        failure(request, error)
        return redirect(f"choices:{key}")
    undo = reverse(f"choices:{key}-act", args=[row.pk, OPPOSITE[act]])
    toast(request, said % {"name": choices.name(row)}, undo_url=undo)
    return redirect(f"choices:{key}")


def _act_done(choices: ChoiceList, row: Any, act: str, by: Any) -> Any:
    """What was done, in words."""
    if act == "retire" and choices.retired:
        choices.retire(row, by=by)
        return choices.words.retired
    if act == "restore" and choices.retired:
        choices.restore(row, by=by)
        return choices.words.restored
    if act in {"up", "down"} and choices.rank:
        choices.move(row, up=act == "up", by=by)
        return choices.words.up if act == "up" else choices.words.down
    raise Http404(act)


def _scopes_of_forms(choices: ChoiceList) -> list[Any]:
    """A form for each list of the table, or one for all when it asks for the list itself."""
    within = choices.scope is not None and choices.scope.name not in choices.own_fields
    return [value for value, _words in choices.scopes()] if within else [""]


def _scope_asked(request: HttpRequest, choices: ChoiceList) -> Any:
    scopes = _scopes_of_forms(choices)
    if request.method != "POST" or scopes == [""] or choices.scope is None:
        return ""
    asked = request.POST.get(choices.scope.name, "")
    if asked not in scopes:
        raise Http404(asked)
    return asked


def _new_form(request: HttpRequest, choices: ChoiceList, scope: Any, asked: Any) -> ChoiceForm:
    data = request.POST if request.method == "POST" and scope == asked else None
    options = {"auto_id": f"{scope}-%s"} if scope else {}
    return ChoiceForm(data, choices=choices, by=request.user, scope=scope or None, **options)


def _groups(choices: ChoiceList, forms: dict[Any, ChoiceForm]) -> list[dict[str, Any]]:
    rows = list(choices.rows())
    page: Any = choices.page
    notes = page.notes(rows)
    lines = [
        ChoiceLine(row, choices.name(row), notes.get(row.pk, ""), choices.is_retired(row), getattr(row, "icon", ""))
        for row in rows
    ]
    if not choices.rank:
        lines.sort(key=lambda line: (line.retired, line.name.casefold()))
    return [
        {
            "value": value,
            "label": label,
            "form": forms.get(value) if value else None,
            "lines": [line for line in lines if choices.scope is None or choices.scope_of(line.row) == value],
        }
        for value, label in choices.scopes()
    ]
