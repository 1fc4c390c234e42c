"""What every page's frame needs."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from kameo.core import preferences, settings_pages
from kameo.core.ui.shell import Shell, ShellUrls, ShellUser


def shell(request: HttpRequest) -> dict[str, Any]:
    """The frame for whoever is signed in; nothing for the others."""
    user = request.user
    if not user.is_authenticated:
        return {"user": user}
    page = settings_pages.first_page(user)
    urls = ShellUrls(
        profile=_address("profile"),
        sign_out=_address("account_logout"),
        language=_address("language"),
        settings=page.url if page else "",
    )
    frame = Shell(
        user=ShellUser(user.full_name, user.role.label, user.email),
        company=str(preferences.get("company")),
        urls=urls,
        settings_current=request.path.startswith("/settings/"),
        language=user.language or "fr",
        path=request.get_full_path(),
    )
    return {"user": user, "shell": frame}


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
