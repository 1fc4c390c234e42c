"""From what happened to the inputs of c-10: who counts, what weighs, what is capped. Pure.

Excluded: notes, mass mailings, automatic replies, undelivered messages, whatever is in the bin, what was among
ourselves (nobody of theirs took part), what came after they left. Mail opening is not even recorded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from kameo.accounts.revenue.periods import months_before
from kameo.insight.strength.formula import Inputs
from kameo.insight.strength.settings import Settings
from kameo.interactions.enums import CONTACT_KINDS, NOT_HUMAN, Direction, InteractionKind, Occasion

LIVE = (InteractionKind.MEETING, InteractionKind.CALL)


@dataclass(frozen=True)
class Contact:
    """One exchange with the person. `day` is the company's date of `at`; `colleagues` the author and who came along."""

    at: datetime
    day: date
    kind: str
    direction: str
    occasion: str = ""
    thread: str = ""
    colleagues: frozenset[int] = frozenset()

    @property
    def counts(self) -> bool:
        return self.kind in CONTACT_KINDS and self.occasion not in NOT_HUMAN

    @property
    def live(self) -> bool:
        return self.kind in LIVE

    @property
    def received(self) -> bool:
        return self.kind == InteractionKind.MEETING or self.direction in (Direction.IN, Direction.BOTH)

    @property
    def sent(self) -> bool:
        return self.kind == InteractionKind.MEETING or self.direction in (Direction.OUT, Direction.BOTH)


def inputs_from(
    history: Iterable[Contact],
    *,
    on: date,
    cadence: int,
    settings: Settings,
    active: Collection[int],
    departed: bool = False,
) -> Inputs:
    """What c-10 reads, as of `on`. `active` are the colleagues who worked here that day."""
    contacts = [one for one in history if one.counts and one.day <= on]
    since = months_before(on, settings.months)
    recent = [one for one in contacts if one.day > since]
    talks = [one for one in contacts if _is_two_way(one, contacts, settings)]
    ours = {user for one in talks if one.day > since for user in one.colleagues} & set(active)
    return Inputs(
        cadence=cadence,
        first_days=max(((on - one.day).days for one in contacts), default=None),
        last_two_way_days=min(((on - one.day).days for one in talks), default=None),
        received=sum(one.received for one in recent),
        sent=sum(one.sent for one in recent),
        live=sum(one.live for one in recent),
        contacts=len(recent),
        colleagues=len(ours),
        touches=tuple(_touches(contacts, on, settings)),
        departed=departed,
    )


def _is_two_way(one: Contact, contacts: Sequence[Contact], settings: Settings) -> bool:
    """Both sides spoke; or they wrote, and something of ours lies near enough to be question or answer."""
    if one.live or one.direction == Direction.BOTH:
        return True
    near = timedelta(days=settings.answer_days)
    return one.direction == Direction.IN and any(
        abs(other.at - one.at) <= near for other in contacts if other.direction == Direction.OUT
    )


def _touches(contacts: Sequence[Contact], on: date, settings: Settings) -> Iterable[tuple[Decimal, int]]:
    """Of one thread, so many mails a day count: theirs first."""
    said: Counter[tuple[str, date]] = Counter()
    for one in sorted(contacts, key=lambda each: not each.received):
        if _is_threaded(one):
            said[one.thread, one.day] += 1
            if said[one.thread, one.day] > settings.thread_cap:
                continue
        yield weight_of(one, settings), (on - one.day).days


def _is_threaded(one: Contact) -> bool:
    return bool(one.thread) and one.kind == InteractionKind.MAIL and one.occasion != Occasion.SURVEY


def weight_of(one: Contact, settings: Settings) -> Decimal:
    """What one exchange is worth."""
    if one.occasion == Occasion.SURVEY:
        return settings.touches["survey"]
    if one.live:
        return settings.touches["review" if one.occasion == Occasion.REVIEW else one.kind]
    return settings.touches["received" if one.received else "sent"]
