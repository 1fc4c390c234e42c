"""The home of a user: their accounts, those left alone too long, the latest news."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kameo.accounts.enums import EXCHANGES, Status
from kameo.accounts.listing.rows import AccountRow
from kameo.accounts.lists import ACCOUNT_LIST
from kameo.accounts.models import Account, TimelineEntry
from kameo.accounts.models.access import restricted_to
from kameo.accounts.timeline import entries
from kameo.core import clock, preferences
from kameo.core.lists import asking, page_for
from kameo.core.ui import formats
from kameo.people.enums import Right
from kameo.people.models import User
from kameo.portfolio.caps.led import Held, held_by
from kameo.portfolio.caps.words import Cap, caps_of
from kameo.qualification.queries.attention_counts import AttentionCounts, count_attention
from kameo.web.homes.director import DirectorHome, direction_of
from kameo.web.portrait.feed import FeedEvent, feed_events

CARDS, SILENT, RECENT = 5, 6, 8


@dataclass(frozen=True)
class AccountCard:
    """One of my accounts. `days` since the last contact, None when there never was one."""

    row: AccountRow
    days: int | None
    late: bool
    change: Decimal | None  # percent


@dataclass(frozen=True)
class Home:
    finding: str
    mine: list[AccountCard]
    mine_title: str
    silent: list[AccountCard]
    alert_days: int
    recent: list[FeedEvent]
    direction: DirectorHome | None
    caps: list[Cap]
    attention: AttentionCounts | None
    empty: bool


def home_of(user: User) -> Home:
    """Nine queries at most, the frame apart."""
    alert = int(preferences.get("contact.alert_days"))
    if user.can(Right.SEE_ALL_ACCOUNTS):
        return _director_home(user, alert)
    mine, title = _mine(user)
    silent = _silent(user, alert)
    return Home(
        finding=_finding(mine, silent, None, alert),
        mine=[_card(row, alert) for row in mine],
        mine_title=title,
        silent=[_card(row, alert) for row in silent],
        alert_days=alert,
        recent=_recent(user, everything=False) if mine else [],
        direction=None,
        caps=caps_of(user.role, held_by([user.pk]).get(user.pk, Held())) if mine else [],
        attention=count_attention(user, everything=False, total=None) if mine else None,
        empty=not mine,
    )


def _director_home(user: User, alert: int) -> Home:
    direction = direction_of(user)
    return Home(
        finding=_finding([], [], direction, alert),
        mine=[],
        mine_title="",
        silent=[],
        alert_days=alert,
        recent=_recent(user, everything=True) if direction else [],
        direction=direction,
        caps=[],
        attention=direction.attention if direction else None,
        empty=direction is None,
    )


def _mine(user: User) -> tuple[list[AccountRow], str]:
    led = page_for(ACCOUNT_LIST, user, asking(lead="me"), sort="revenue", descending=True, size=CARDS).rows
    if led:
        return list(led), _("My accounts")
    seen = page_for(ACCOUNT_LIST, user, asking(roots=True), sort="revenue", descending=True, size=CARDS).rows
    return list(seen), _("Accounts of my teams")


def _silent(user: User, days: int) -> list[AccountRow]:
    """Active accounts without a contact for too long."""
    asked = asking(status=(Status.ACTIVE,), silent=days, roots=True)
    return list(page_for(ACCOUNT_LIST, user, asked, sort="revenue", descending=True, size=SILENT).rows)


def _card(row: AccountRow, alert: int) -> AccountCard:
    days = None
    if row.last_contact_at is not None:
        days = (clock.today() - timezone.localtime(row.last_contact_at).date()).days
    change = None if row.change is None else row.change * 100
    return AccountCard(row, days, days is None or days > alert, change)


def _recent(user: User, everything: bool) -> list[FeedEvent]:
    """The last exchanges of the last month on what the reader sees; the month bounds what is read."""
    since = clock.now() - timedelta(days=31)
    seen = Q() if everything and user.can(Right.SEE_CONFIDENTIAL) else Q(account__in=Account.objects.visible_to(user))
    rows = (
        TimelineEntry.objects.filter(seen, account__binned_at=None)
        .filter(restricted_to(user, "actor"))
        .filter(kind__in=EXCHANGES, at__gt=since, at__lte=clock.now())
        .order_by("-at", "-id")
    )
    return feed_events(entries.TimelineLine.read(rows[:RECENT]), user)


def _finding(mine: list[AccountRow], silent: list[AccountRow], direction: DirectorHome | None, alert: int) -> str:
    """The one sentence that the page is about."""
    if not mine and direction is None:
        return _("Your portfolio starts here")
    if direction is not None:
        return _finding_for_all(direction)
    if silent:
        number = formats.number(len(silent)) + ("+" if len(silent) >= SILENT else "")
        return ngettext(
            "%(num)s account has had no contact for %(days)s",
            "%(num)s accounts have had no contact for %(days)s",
            len(silent),
        ) % {"num": number, "days": formats.days_in_words(alert)}
    return _("Every active account had a contact within %(days)s") % {"days": formats.days_in_words(alert)}


def _finding_for_all(direction: DirectorHome) -> str:
    portfolio = direction.portfolio
    if portfolio.carried is not None:
        return ngettext(
            "%(num)s large or key account carries %(part)s of our revenue",
            "%(num)s large or key accounts carry %(part)s of our revenue",
            portfolio.watched,
        ) % {"num": portfolio.watched, "part": formats.percent(portfolio.carried, 0)}
    left = direction.attention.counts["silent"].number
    if left:
        return ngettext(
            "%(num)s large or key account is past its cadence",
            "%(num)s large or key accounts are past their cadence",
            left,
        ) % {"num": formats.number(left)}
    waiting = direction.attention.counts["candidates"].number
    if not portfolio.watched and waiting:
        return ngettext(
            "%(num)s account crosses a threshold: nobody decided its class yet",
            "%(num)s accounts cross a threshold: nobody decided their class yet",
            waiting,
        ) % {"num": formats.number(waiting)}
    return _("Every large and key account was contacted in time")
