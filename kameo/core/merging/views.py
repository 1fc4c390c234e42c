"""The pages of every noun whose records are merged: look-alikes, two side by side, merging, and taking it back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kameo.core import preferences
from kameo.core.access import get_visible, require
from kameo.core.errors import DomainError
from kameo.core.merging import reading, verbs
from kameo.core.merging.nouns import Mergeable, mergeables
from kameo.core.merging.side_by_side import compare
from kameo.core.ui.answers import act_and_return, say_and_go
from kameo.core.ui.back import back_to
from kameo.core.ui.fragments import is_fragment, render_fragment
from kameo.core.ui.toasts import failure, toast

PAGE = "merging/merge.html"


@require_safe
def duplicates(request: HttpRequest, noun: str) -> HttpResponse:
    """Pairs that may be one, the surest first; `?show=different` those told apart."""
    of = mergeables[noun]
    require(request.user, of.right)
    if request.GET.get("show") == "different":
        rows = reading.told_apart_by(of, request.user)[: reading.PAGE]
        return render(request, "merging/told_apart.html", _frame(of) | {"rows": rows})
    asked = request.GET.get("after", "")
    pairs, after = reading.pairs_for(of, request.user, after=asked)
    context = _frame(of) | {"pairs": pairs, "next_url": f"?after={after}" if after else None, "reasons": of.reasons}
    context["title"] = (
        of.words.pairs(len(pairs), bool(after)) if pairs and not asked and of.words.pairs else of.words.alike
    )
    context["none_help"] = of.words.none_help
    if of.comparison and not pairs:
        context["none_help"] = of.comparison.done_help if of.comparison.at() else of.comparison.never_help
    return render(request, "merging/duplicates.html", context)


@require_POST
def compare_now(request: HttpRequest, noun: str) -> HttpResponse:
    """Look for look-alikes now, where a job finds them."""
    of = mergeables[noun]
    require(request.user, of.right)
    if of.comparison:
        of.comparison.defer()
        toast(request, str(of.comparison.asked))
    return redirect(address(of, "duplicates"))


@require_POST
def told_apart(request: HttpRequest, noun: str) -> HttpResponse:
    """POST (`first`, `second`): these two are not the same."""
    of = mergeables[noun]
    one, other = (_writable(request, of, request.POST.get(name)) for name in ("first", "second"))
    try:
        row = verbs.tell_apart(of, one, other, by=request.user)
    except DomainError as error:
        failure(request, error)
        return redirect(address(of, "duplicates"))
    words = _("%(one)s and %(other)s are not the same.") % {"one": of.called(one), "other": of.called(other)}
    there = back_to(request, address(of, "duplicates"))
    return say_and_go(request, words, there, undo_url=address(of, "apart-undo", row.pk))


@require_POST
def apart_undo(request: HttpRequest, noun: str, row_id: int) -> HttpResponse:
    """Ask about them again."""
    of = mergeables[noun]
    require(request.user, of.right)
    row = reading.one_difference(of, request.user, row_id)
    verbs.forget_apart(of, row, by=request.user)
    words = {"one": row.first_name, "other": row.second_name}
    return say_and_go(request, _("%(one)s and %(other)s are compared again.") % words, address(of, "duplicates"))


@require_http_methods(["GET", "POST"])
def merge_two(request: HttpRequest, noun: str, record_id: int) -> HttpResponse:
    """GET `?other=…`: both side by side; without, which it could be. POST merges; with `preview`, shows the result."""
    of = mergeables[noun]
    kept = _writable(request, of, record_id)
    other, answer = _other(request, of, kept)
    if other is None:
        return answer
    absorbed = _writable(request, of, other)
    if request.method == "POST" and "preview" not in request.POST:
        return _merge(request, of, kept, absorbed)
    return _compared(request, of, kept, absorbed)


@require_safe
def merges(request: HttpRequest, noun: str) -> HttpResponse:
    """What was merged, by whom, and until when that can be undone."""
    of = mergeables[noun]
    rows = reading.merges_for(of, request.user)[: reading.PAGE]
    return render(request, "merging/merges.html", _frame(of) | {"rows": rows, "may_write": request.user.can(of.right)})


@require_safe
def record_page(request: HttpRequest, noun: str, record_id: int) -> HttpResponse:
    """To the record's own page, for nouns whose pages are below another's."""
    of = mergeables[noun]
    row = get_visible(of.model._default_manager, request.user, pk=record_id)
    return redirect(of.one(row) if of.one else reverse(of.home))


@require_POST
def merge_undo(request: HttpRequest, noun: str, merge_id: int) -> HttpResponse:
    """Both records as they were."""
    of = mergeables[noun]
    record = reading.one_merge(of, request.user, merge_id)
    require(request.user, of.right)
    words = str(of.words.undone) % {"absorbed": record.absorbed_name, "kept": record.kept_name}
    page = page_address(of, record.kept_id)
    return act_and_return(request, lambda: verbs.undo_merge(of, record, by=request.user), words, page)


def address(noun: Mergeable, page: str, *arguments: Any) -> str:
    return reverse(f"merging:{noun.key}-{page}", args=arguments)


def page_address(noun: Mergeable, pk: int) -> str:
    return reverse(noun.page or f"merging:{noun.key}-one", args=[pk])


def _frame(noun: Mergeable) -> dict[str, Any]:
    return {
        "noun": noun,
        "words": noun.words,
        "home_url": reverse(noun.home),
        "at": lambda page, *arguments: address(noun, page, *arguments),
        "page_of": lambda pk: page_address(noun, pk),
    }


def _writable(request: HttpRequest, noun: Mergeable, pk: Any) -> Any:
    return reading.writable_row(noun, request.user, pk)


class OtherForm(forms.Form):
    """`other`: the record that is the same, found by the noun's own control."""

    def __init__(self, data: Any, noun: Mergeable, kept: Any, user: Any) -> None:
        self.noun, self.kept = noun, kept
        super().__init__(data)
        if noun.picker:
            self.fields["other"] = noun.picker(user)

    def clean_other(self) -> Any:
        other = self.cleaned_data["other"]
        if other.pk == self.kept.pk:
            raise forms.ValidationError(str(self.noun.words.two), code=self.noun.same)
        return other


