"""The sessions of a user, and signing out from afar."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from kameo.core.access import SignedIn
from kameo.core.ui.answers import say_and_go
from kameo.people import domain
from kameo.people.views.browsers import describe


@login_required
@require_GET
def session_list(request: SignedIn) -> HttpResponse:
    sessions = UserSession.objects.purge_and_list(request.user)
    rows = [
        {
            "id": one.pk,
            "browser": describe(one.user_agent),
            "ip": one.ip,
            "seen": one.last_seen_at,
            "started": one.created_at,
            "current": one.session_key == request.session.session_key,
        }
        for one in sessions
    ]
    rows.sort(key=lambda row: (not row["current"], -row["seen"].timestamp()))
    return render(request, "usersessions/usersession_list.html", {"sessions": rows})


@login_required
@require_POST
def end_session(request: SignedIn, session_id: int) -> HttpResponse:
    session = get_object_or_404(UserSession, pk=session_id, user=request.user)
    session.end()
    return say_and_go(request, _("That session has ended."), "usersessions_list")


@login_required
@require_POST
def end_other_sessions(request: SignedIn) -> HttpResponse:
    ended = domain.end_sessions(request.user, but=request.session.session_key)
    words = ngettext("%(num)s session has ended.", "%(num)s sessions have ended.", ended) % {"num": ended}
    return say_and_go(request, words, "usersessions_list")
