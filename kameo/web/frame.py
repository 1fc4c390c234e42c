"""The frame around a signed-in person's page: navigation, pinned accounts, bell; one query."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, F, Func, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import JSONObject
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language

from kameo.accounts.enums import AccountClass
from kameo.accounts.models import Account
from kameo.core import preferences, settings_pages
from kameo.core.ui.shell import (
    Action,
    Bell,
    NavItem,
    PinnedAccount,
    Shell,
    ShellUrls,
    ShellUser,
    nav,
    quick_add,
)
from kameo.notifications.models import Notification
from kameo.people.models import User

MOST_PINNED = 5
STONES: dict[str, str] = {AccountClass.LARGE_KEY: "key", AccountClass.KEY: "key", AccountClass.LARGE: "large"}


def stone(account_class: str | None) -> str:
    """The cameo's stone: carnelian for a key account, onyx for a large one, agate for the others."""
    return STONES.get(account_class or "", "agate")


def address(name: str, *args: Any) -> str:
    """The address of a page, "" when its app is not mounted."""
    try:
        return reverse(name, args=args or None)
    except NoReverseMatch:
        return ""


def build(request: HttpRequest) -> Shell:
    user: User = request.user  # type: ignore[assignment]
    mine = _mine(user)
    page = settings_pages.first_page(user)
    bell = address("notification-list")
    return Shell(
        user=ShellUser(user.full_name, user.role.label, user.email),
        company=str(preferences.get("company")),
        nav=_navigation(user, request.path),
        pinned=_pinned(mine.pinned, request.path),
        quick_add=_quick_add(user),
        bell=Bell(bell, mine.unread or 0) if bell else None,
        settings_current=request.path.startswith("/settings/"),
        urls=ShellUrls(
            home=address("home") or "/",
            search=address("search"),
            palette=address("search-palette"),
            mentions=address("mentions"),
            profile=address("profile"),
            sign_out=address("account_logout"),
            language=address("language"),
            settings=page.url if page else "",
        ),
        language=(get_language() or "fr")[:2],
        path=request.get_full_path(),
    )


def _navigation(user: User, path: str) -> list[NavItem]:
    shown = []
    for entry in nav:
        url = address(entry.url_name)
        if url and (entry.when is None or entry.when(user)):
            current = path == url if url == "/" else path.startswith(url)
            shown.append(NavItem(str(entry.label), url, entry.icon, current=current))
    return shown


def _quick_add(user: User) -> list[Action]:
    return [
        Action(str(entry.label), url, entry.icon, entry.key)
        for entry in quick_add
        if (url := address(entry.url_name)) and (entry.when is None or entry.when(user))
    ]


def _pinned(rows: list[dict[str, Any]], path: str) -> list[PinnedAccount]:
    pinned = []
    for row in rows:
        url = address("account", row["id"])
        pinned.append(PinnedAccount(row["name"], url, stone(row["class"]), current=path.startswith(url)))
    return pinned


def _mine(user: User) -> Any:
    """The user's own row with the accounts they lead (key ones first) and their unread notifications."""
    weight = Case(
        When(pulse__account_class__in=(AccountClass.LARGE_KEY, AccountClass.KEY), then=Value(0)),
        When(pulse__account_class=AccountClass.LARGE, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    led = (
        Account.objects.visible_to(user)
        .led_by(user)
        .order_by(weight, F("pulse__tree_revenue_12m").desc(nulls_last=True), "sort_name")
        .values(row=JSONObject(id="id", name="name", **{"class": F("pulse__account_class")}))
    )
    readable = Q(account_id=None) | Q(account_id__in=Account.objects.visible_to(user).values("pk"))
    unread = (
        Notification.objects.filter(user=OuterRef("pk"), read_at=None)
        .filter(readable)
        .order_by()
        .annotate(number=Func(Value(1), function="count"))
        .values("number")
    )
    return User.objects.annotate(
        pinned=ArraySubquery(led[:MOST_PINNED]), unread=Subquery(unread, output_field=IntegerField())
    ).get(pk=user.pk)
