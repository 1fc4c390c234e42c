"""The frame around a signed-in person's page: navigation, pinned accounts, bell; one query."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.http import HttpRequest
from django.urls import NoReverseMatch
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kameo.accounts.enums import AccountClass
from kameo.accounts.models import Account
from kameo.core import addresses, preferences, settings_pages
from kameo.core.sql import ids_sql
from kameo.core.ui.shell import AddAction, Bell, NavItem, PinnedAccount, Shell, ShellUrls, ShellUser, nav, quick_add
from kameo.people.models import User

MOST_PINNED = 5
STONES: dict[str, str] = {AccountClass.LARGE_KEY: "key", AccountClass.KEY: "key", AccountClass.LARGE: "large"}


def stone_of_class(account_class: str | None) -> str:
    """The cameo's stone: carnelian for a key account, onyx for a large one, agate for the others."""
    return STONES.get(account_class or "", "agate")


def page_address(name: str, *args: Any) -> str:
    """The address of a page, "" when its app is not mounted."""
    try:
        return addresses.address(name, *args)
    except NoReverseMatch:
        return ""


def build_shell(request: HttpRequest) -> Shell:
    user: User = request.user  # type: ignore[assignment]
    led, unread = _mine(user)
    page = settings_pages.first_page(user)
    bell = page_address("notification-list")
    return Shell(
        user=ShellUser(user.full_name, user.role.label, user.email),
        company=str(preferences.get("company")),
        nav=_navigation(user, request.path),
        pinned=_pinned(led, request.path),
        pinned_title=_("My accounts"),  # led ones, key or not: the axis of keys is another fact
        quick_add=_quick_add(user),
        bell=Bell(bell, unread) if bell else None,
        settings_current=request.path.startswith("/settings/"),
        urls=ShellUrls(
            home=page_address("home") or "/",
            search=page_address("search"),
            palette=page_address("search-palette"),
            mentions=page_address("mentions"),
            profile=page_address("profile"),
            sign_out=page_address("account_logout"),
            language=page_address("language"),
            settings=page.url if page else "",
        ),
        language=(get_language() or "fr")[:2],
        path=request.get_full_path(),
    )


def _navigation(user: User, path: str) -> list[NavItem]:
    shown = []
    for entry in nav:
        url = page_address(entry.url_name)
        if url and (entry.when is None or entry.when(user)):
            current = path == url if url == "/" else path.startswith(url)
            shown.append(NavItem(str(entry.label), url, entry.icon, current=current))
    return shown


def _quick_add(user: User) -> list[AddAction]:
    return [
        AddAction(str(entry.label), url, entry.icon, entry.key)
        for entry in quick_add
        if (url := page_address(entry.url_name)) and (entry.when is None or entry.when(user))
    ]


def _pinned(rows: list[dict[str, Any]], path: str) -> list[PinnedAccount]:
    pinned = []
    for row in rows:
        url = page_address("account", row["id"])
        pinned.append(PinnedAccount(row["name"], url, stone_of_class(row["class"]), current=path.startswith(url)))
    return pinned


def _mine(user: User) -> tuple[list[dict[str, Any]], int]:
    """The accounts the user leads (key ones first), and how many unread notifications they may read."""
    with connection.cursor() as cursor:
        cursor.execute(
            _MINE.format(seen=ids_sql(cursor, Account.objects.visible_to(user))), {"me": user.pk, "most": MOST_PINNED}
        )
        pinned, unread = cursor.fetchone()
    return pinned or [], unread


_MINE = """
    select (
        select json_agg(json_build_object('id', led.id, 'name', led.name, 'class', led.account_class)) from (
            select account.id, account.name, pulse.account_class
            from accounts_accountmember member
            join accounts_account account on account.id = member.account_id and account.id in ({seen})
            left join accounts_accountpulse pulse on pulse.account_id = account.id
            where member.user_id = %(me)s and member.function = 'lead'
            order by case when pulse.account_class in ('large_key', 'key') then 0 when pulse.account_class = 'large'
                then 1 else 2 end, pulse.tree_revenue_12m desc nulls last, account.sort_name
            limit %(most)s) led),
        (select count(*) from notifications_notification notice
         where notice.user_id = %(me)s and notice.read_at is null
         and (notice.account_id is null
             or exists (select from ({seen}) account where account.pk = notice.account_id)))
"""
