"""The pages of one's own profile: theme, language, API keys."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import partial

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kameo.core.access import SignedIn
from kameo.core.forms import made_by
from kameo.core.ui.answers import form_page, say_and_go
from kameo.core.ui.back import back_to
from kameo.people import domain
from kameo.people.forms import ProfileForm, TokenForm
from kameo.people.models import ApiToken

THEMES = {"light", "dark", "system"}
LANGUAGES = dict(settings.LANGUAGES)
A_YEAR = 365 * 24 * 3600


@require_http_methods(["GET", "POST"])
def profile(request: SignedIn) -> HttpResponse:
    form = ProfileForm(request.POST or None, instance=request.user)

    def words(_saved: bool) -> str:
        """In the language that was just chosen."""
        translation.activate(request.user.language or translation.get_language())
        return _("Saved.")

    save = partial(form.save, request.user)
    return form_page(request, "people/profile.html", form, save=save, words=words, to="profile")


@require_POST
def theme(request: SignedIn) -> HttpResponse:
    """Kept for the person's other computers; the page has changed already."""
    chosen = request.POST.get("theme", "")
    if chosen in THEMES:
        domain.change_user(request.user, by=request.user, theme=chosen)
    return HttpResponse(status=204)


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """The reader's language: a cookie for this browser, and the row of whoever is signed in."""
    chosen = request.POST.get("language", "")
    response = redirect(back_to(request, "/"))
    if chosen in LANGUAGES:
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, chosen, max_age=A_YEAR, samesite="Lax", secure=settings.TLS)
        if request.user.is_authenticated:
            domain.change_user(request.user, by=request.user, language=chosen)
    return response


@require_http_methods(["GET", "POST"])
def token_list(request: SignedIn) -> HttpResponse:
    form = TokenForm(request.POST or None)
    shown: list[str] = []
    if request.method == "POST" and form.is_valid():
        name, expires_at = form.cleaned_data["name"], _end_of(form.cleaned_data["expires_on"])
        if made := made_by(form, lambda: domain.create_token(request.user, name=name, expires_at=expires_at)):
            form, shown = TokenForm(), [made[1]]
    tokens = ApiToken.objects.filter(user=request.user, revoked_at__isnull=True)
    context = {"form": form, "tokens": tokens, "shown": shown, "now": timezone.now()}
    return render(request, "people/token_list.html", context, status=422 if form.errors else 200)


@require_POST
def token_revocation(request: SignedIn, token_id: int) -> HttpResponse:
    token = get_object_or_404(ApiToken, pk=token_id, user=request.user)
    domain.revoke_token(token, by=request.user)
    return say_and_go(request, _("The key no longer opens anything."), "token-list")


def _end_of(day: object) -> datetime | None:
    """The last day is included, in the reader's zone."""
    if day is None:
        return None
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))  # type: ignore[operator,arg-type]
