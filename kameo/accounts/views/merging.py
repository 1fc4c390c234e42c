"""Look-alikes, two accounts side by side, merging them and taking it back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kameo.accounts import domain
from kameo.accounts.forms.merging import OtherForm, choices_in
from kameo.accounts.jobs import COMPARE
from kameo.accounts.models import Account, Merge, NotTwins
from kameo.accounts.queries import twins
from kameo.accounts.queries.fetching import get_account_to_change_for
from kameo.accounts.twins.side_by_side import compare
from kameo.core import preferences
from kameo.core.access import get_visible, require
from kameo.core.errors import DomainError
from kameo.core.money import reporting_currency
from kameo.core.ui.back import back_to
from kameo.core.ui.fragments import is_fragment, render_fragment
from kameo.core.ui.toasts import failure, toast
from kameo.people.enums import Right

PAGE = "accounts/merge.html"


@require_safe
def duplicates(request: HttpRequest) -> HttpResponse:
    """GET /accounts/duplicates/: pairs that may be one, the surest first; `?show=different` those told apart."""
    require(request.user, Right.WRITE_ACCOUNTS)
    if request.GET.get("show") == "different":
        rows = twins.told_apart_by(request.user)[: twins.PAGE]
        return render(request, "accounts/told_apart.html", {"rows": rows})
    cursor = request.GET.get("after", "")
    pairs, after = twins.page_of_pairs(request.user, after=cursor)
    context: dict[str, Any] = {"pairs": pairs, "after": cursor, "next_url": f"?after={after}" if after else None}
    context |= {"compared_at": None if pairs else twins.compared_at(), "currency": reporting_currency()}
    return render(request, "accounts/duplicates.html", context)


@require_POST
def compare_now(request: HttpRequest) -> HttpResponse:
    """POST /accounts/duplicates/comparisons/: compare the portfolio with itself now."""
    require(request.user, Right.WRITE_ACCOUNTS)
    COMPARE.defer(once=True)
    toast(request, _("The accounts are being compared: look again in a minute."))
    return redirect("accounts:duplicates")


@require_POST
def told_apart(request: HttpRequest) -> HttpResponse:
    """POST /accounts/duplicates/differences/ (`first`, `second`): these two are not the same."""
    one, other = (get_account_to_change_for(request.user, _id(request.POST.get(name))) for name in ("first", "second"))
    try:
        row = domain.tell_apart(one, other, by=request.user)
    except DomainError as error:
        failure(request, error)
        return redirect("accounts:duplicates")
    undo = reverse("accounts:apart-undo", args=[row.pk])
    toast(request, _("%(one)s and %(other)s are not the same.") % {"one": one.name, "other": other.name}, undo_url=undo)
    return redirect(back_to(request, reverse("accounts:duplicates")))


@require_POST
def apart_undo(request: HttpRequest, row_id: int) -> HttpResponse:
    """POST /accounts/duplicates/differences/<id>/removal/: ask about them again."""
    row = get_object_or_404(NotTwins.objects.select_related("first", "second"), pk=row_id)
    one, other = (get_account_to_change_for(request.user, pk) for pk in (row.first_id, row.second_id))
    domain.forget_apart(row, by=request.user)
    toast(request, _("%(one)s and %(other)s are compared again.") % {"one": one.name, "other": other.name})
    return redirect("accounts:duplicates")


@require_http_methods(["GET", "POST"])
def account_merge(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<kept>/merge/?other=…: both side by side; POST merges, or shows the result with `preview`."""
    kept = get_account_to_change_for(request.user, account_id)
    form = OtherForm(_form_data(request), user=request.user, account=kept)
    if not form.is_bound or not form.is_valid():
        context = {"account": kept, "form": form}
        return render(request, "accounts/merge_with.html", context, status=422 if form.errors else 200)
    absorbed = get_account_to_change_for(request.user, form.cleaned_data["other"].pk)
    if request.method == "POST" and "preview" not in request.POST:
        return _merge(request, kept, absorbed)
    return _compared(request, kept, absorbed)


def _merge(request: HttpRequest, kept: Account, absorbed: Account) -> HttpResponse:
    try:
        merge = domain.merge_accounts(kept, absorbed, by=request.user, choices=choices_in(request.POST))
    except DomainError as error:
        return _compared(request, kept, absorbed, refusal=error)
    undo = reverse("accounts:merge-undo", args=[merge.pk])
    words = {"absorbed": absorbed.name, "kept": kept.name}
    toast(request, _("%(absorbed)s is part of %(kept)s.") % words, undo_url=undo)
    return redirect("account", kept.pk)


def _compared(
    request: HttpRequest, kept: Account, absorbed: Account, refusal: DomainError | None = None
) -> HttpResponse:
    try:
        domain.check_mergeable(kept, absorbed, by=request.user)
        chosen = choices_in(request.POST) if refusal is None else {}
        sides = compare(kept, absorbed, chosen)
    except DomainError as error:
        refusal, sides = error, compare(kept, absorbed, {})
    context = {"account": kept, "absorbed": absorbed, "sides": sides, "refusal": refusal}
    context["undo_days"] = preferences.get("merge.undo_days")
    status = 422 if refusal is not None and request.method == "POST" else 200
    if is_fragment(request) and "preview" in request.POST:
        return render_fragment(request, PAGE, "result", context, status=status)
    return render(request, PAGE, context, status=status)


@require_safe
def merges(request: HttpRequest) -> HttpResponse:
    """GET /accounts/merges/: which accounts were merged, by whom, and until when that can be undone."""
    rows = list(twins.merges_for(request.user)[: twins.PAGE])
    open_ones = {row.pk for row in rows if twins.can_be_undone(row)}
    context = {"rows": rows, "open": open_ones, "may_write": request.user.can(Right.WRITE_ACCOUNTS)}
    return render(request, "accounts/merges.html", context)


@require_POST
def merge_undo(request: HttpRequest, merge_id: int) -> HttpResponse:
    """POST /accounts/merges/<id>/undo/: both accounts as they were."""
    merge = get_visible(Merge.objects.select_related("kept", "absorbed__parent"), request.user, pk=merge_id)
    require(request.user, Right.WRITE_ACCOUNTS)
    try:
        absorbed = domain.undo_merge(merge, by=request.user)
    except DomainError as error:
        failure(request, error)
        return redirect("account", merge.kept_id)
    words = {"absorbed": absorbed.name, "kept": merge.kept.name}
    toast(request, _("%(kept)s and %(absorbed)s are two accounts again.") % words)
    return redirect("account", merge.kept_id)


def _form_data(request: HttpRequest) -> Any:
    """The form's data; None while nobody chose the other account."""
    data = request.POST if request.method == "POST" else request.GET
    return data if "other" in data or "other_search" in data else None


def _id(raw: str | None) -> int:
    return int(raw) if raw and raw.isdecimal() and len(raw) < 19 else 0
