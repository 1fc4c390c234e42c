"""Binning an account with what hangs below it, and giving it back."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kameo.accounts import domain
from kameo.accounts.models import Account
from kameo.accounts.queries.binned import PAGE, binned_for, contents_of
from kameo.accounts.queries.fetching import get_account_to_change_for
from kameo.core.access import get_binned, require
from kameo.core.ui.answers import act_and_return
from kameo.people.enums import Right


@require_safe
def account_bin(request: HttpRequest) -> HttpResponse:
    """GET /accounts/bin/: what may be given back, the latest first."""
    rows, after = binned_for(request.user, request.GET.get("after", ""))
    context = {"rows": rows, "next_url": f"?after={after}" if after else None, "most": PAGE}
    return render(request, "accounts/bin.html", context | {"may_bin": request.user.can(Right.BIN_ACCOUNTS)})


@require_http_methods(["GET", "POST"])
def account_bin_one(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET asks, saying what goes along; POST /accounts/<id>/bin/ does it, with its undo."""
    account = get_account_to_change_for(request.user, account_id, Right.BIN_ACCOUNTS)
    if request.method == "GET":
        return render(request, "accounts/bin_one.html", {"account": account, "contents": contents_of(account)})
    return act_and_return(
        request,
        lambda: domain.bin_account(account, by=request.user),
        _("%(name)s is in the bin.") % {"name": account.name},
        "accounts:list",
        refused=("account", account.pk),
        undo_url=reverse("accounts:restore", args=[account.pk]),
    )


@require_POST
def account_restore(request: HttpRequest, account_id: int) -> HttpResponse:
    """POST /accounts/<id>/restore/."""
    account: Account = get_binned(Account.objects, request.user, pk=account_id)
    require(request.user, Right.BIN_ACCOUNTS)
    words, to = _("%(name)s is back.") % {"name": account.name}, ("account", account.pk)
    act = partial(domain.restore_account, account, by=request.user)
    return act_and_return(request, act, words, to, refused="accounts:bin")
