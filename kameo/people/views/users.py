"""Colleagues, as an administrator sees them."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kameo.core import mail
from kameo.core.access import SignedIn, needs
from kameo.core.reassign import holdings
from kameo.core.ui.answers import form_page, say_and_go
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
    save, done = partial(form.save, request.user), partial(_hand_over_link, request)
    return form_page(request, "people/user_invite.html", form, {"mail": mail.is_configured()}, save=save, done=done)


@manages_users
@require_http_methods(["GET", "POST"])
def user_change(request: SignedIn, user_id: int) -> HttpResponse:
    user = _colleague(user_id)
    form = UserForm(request.POST or None, instance=user)
    context = {"colleague": user, "holdings": holdings(user), "factors": domain.second_factors(user)}
    save, to = partial(form.save, request.user), ("user-change", user_id)
    return form_page(request, "people/user_change.html", form, context, save=save, words=_("Saved."), to=to)


@manages_users
@require_POST
def user_invite_again(request: SignedIn, user_id: int) -> HttpResponse:
    return _hand_over_link(request, domain.make_link(_colleague(user_id), by=request.user))


@manages_users
@require_http_methods(["GET", "POST"])
def user_deactivation(request: SignedIn, user_id: int) -> HttpResponse:
    user = _colleague(user_id)
    held = holdings(user)
    form = SuccessorForm(request.POST or None, user=user, required=bool(held))
    context, save = {"colleague": user, "holdings": held}, partial(form.deactivate, request.user)
    words = _("%(name)s can no longer sign in.") % {"name": user.full_name}
    return form_page(request, "people/user_deactivation.html", form, context, save=save, words=words, to="user-list")


@manages_users
@require_POST
def user_reactivation(request: SignedIn, user_id: int) -> HttpResponse:
    user = domain.reactivate_user(_colleague(user_id), by=request.user)
    words = _("%(name)s can sign in again.") % {"name": user.full_name}
    return say_and_go(request, words, ("user-change", user_id))


@manages_users
@require_http_methods(["GET", "POST"])
def user_transfer(request: SignedIn, user_id: int) -> HttpResponse:
    user = _colleague(user_id)
    form = SuccessorForm(request.POST or None, user=user, required=True)
    context, save = {"colleague": user, "holdings": holdings(user)}, partial(form.transfer, request.user)
    words, to = _("The portfolio has changed hands."), ("user-change", user_id)
    return form_page(request, "people/user_transfer.html", form, context, save=save, words=words, to=to)


@manages_users
@require_POST
def user_second_factor_removal(request: SignedIn, user_id: int) -> HttpResponse:
    user = _colleague(user_id)
    domain.remove_second_factors(user, by=request.user)
    words = _("%(name)s signs in with the password alone again.") % {"name": user.full_name}
    return say_and_go(request, words, ("user-change", user_id))


def _colleague(user_id: int) -> User:
    return get_object_or_404(User.objects.select_related("role", "invited_by"), pk=user_id)


def _hand_over_link(request: SignedIn, user: User) -> HttpResponse:
    """By mail when there is a server; on the page otherwise, once."""
    if mail.is_configured():
        SEND_INVITATION.defer(user_id=user.pk, site=request.build_absolute_uri("/"))
        return say_and_go(request, _("A link is on its way to %(email)s.") % {"email": user.email}, "user-list")
    link = request.build_absolute_uri(reverse("invitation", args=[domain.invitation_token(user)]))
    return render(request, "people/user_link.html", {"colleague": user, "link": link})
