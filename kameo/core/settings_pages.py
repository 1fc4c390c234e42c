"""The pages under Settings: each app registers its own in `navigation.py`, the sub-navigation shows them.

A page is shown to whoever holds one of its rights; `rights=()` means everybody (one's own profile).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from kameo.core.registry import Store

SECTIONS = {
    "me": _("My profile"),
    "people": _("People"),
    "company": _("Company"),
    "rules": _("Rules"),
    "system": _("System"),
}


@dataclass(frozen=True)
class SettingsPage:
    """`section` is a key of SECTIONS, `url_name` with `url_args` its address, `icon` a name of the sprite."""

    label: Any
    url_name: str
    icon: str
    section: str
    rights: tuple[str, ...] = ()
    url_args: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        return reverse(self.url_name, args=self.url_args or None)

    def open_to(self, user: Any) -> bool:
        return not self.rights or any(user.can(right) for right in self.rights)


pages: Store[SettingsPage] = Store("settings pages")


def register(
    key: str,
    label: Any,
    url_name: str,
    icon: str,
    *,
    section: str,
    rights: tuple[str, ...] = (),
    url_args: tuple[str, ...] = (),
    order: int = 100,
) -> SettingsPage:
    """Add a page to the sub-navigation. Raises KeyError for a section that does not exist."""
    SECTIONS[section]
    return pages.register(key, SettingsPage(label, url_name, icon, section, rights, url_args), order=order)


def first_page(user: Any) -> SettingsPage | None:
    """Where "Settings" leads: the first page that the user holds a right for, None for whoever holds none."""
    return next((page for page in pages if page.rights and page.open_to(user)), None)


def groups_for(request: HttpRequest) -> list[dict[str, Any]]:
    """What `ui.settings` draws: the reader's pages by section, the present one marked.

    Reading one's own profile shows that section alone; the settings of the company show the others.
    """
    current = _current(request.path)
    personal = current.section == "me" if current else not request.path.startswith("/settings/")
    groups = []
    for section, title in SECTIONS.items():
        if (section == "me") != personal:
            continue
        shown = [page for page in pages if page.section == section and page.open_to(request.user)]
        if shown:
            groups.append({"title": title, "items": [_item(page, page is current) for page in shown]})
    return groups


def _item(page: SettingsPage, current: bool) -> dict[str, Any]:
    return {"label": page.label, "url": page.url, "icon": page.icon, "current": current}


def _current(path: str) -> SettingsPage | None:
    """The page with the longest address that starts `path`."""
    matches = [page for page in pages if path.startswith(_address(page))]
    return max(matches, key=lambda page: len(page.url), default=None)


def _address(page: SettingsPage) -> str:
    try:
        return page.url
    except NoReverseMatch:
        return "\0"  # a page whose app is not mounted matches nothing
