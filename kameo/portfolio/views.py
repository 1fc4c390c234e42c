"""Pages of load and of transfers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kameo.accounts.enums import AccountClass, Status
from kameo.core import clock
from kameo.core.access import SignedIn
from kameo.core.money import reporting_currency
from kameo.core.text import number_of
from kameo.core.ui.answers import act_and_return, form_page, say_and_go
from kameo.people.enums import Right
from kameo.people.models import User
from kameo.portfolio import domain, rules
from kameo.portfolio.forms import GiverForm, TransferForm
from kameo.portfolio.models import Transfer
from kameo.portfolio.queries.load import loads_for
from kameo.portfolio.queries.load_factors import EXPECTED, factors
from kameo.portfolio.queries.transfers import given_by, items_seen, preview_of, transfers_seen
from kameo.portfolio.queries.week import GROUPS, week_changes
from kameo.qualification.queries import attention

SHOWN = 50


@require_safe
def load(request: SignedIn) -> HttpResponse:
    """GET /portfolio/load/."""
    sort = "load" if request.GET.get("sort") == "load" else "name"
    context = {
        "loads": loads_for(request.user, sort=sort),
        "sort": sort,
        "currency": reporting_currency(),
        "factors": [(key, factor.label) for key, factor in factors.items()],
        "missing": [label for key, label in EXPECTED.items() if key not in factors],
        "everybody": request.user.can(Right.SEE_ALL_ACCOUNTS),
        "may_transfer": request.user.can(Right.WRITE_ACCOUNTS),
        "may_configure": request.user.can(Right.MANAGE_USERS),
    }
    return render(request, "portfolio/load.html", context)


@require_safe
def attention_list(request: SignedIn) -> HttpResponse:
    """GET /portfolio/attention/?what=: whole lists of what asks for a decision."""
    lists: dict[str, Callable[[User], list[attention.AccountToWatch]]] = {
        "candidates": attention.candidates,
        "lost": attention.no_longer_qualify,
        "due": attention.decisions_due,
        "watch": attention.watch_list,
        "dependence": attention.dependence,
    }
    what = request.GET.get("what", "")
    what = what if what in lists else "candidates"
    context = {"what": what, "rows": lists[what](request.user), "currency": reporting_currency()}
    return render(request, "portfolio/attention.html", context)


@require_safe
def change_list(request: SignedIn) -> HttpResponse:
    """GET /portfolio/changes/?what=: what changed in seven days on the accounts one sees."""
    what = request.GET.get("what", "")
    context = {
        "changes": week_changes(request.user, each=SHOWN, only=what),
        "what": what if what in GROUPS else "",
        "classes": {one.value: one.label for one in AccountClass},
        "statuses": {one.value: one.label for one in Status},
        "shown": SHOWN,
    }
    return render(request, "portfolio/changes.html", context)


@require_safe
def transfer_list(request: SignedIn) -> HttpResponse:
    """GET /portfolio/transfers/: the last ones."""
    rows = list(transfers_seen(request.user)[:SHOWN])
    context = {"transfers": rows, "may_transfer": request.user.can(Right.WRITE_ACCOUNTS)}
    return render(request, "portfolio/transfers.html", context)


@require_http_methods(["GET", "POST"])
def transfer_new(request: SignedIn) -> HttpResponse:
    """GET and POST /portfolio/transfers/new/?giver=: choose, look at what it comes to, confirm."""
    if not request.user.can(Right.WRITE_ACCOUNTS):
        raise PermissionDenied(Right.WRITE_ACCOUNTS)
    giver = _giver(request)
    if giver is None:
        return _choose_giver(request)
    form = TransferForm(request.POST or None, by=request.user, giver=giver)
    context, done = partial(_transfer_context, request, form, giver), partial(_transferred, request)
    confirmed = "confirm" in request.POST
    return form_page(
        request, "portfolio/transfer_new.html", form, context, save=lambda: confirmed and form.save(), done=done
    )


@require_safe
def transfer(request: SignedIn, transfer_id: int) -> HttpResponse:
    """GET /portfolio/transfers/<id>/."""
    row = _transfer(request, transfer_id)
    until = domain.undoable_until(row)
    open_still = row.undone_at is None and (until is None or until >= clock.today())
    context = {
        "transfer": row,
        "items": items_seen(row, request.user),
        "until": until,
        "may_undo": open_still and (row.by_id == request.user.pk or rules.can_transfer(request.user, row.giver)),
    }
    return render(request, "portfolio/transfer.html", context)


@require_POST
def transfer_undo(request: SignedIn, transfer_id: int) -> HttpResponse:
    """POST /portfolio/transfers/<id>/giving-back/."""
    row = _transfer(request, transfer_id)

    def words(back: int) -> str:
        said = ngettext("%(count)s function went back.", "%(count)s functions went back.", back) % {"count": back}
        return said if row.applied_at else _("The transfer will not happen.")

    return act_and_return(
        request, partial(domain.give_back, row, by=request.user), words, ("portfolio:transfer", row.pk)
    )


def _transfer(request: SignedIn, transfer_id: int) -> Transfer:
    return get_object_or_404(transfers_seen(request.user), pk=transfer_id)


def _giver(request: SignedIn) -> User | None:
    """Whose accounts: oneself, or anybody for who sees everything; 404 for others."""
    named = number_of(request.GET.get("giver", ""))
    if named is None:
        return None if request.user.can(Right.SEE_ALL_ACCOUNTS) else request.user
    giver = get_object_or_404(User.objects.select_related("role"), pk=named)
    if not rules.can_transfer(request.user, giver):
        raise PermissionDenied("portfolio.transfer")
    return giver


def _choose_giver(request: SignedIn) -> HttpResponse:
    form = GiverForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect(f"{reverse('portfolio:transfer-new')}?giver={form.cleaned_data['giver'].pk}")
    return form_page(request, "portfolio/transfer_giver.html", form)


def _transfer_context(request: SignedIn, form: TransferForm, giver: User) -> dict[str, Any]:
    given = given_by(giver, request.user)
    preview = None
    if form.is_bound and not form.errors.get("taker"):
        chosen = form.cleaned_data
        preview = preview_of(
            chosen["taker"], giver, request.user, accounts=form.accounts, function=chosen.get("function", "")
        )
    return {
        "giver": giver,
        "given": given,
        "ticked": form.accounts if form.is_bound else [one.id for one in given],
        "preview": preview,
        "may_exceed": request.user.can(Right.EXCEED_CAPS),
        "whole": len(given),
    }


def _transferred(request: SignedIn, done: Transfer) -> HttpResponse:
    words = ngettext("%(count)s account changed hands.", "%(count)s accounts changed hands.", done.moved)
    words = words % {"count": done.moved} if done.applied_at else _("The transfer is planned.")
    undo = reverse("portfolio:transfer-undo", args=[done.pk])
    return say_and_go(request, words, ("portfolio:transfer", done.pk), undo_url=undo)
