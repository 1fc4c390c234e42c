"""Who serves an account: its team, its lead, and what each colleague does for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kameo.accounts import domain
from kameo.accounts.forms import LeadForm, TeamMemberForm
from kameo.accounts.forms.team import ExcessForm
from kameo.accounts.models import Account, AccountMember
from kameo.accounts.queries.fetching import get_account_for, get_account_to_change_for
from kameo.accounts.team.limits import lead_limits
from kameo.accounts.team.members import team_of
from kameo.core.access import get_visible
from kameo.core.panels import tabs_for
from kameo.core.ui.answers import form_page
from kameo.core.ui.toasts import failure, toast
from kameo.people.enums import Right


@require_safe
def account_team(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/team/."""
    account = get_account_for(request.user, account_id)
    form = TeamMemberForm(by=request.user, account=account)
    return render(request, "accounts/team.html", {**_team_context(request, account), "form": form})


@require_http_methods(["GET", "POST"])
def member_new(request: HttpRequest, account_id: int) -> HttpResponse:
    """POST /accounts/<id>/team/members/: somebody joins."""
    account = get_account_to_change_for(request.user, account_id)
    form = TeamMemberForm(request.POST or None, by=request.user, account=account)
    context = partial(_team_context, request, account)
    return form_page(
        request, "accounts/team.html", form, context, done=_served(request, form, _("%(name)s joins the team."))
    )


@require_http_methods(["GET", "POST"])
def member_change(request: HttpRequest, account_id: int, member_id: int) -> HttpResponse:
    """GET and POST /accounts/<id>/team/<member>/: another function, other responsibilities."""
    account = get_account_to_change_for(request.user, account_id)
    member = _member(request, account, member_id)
    form = TeamMemberForm(request.POST or None, by=request.user, account=account, member=member)
    context = {"account": account, "member": member}
    return form_page(request, "accounts/member.html", form, context, done=_served(request, form, _("Saved.")))


@require_POST
def member_remove(request: HttpRequest, account_id: int, member_id: int) -> HttpResponse:
    """POST /accounts/<id>/team/<member>/removal/: the toast puts him back."""
    account = get_account_for(request.user, account_id)
    member = _member(request, account, member_id)
    if member.user_id != request.user.pk and not request.user.can(Right.WRITE_ACCOUNTS):
        raise PermissionDenied(Right.WRITE_ACCOUNTS)
    fields = {"user": member.user_id, "function": member.function, "responsibilities": member.responsibilities}
    domain.remove_member(member, by=request.user)
    undo = reverse("accounts:member-new", args=[account.pk])
    toast(request, _("%(name)s leaves the team.") % {"name": member.user.full_name}, undo_url=undo, fields=fields)
    still = Account.objects.visible_to(request.user).filter(pk=account.pk).exists()
    return redirect("accounts:team", account.pk) if still else redirect("accounts:list")


@require_http_methods(["GET", "POST"])
def lead_change(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET and POST /accounts/<id>/lead/: the lead in place becomes back-up."""
    account = get_account_to_change_for(request.user, account_id)
    form = LeadForm(request.POST or None, by=request.user, account=account)
    context = {"account": account, "team": team_of(account)}
    done = _served(request, form, _("%(name)s leads %(account)s."))
    return form_page(request, "accounts/lead.html", form, context, done=done)


def _team_context(request: HttpRequest, account: Account) -> dict[str, Any]:
    return {
        "account": account,
        "tabs": tabs_for(request.user, account, "team"),
        "team": team_of(account),
        "excesses": lead_limits().excesses(account),
        "may_write": request.user.can(Right.WRITE_ACCOUNTS),
    }


def _member(request: HttpRequest, account: Account, member_id: int) -> AccountMember:
    members = AccountMember.objects.filter(account=account).select_related("account", "user__role")
    member: AccountMember = get_visible(members, request.user, pk=member_id)
    return member


def _served(request: HttpRequest, form: ExcessForm, words: str) -> Callable[[bool], HttpResponse]:
    """Back to the team; a lead's limit that is reached, or passed with a reason, is said too (R100)."""

    def done(_saved: bool) -> HttpResponse:
        user = form.member.user if form.member else form.cleaned_data["user"]
        toast(request, words % {"name": user.full_name, "account": form.account.name})
        if form.cleaned_data.get("function", "lead") == "lead" and (warning := lead_limits().warning(user)):
            failure(request, warning)
        return redirect("accounts:team", form.account.pk)

    return done