def _other(request: HttpRequest, noun: Mergeable, kept: Any) -> tuple[Any, HttpResponse]:
    """The number of the other one, or the page that asks for it."""
    data = request.POST if request.method == "POST" else request.GET
    context = _frame(noun) | {"kept": kept, "kept_name": noun.called(kept), "rows": (), "form": None, "q": ""}
    if noun.picker:
        bound = data if "other" in data or "other_search" in data else None
        form = OtherForm(bound, noun, kept, request.user)
        if form.is_bound and form.is_valid():
            return form.cleaned_data["other"].pk, HttpResponse()
        context["form"] = form
        return None, render(request, "merging/merge_with.html", context, status=422 if form.errors else 200)
    if data.get("other"):
        return data["other"], HttpResponse()
    text = request.GET.get("q", "").replace("\x00", "").strip()[:120]
    find = noun.search or _by_name(noun)
    rows = [row for row in find(request.user, text or noun.called(kept)) if row.id != kept.pk]
    return None, render(request, "merging/merge_with.html", context | {"q": text or noun.called(kept), "rows": rows})


def _by_name(noun: Mergeable) -> Any:
    def find(user: Any, text: str) -> list[reading.TwinSide]:
        rows = reading.visible_rows(noun, user).filter(**{f"{noun.name}__icontains": text})
        return [reading.TwinSide(row.pk, noun.called(row)) for row in rows.order_by(noun.name, "pk")[: reading.PAGE]]

    return find


def _choices(noun: Mergeable, data: Any) -> dict[str, str]:
    """What was chosen line by line, as the verb takes it."""
    return {key: data[key] for key in noun.chosen_keys() if data.get(key)}


def _merge(request: HttpRequest, noun: Mergeable, kept: Any, absorbed: Any) -> HttpResponse:
    try:
        record = verbs.merge(noun, kept, absorbed, by=request.user, choices=_choices(noun, request.POST))
    except DomainError as error:
        return _compared(request, noun, kept, absorbed, refusal=error)
    words = {"absorbed": noun.called(absorbed), "kept": noun.called(kept)}
    undo_url = address(noun, "merge-undo", record.pk)
    return say_and_go(request, str(noun.words.done) % words, page_address(noun, kept.pk), undo_url=undo_url)


def _compared(
    request: HttpRequest, noun: Mergeable, kept: Any, absorbed: Any, refusal: DomainError | None = None
) -> HttpResponse:
    try:
        verbs.check_mergeable(noun, kept, absorbed, by=request.user)
        chosen = _choices(noun, request.POST) if refusal is None else {}
        sides = compare(noun, kept, absorbed, chosen, request.user)
    except DomainError as error:
        refusal, sides = error, compare(noun, kept, absorbed, {}, request.user)
    context = _frame(noun) | {"kept": kept, "absorbed": absorbed, "sides": sides, "refusal": refusal}
    context |= {"kept_name": noun.called(kept), "absorbed_name": noun.called(absorbed)}
    context["undo_days"] = preferences.get("merge.undo_days")
    status = 422 if refusal is not None and request.method == "POST" else 200
    if is_fragment(request) and "preview" in request.POST:
        return render_fragment(request, PAGE, "result", context, status=status)
    return render(request, PAGE, context, status=status)
