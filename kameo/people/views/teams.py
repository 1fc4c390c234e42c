"""Teams, as an administrator composes them."""

from __future__ import annotations

from functools import partial

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kameo.core.access import SignedIn, needs
from kameo.core.ui.answers import form_page, say_and_go
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
    return _team_page(request, None, "")


@manages_users
@require_http_methods(["GET", "POST"])
def team_change(request: SignedIn, team_id: int) -> HttpResponse:
    return _team_page(request, get_object_or_404(Team, pk=team_id), _("Saved."))


@manages_users
@require_POST
def team_deletion(request: SignedIn, team_id: int) -> HttpResponse:
    domain.delete_team(get_object_or_404(Team, pk=team_id), by=request.user)
    return say_and_go(request, _("The team is deleted; its members stay."), "team-list")


def _team_page(request: SignedIn, team: Team | None, words: str) -> HttpResponse:
    form = TeamForm(request.POST or None, team=team)
    save = partial(form.save, request.user)
    return form_page(request, "people/team_form.html", form, {"team": team}, save=save, words=words, to="team-list")
