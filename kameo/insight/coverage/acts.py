"""A gap of a map and what closes it: words about people, and addresses of acts that the reader may do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import NoReverseMatch
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kameo.contacts import rules as contacts
from kameo.core.addresses import address
from kameo.core.ui import formats
from kameo.decisions.enums import Stance
from kameo.insight.coverage.compute import Coverage
from kameo.insight.coverage.shapes import MapMember
from kameo.interactions import rules as interactions
from kameo.interactions.enums import InteractionKind


@dataclass(frozen=True)
class Act:
    """What to do about it: a verb and where it is done."""

    label: str
    url: str


@dataclass(frozen=True)
class Gap:
    """`code` is stable; `title` says what is missing, `text` whom or what it is about."""

    code: str
    severity: str
    title: str
    text: str
    act: Act | None
    stakes: tuple[int, ...] = ()


class Says:
    """What every rule needs: words about somebody, and the act that suits the reader's rights."""

    def __init__(self, coverage: Coverage, account_id: int, user: Any) -> None:
        self.coverage, self.account = coverage, account_id
        self.asked = coverage.thresholds
        self.keys = {one.stake_id for one in coverage.key_people}
        self.writes = user is None or contacts.can_write(user)
        self.logs = user is None or interactions.can_log(user, InteractionKind.CALL)

    def next(self, but: Iterable[MapMember] = ()) -> MapMember | None:
        """Whom to speak with first: the most influence, then the longest silence."""
        out = {one.stake_id for one in but}
        weak = [
            one
            for one in self.coverage.mapped
            if one.stake_id not in out and (one.strength is None or one.strength < self.asked.strong)
        ]

        def order(one: MapMember) -> tuple[int, int, int]:
            days = days_of_silence(self.coverage, one.last_contact_at)
            return (one.influence or 0, 10**6 if days is None else days, -one.stake_id)

        return max(weak, key=order, default=None)

    def since(self, one: MapMember) -> str:
        days = days_of_silence(self.coverage, one.last_contact_at)
        if days is None:
            return _("never in contact")
        if days == 0:
            return _("in contact today")
        return _("no exchange for %(days)s") % {"days": formats.days_in_words(days)}

    def last(self, one: MapMember) -> str:
        """When it was, where what matters is that both sides did not speak."""
        days = days_of_silence(self.coverage, one.last_contact_at)
        if days is None:
            return _("never in contact")
        return _("last contact %(days)s ago, one-sided or too old") % {"days": formats.days_in_words(days)}

    def called(self, one: MapMember) -> str:
        if one.influence is None:
            return one.name
        return _("%(name)s (influence %(influence)s)") % {"name": one.name, "influence": one.influence}

    def about(self, one: MapMember) -> str:
        parts = [str(Stance(one.stance).label)] if one.stance else []
        if one.influence is not None:
            parts.append(_("influence %(influence)s of 5") % {"influence": one.influence})
        return (", ".join(parts).capitalize() + ".") if parts else one.title

    def log(self, one: MapMember | None) -> Act | None:
        """Speak with them, and log it; their sheet for whoever may not log."""
        if one is None:
            return self.map(_("Open the map"))
        if not self.logs or not one.open:
            return self.sheet(one)
        url = page_address("log-call", account=self.account, person=one.person_id)
        return Act(_("Log an exchange"), url) if url else self.sheet(one)

    def sheet(self, one: MapMember) -> Act | None:
        if not one.open:
            return None
        return Act(_("Open the sheet"), address("contacts:one", one.person_id))

    def add(self) -> Act | None:
        if not self.writes:
            return self.map(_("Open the map"))
        return Act(_("Add a person"), address("contacts:new", self.account))

    def map(self, label: str) -> Act | None:
        url = page_address("decisions:map", self.account)
        return Act(label, url) if url else None

    def edit(self, one: MapMember, label: str) -> Act | None:
        if not self.writes:
            return self.sheet(one)
        url = page_address("decisions:stake-edit", one.stake_id)
        return Act(label, url) if url else None


def days_of_silence(coverage: Coverage, moment: Any) -> int | None:
    """Days since then, None for never."""
    return None if moment is None else max(0, (coverage.now - moment).days)


def page_address(name: str, *args: Any, **query: Any) -> str:
    """The address of a page of another part, "" where it is not there."""
    try:
        found = address(name, *args)
    except NoReverseMatch:
        return ""
    return f"{found}?{urlencode(query)}" if query else found


def listed_names(names: Iterable[str], most: int = 3) -> str:
    """The first few names, and how many more."""
    found = list(names)
    if len(found) <= most:
        return ", ".join(found)
    more = ngettext("%(num)s more", "%(num)s more", len(found) - most) % {"num": len(found) - most}
    return f"{', '.join(found[:most])}, {more}"
