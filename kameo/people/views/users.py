"""Colleagues, as an administrator sees them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kameo.core import mail
from kameo.core.access import SignedIn, needs
from kameo.core.reassign import holdings
from kameo.core.ui.toasts import toast
from kameo.people import domain, queries
from kameo.people.enums import Right
from kameo.people.forms import InviteForm, SuccessorForm, UserForm
from kameo.people.jobs import SEND_INVITATION
from kameo.people.models import User

manages_users = needs(Right.MANAGE_USERS)


@manages_users
@require_GET
def user_list(request: SignedIn) -> HttpResponse:
    asked = {name: request.GET.get(name, "") for name in ("search", "state", "after", "before")}
    asked["state"] = asked["state"] if asked["state"] in {"invited", "inactive"} else "active"
    page = queries.user_page(**asked)
    return render(request, "people/user_list.html", {"page": page, **asked})


@manages_users
@require_http_methods(["GET", "POST"])
def user_invite(request: SignedIn) -> HttpResponse:
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and (user := form.save(request.user)):
        return _hand_over_link(request, user)
    return render(
        request, "people/user_invite.html", {"form": form, "mail": mail.is_configured()}, status=_status(form)
    )


@manages_users
@require_http_methods(["GET", "POST"])
def user_change(request: SignedIn, user_id: int) -> HttpResponse:
    user = _colleague(user_id)
    form = UserForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid() and form.save(request.user):
        toast(request, _("Saved."))
        return redirect("user-change", user_id)
    context = {"form": form, "colleague": user, "holdings": holdings(user), "factors": domain.second_factors(user)}
    return render(request, "people/user_change.html", context, status=_status(form))


@manages_users
@require_POST
def user_invite_again(request: SignedIn, user_id: int) -> HttpResponse:
    user = _colleague(user_id)
    user = domain.make_link(user, by=request.user)
    return _hand_over_link(request, user)


@manages_users
@require_http_methods(["GET", "POST"])
def user_deactivation(request: SignedIn, user_id: int) -> HttpResponse:
    user = _colleague(user_id)
    held = holdings(user)
    form = SuccessorForm(request.POST or None, user=user, required=bool(held))
    if request.method == "POST" and form.is_valid() and form.deactivate(request.user):
        toast(request, _("%(name)s can no longer sign in.") % {"name": user.full_name})
        return redirect("user-list")
    context = {"form": form, "colleague": user, "holdings": held}
    return render(request, "people/user_deactivation.html", context, status=_status(form))


@manages_users
@require_POST
def user_reactivation(request: SignedIn, user_id: int) -> HttpResponse:
    user = domain.reactivate_user(_colleague(user_id), by=request.user)
    toast(request, _("%(name)s can sign in again.") % {"name": user.full_name})
    return redirect("user-change", user_id)


@manages_users
@require_http_methods(["GET", "POST"])
def user_transfer(request: SignedIn, user_id: int) -> HttpResponse:
    user = _colleague(user_id)
    form = SuccessorForm(request.POST or None, user=user, required=True)
    if request.method == "POST" and form.is_valid() and form.transfer(request.user):
        toast(request, _("The portfolio has changed hands."))
        return redirect("user-change", user_id)
    context = {"form": form, "colleague": user, "holdings": holdings(user)}
    return render(request, "people/user_transfer.html", context, status=_status(form))


@manages_users
@require_POST
def user_second_factor_removal(request: SignedIn, user_id: int) -> HttpResponse:
    user = _colleague(user_id)
    domain.remove_second_factors(user, by=request.user)
    toast(request, _("%(name)s signs in with the password alone again.") % {"name": user.full_name})
    return redirect("user-change", user_id)


def _colleague(user_id: int) -> User:
    return get_object_or_404(User.objects.select_related("role", "invited_by"), pk=user_id)


def _status(form: object) -> int:
    return 422 if getattr(form, "errors", None) else 200


def _hand_over_link(request: SignedIn, user: User) -> HttpResponse:
    """By mail when there is a server; on the page otherwise, once."""
    if mail.is_configured():
        SEND_INVITATION.defer(user_id=user.pk, site=request.build_absolute_uri("/"))
        toast(request, _("A link is on its way to %(email)s.") % {"email": user.email})
        return redirect("user-list")
    link = request.build_absolute_uri(reverse("invitation", args=[domain.invitation_token(user)]))
    return render(request, "people/user_link.html", {"colleague": user, "link": link})
