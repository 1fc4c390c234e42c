"""The frame around a page. `kameo.web` builds a `Shell` from what the apps registered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from kameo.core.registry import Store
from kameo.core.ui.lettering import initials


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry of the sidebar. `icon` is a name of the sprite. `count` is shown when it is not None or 0."""

    label: str
    url: str
    icon: str
    count: int | None = None
    current: bool = False
    count_label: str = ""


@dataclass(frozen=True, slots=True)
class PinnedAccount:
    """An account under the sidebar's entries. stone: key, large or agate. health: 0 to 100 or None.

    tone (ok, warn, bad) and health_label ("healthy") go with health and are read aloud.
    """

    name: str
    url: str
    stone: str = "agate"
    health: int | None = None
    tone: str = ""
    health_label: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class AddAction:
    """Something one can add from anywhere. `key` is its letter in the menu, shown and listened to."""

    label: str
    url: str
    icon: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class ShellUser:
    """Who is signed in."""

    name: str
    role: str
    email: str

    @property
    def initials(self) -> str:
        return initials(self.name)


@dataclass(frozen=True, slots=True)
class Bell:
    """Notifications, when the installation delivers some. `unread` is a count."""

    url: str
    unread: int = 0


@dataclass(frozen=True, slots=True)
class ShellUrls:
    """Addresses of the frame's own controls. An empty one hides its control."""

    home: str = "/"
    search: str = "/search/"
    palette: str = "/search/palette/"
    mentions: str = "/colleagues/mentions/"
    profile: str = ""
    sign_out: str = ""
    language: str = ""
    settings: str = ""


@dataclass(frozen=True, slots=True)
class Shell:
    """Everything the frame shows. breadcrumb: (label, url) pairs, the current page last, its url ignored."""

    user: ShellUser
    company: str = ""
    nav: Sequence[NavItem] = ()
    pinned: Sequence[PinnedAccount] = ()
    pinned_title: str = ""
    quick_add: Sequence[AddAction] = ()
    breadcrumb: Sequence[tuple[str, str]] = ()
    bell: Bell | None = None
    settings_current: bool = False
    urls: ShellUrls = field(default_factory=ShellUrls)
    language: str = "fr"
    languages: Sequence[tuple[str, str]] = (("fr", "Français"), ("en", "English"))
    path: str = "/"


# --- What apps register in their `navigation.py` ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NavEntry:
    """One entry of the sidebar, resolved for each user: `when(user)` hides it.

    It is current on every address that starts with its own (the home: on its own only). `words` are further
    names by which search and the palette find the page.
    """

    label: str | Promise
    url_name: str
    icon: str
    when: Callable[[Any], bool] | None = None
    words: str | Promise = ""


@dataclass(frozen=True, slots=True)
class QuickAdd:
    """One entry of "Add" and of the palette's actions. `key` is its letter."""

    label: str | Promise
    url_name: str
    icon: str
    key: str = ""
    when: Callable[[Any], bool] | None = None
    words: str | Promise = ""


nav: Store[NavEntry] = Store("navigation")
quick_add: Store[QuickAdd] = Store("quick add")
