"""A map read once for its page, its drawing and its document: people, findings, days of change."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kameo.accounts.models import Account
from kameo.contacts import rules
from kameo.core import clock, preferences
from kameo.core.ui import formats
from kameo.decisions.drawing.faces import Face, faces_of
from kameo.decisions.mapping.address_state import AddressState
from kameo.decisions.models import DecisionMap
from kameo.decisions.queries.map_days import changed_days
from kameo.decisions.queries.map_names import map_rows
from kameo.decisions.queries.maps import MapView, read_map
from kameo.decisions.terms.words import TermWords, read_term_words

FALLBACK = 10  # people expected (c-11) where nothing computes coverage
ALERT = 45  # days without a contact (R35) where nobody set it


@dataclass
class MapRead:
    """What `user` may see of one map as `address_state` says. Each query runs once, when it is needed."""

    user: Any
    account: Account
    address_state: AddressState
    named: DecisionMap | None  # None: the account's own
    ui: Any

    @cached_property
    def base(self) -> str:
        if self.named is not None and not self.named.main:
            return reverse("decisions:map-one", args=[self.named.pk])
        return reverse("decisions:map", args=[self.account.pk])

    @cached_property
    def view(self) -> MapView:
        return read_map(self.named or self.account, self.user, as_of=self.address_state.as_of)

    @cached_property
    def words(self) -> TermWords:
        return read_term_words()

    @cached_property
    def faces(self) -> list[Face]:
        alert = _setting("contact.alert_days", ALERT)
        today = self.address_state.as_of or clock.company_today()
        past = self.address_state.as_of is not None
        return faces_of(self.view.cards, self.words, today=today, alert=alert, past=past)

    @cached_property
    def kept(self) -> list[Face]:
        """Those that the filters keep."""
        return [face for face in self.faces if self.address_state.accepts(face, self.view.deciding)]

    @cached_property
    def writable(self) -> bool:
        return rules.can_write(self.user) and self.address_state.as_of is None

    @cached_property
    def days(self) -> list[date]:
        return changed_days(self.account, self.user)

    @property
    def import_url(self) -> str:
        """Where people are imported; empty where nothing imports."""
        try:
            return reverse("imports:new")
        except NoReverseMatch:
            return ""

    # What the page finds

    @cached_property
    def known(self) -> list[Face]:
        return [face for face in self.faces if not face.card.unknown]

    @cached_property
    def expected(self) -> int:
        own = self.view.map.expected if self.view.map else None
        return int(own or _setting("coverage.expected", FALLBACK))

    @property
    def title(self) -> str:
        if not self.faces:
            return _("Nobody is known here yet")
        if len(self.known) >= self.expected:
            words = ngettext("%(known)s person known", "%(known)s people known", len(self.known))
            return words % {"known": formats.number(len(self.known))}
        words = ngettext(
            "%(known)s person known of %(expected)s expected",
            "%(known)s people known of %(expected)s expected",
            len(self.known),
        )
        return words % {"known": len(self.known), "expected": self.expected}

    @property
    def findings(self) -> list[tuple[str, str]]:
        """What catches the eye: words, and the address of the people behind them."""
        counts: list[tuple[str, Callable[[int], str]]] = [
            ("deciding", lambda n: ngettext("%(n)s decides", "%(n)s decide", n)),
            ("unknown", lambda n: ngettext("%(n)s role to identify", "%(n)s roles to identify", n)),
            ("doubt", lambda n: ngettext("%(n)s contradiction", "%(n)s contradictions", n)),
            ("late", lambda n: ngettext("%(n)s not heard of lately", "%(n)s not heard of lately", n)),
            ("unrated", lambda n: ngettext("%(n)s not rated", "%(n)s not rated", n)),
        ]
        found = []
        for only, words in counts:
            state = AddressState(only=only)
            count = sum(state.accepts(face, self.view.deciding) for face in self.faces)
            if count:
                address = state.address(self.base, view="list", as_of=self.address_state.as_of)
                found.append((words(count) % {"n": count}, address))
        return found

    @cached_property
    def maps(self) -> list[dict[str, Any]]:
        """The maps of the account (pk, name, main); they come with it when `with_maps` fetched it."""
        found = getattr(self.account, "map_rows", None)
        return list(map_rows(self.account.pk) if found is None else found)

    # The past

    @property
    def day_rank(self) -> int:
        """Where the slider stands: on the last change not after the day shown."""
        if self.address_state.as_of is None:
            return len(self.days) - 1
        return max(bisect_right(self.days, self.address_state.as_of) - 1, 0)

    @property
    def day_before(self) -> date | None:
        """The day of the change before; the day shown now shows today's, so it is skipped too."""
        shown = self.address_state.as_of or clock.company_today()
        return next((day for day in reversed(self.days) if day < shown), None)

    @property
    def day_after(self) -> date | None:
        shown = self.address_state.as_of
        return next((day for day in self.days if day > shown), None) if shown else None


def _setting(key: str, fallback: int) -> int:
    """A setting that an app above declares; the seeds' figure where that app is not installed."""
    return int(preferences.get(key)) if preferences.definitions.get(key) else fallback
