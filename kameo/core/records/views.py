"""The pages of every resource: a new record, one, its form, its history, the bin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kameo.core.access import require
from kameo.core.errors import DomainError
from kameo.core.money import reporting_currency
from kameo.core.records.forms import RecordForm, words_for
from kameo.core.records.history import history_of
from kameo.core.records.reading import one_binned, one_visible
from kameo.core.records.resource import Resource, resources, say
from kameo.core.records.verbs import require_write
from kameo.core.ui.toasts import failure, toast


@require_http_methods(["GET", "POST"])
def record_new(request: HttpRequest, resource: str, parent_id: int = 0) -> HttpResponse:
    noun, parent = _opened(request, resource, parent_id, writing=True)
    form = RecordForm(request.POST or None, resource=noun, by=request.user, parent=parent)
    if request.method == "POST" and form.is_valid() and (row := form.save()):
        undo = noun.address("bin", parent=parent, row=row)
        toast(request, say(noun.words.added, row), undo_url=undo)
        return redirect(back_address(noun, parent))
    return _form_page(request, noun, parent, form)


@require_safe
def record_one(request: HttpRequest, resource: str, record_id: int, parent_id: int = 0) -> HttpResponse:
    """What is known of it, for nouns with a page to read."""
    noun, parent = _opened(request, resource, parent_id)
    row, parent = _found_record(noun, request, record_id, parent)
    told = [one for one in noun.all_fields() if not one.is_part]
    facts = [(one.label, words_for(one, row, request.user) or None) for one in told]
    context = _frame(noun, parent, row) | {
        "facts": facts,
        "own_facts": [fact for one, fact in zip(told, facts, strict=True) if one.within],
        "history": history_of(noun, row, request.user),
        "may_write": request.user.can(noun.right),
    }
    return render(request, noun.sheet, context)


@require_http_methods(["GET", "POST"])
def record_edit(request: HttpRequest, resource: str, record_id: int, parent_id: int = 0) -> HttpResponse:
    noun, parent = _opened(request, resource, parent_id, writing=True)
    row, parent = _found_record(noun, request, record_id, parent)
    require_write(noun, request.user, "changed", row)
    form = RecordForm(request.POST or None, resource=noun, by=request.user, parent=parent, row=row)
    if request.method == "POST" and form.is_valid() and (saved := form.save()):
        toast(request, say(noun.words.saved, saved))
        return redirect(noun.address("one", parent=parent, row=row) if noun.has_page else back_address(noun, parent))
    return _form_page(request, noun, parent, form)


@require_safe
def record_history(request: HttpRequest, resource: str, record_id: int, parent_id: int = 0) -> HttpResponse:
    """Who changed it, when, from which value to which, through which client."""
    noun, parent = _opened(request, resource, parent_id)
    row, parent = _found_record(noun, request, record_id, parent)
    context = _frame(noun, parent, row) | {"history": history_of(noun, row, request.user)}
    return render(request, "records/history.html", context)


@require_POST
def record_bin(request: HttpRequest, resource: str, record_id: int, parent_id: int = 0) -> HttpResponse:
    """Into the bin, with its undo; what has no bin is removed, and its undo adds it again."""
    noun, parent = _opened(request, resource, parent_id, writing=True)
    row, parent = _found_record(noun, request, record_id, parent)
    require_write(noun, request.user, "binned", row)
    words, again = say(noun.words.binned, row), {field.name: field.plain(row) for field in noun.all_fields()}
    try:
        noun.bin(row, by=request.user)
    except DomainError as error:
        failure(request, error)
        return redirect(noun.address("one" if noun.has_page else "edit", parent=parent, row=row))
    if noun.binnable:
        toast(request, words, undo_url=noun.address("restore", parent=parent, row=row))
    else:
        toast(request, words, undo_url=noun.address("new", parent=parent), fields=again)
    return redirect(back_address(noun, parent))


@require_POST
def record_restore(request: HttpRequest, resource: str, record_id: int, parent_id: int = 0) -> HttpResponse:
    noun, parent = _opened(request, resource, parent_id, writing=True)
    row = one_binned(noun, request.user, record_id, parent)
    parent = noun.parent_of(row)
    try:
        noun.restore(row, by=request.user)
    except DomainError as error:
        failure(request, error)
        return redirect(back_address(noun, parent))
    toast(request, say(noun.words.restored, row))
    return redirect(noun.address("one", parent=parent, row=row) if noun.has_page else back_address(noun, parent))


def back_address(resource: Resource, parent: Any) -> str:
    """The page that lists the records."""
    return reverse(resource.back, args=[parent.pk] if parent is not None else [])


def _opened(request: HttpRequest, key: str, parent_id: int, *, writing: bool = False) -> tuple[Resource, Any]:
    """The noun and the row it hangs below, which the reader sees; writing asks for the right."""
    resource = resources[key]
    parent = resource.above.open(request.user, parent_id) if resource.above and parent_id else None
    if writing and resource.may is None:
        require(request.user, resource.right)
    return resource, parent


def _found_record(resource: Resource, request: HttpRequest, pk: int, parent: Any) -> tuple[Any, Any]:
    """The record, which the reader sees, and what it hangs below."""
    row = one_visible(resource, request.user, pk, parent)
    return row, parent if parent is not None else resource.parent_of(row)


def _frame(resource: Resource, parent: Any, row: Any) -> dict[str, Any]:
    """What every page of a record takes: the shell reads the parent by its own name."""
    context = {"resource": resource, "row": row, "parent": parent, "currency": reporting_currency()}
    context["back_url"] = back_address(resource, parent)
    context["frame"] = resource.above.template if resource.above else "ui/shell.html"
    if resource.above:
        context[resource.parent] = parent
    return context


def _form_page(request: HttpRequest, resource: Resource, parent: Any, form: RecordForm) -> HttpResponse:
    context = _frame(resource, parent, form.row) | {
        "form": form,
        "title": say(resource.words.edit, form.row) if form.row else resource.words.new,
        "history_url": resource.address("history", parent=parent, row=form.row) if form.row else None,
    }
    return render(request, "records/form.html", context, status=422 if form.is_wrong else 200)
