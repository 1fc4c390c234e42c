"""Teams, as an administrator composes them."""

from __future__ import annotations

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kameo.core.access import SignedIn, needs
from kameo.core.ui.toasts import toast
from kameo.people import domain
from kameo.people.enums import Right
from kameo.people.forms import TeamForm
from kameo.people.models import Team, User

manages_users = needs(Right.MANAGE_USERS)


@manages_users
@require_GET
def team_list(request: SignedIn) -> HttpResponse:
    members = Prefetch("members", queryset=User.objects.active().only("first_name", "last_name", "email"))
    return render(request, "people/team_list.html", {"teams": Team.objects.prefetch_related(members)})


@manages_users
@require_http_methods(["GET", "POST"])
def team_create(request: SignedIn) -> HttpResponse:
    form = TeamForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and form.save(request.user):
        return redirect("team-list")
    return render(request, "people/team_form.html", {"form": form, "team": None}, status=422 if form.errors else 200)


@manages_users
@require_http_methods(["GET", "POST"])
def team_change(request: SignedIn, team_id: int) -> HttpResponse:
    team = get_object_or_404(Team, pk=team_id)
    form = TeamForm(request.POST or None, team=team)
    if request.method == "POST" and form.is_valid() and form.save(request.user):
        toast(request, _("Saved."))
        return redirect("team-list")
    return render(request, "people/team_form.html", {"form": form, "team": team}, status=422 if form.errors else 200)


@manages_users
@require_POST
def team_deletion(request: SignedIn, team_id: int) -> HttpResponse:
    domain.delete_team(get_object_or_404(Team, pk=team_id), by=request.user)
    toast(request, _("The team is deleted; its members stay."))
    return redirect("team-list")
