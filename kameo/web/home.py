"""What somebody finds when they sign in: their accounts, those left alone too long, what happened last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.db.models import Count, F, Q, Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kameo.accounts import timeline
from kameo.accounts.access import restricted_to
from kameo.accounts.enums import AccountClass, Status
from kameo.accounts.listing import Criteria, page_for
from kameo.accounts.listing.rows import AccountRow
from kameo.accounts.models import Account, TimelineEntry
from kameo.accounts.rules import can_see_totals
from kameo.accounts.totals import own_revenue_at
from kameo.core import clock, preferences
from kameo.core.ui import formats
from kameo.people.enums import Right
from kameo.people.models import User
from kameo.web.portrait.feed import Event, drawn

CARDS, SILENT, RECENT = 5, 6, 8
WATCHED = (AccountClass.LARGE_KEY, AccountClass.KEY, AccountClass.LARGE)


@dataclass(frozen=True)
class Card:
    """One of my accounts. `days` since the last contact, None when there never was one."""

    row: AccountRow
    days: int | None
    late: bool
    change: Decimal | None  # percent


@dataclass(frozen=True)
class Portfolio:
    """Everything the reader may see, by class and by status; `carried` is the part of our revenue, in percent,
    that large and key accounts bring, None when it is not known or not for the reader.
    """

    classes: list[tuple[str, str, int, Decimal | None]]
    statuses: list[tuple[str, str, int]]
    watched: int
    carried: Decimal | None


@dataclass(frozen=True)
class Home:
    finding: str
    mine: list[Card]
    mine_title: str
    silent: list[Card]
    alert_days: int
    recent: list[Event]
    portfolio: Portfolio | None
    empty: bool


def home_of(user: User) -> Home:
    """Eight queries at most, the frame apart."""
    everything = user.can(Right.SEE_ALL_ACCOUNTS)
    mine, title = _mine(user, everything)
    alert = int(preferences.get("contact.alert_days"))
    silent = _silent(user, everything, alert)
    portfolio = _portfolio(user) if everything and mine else None
    return Home(
        finding=_finding(mine, silent, portfolio, alert),
        mine=[_card(row, alert) for row in mine],
        mine_title=title,
        silent=[_card(row, alert) for row in silent],
        alert_days=alert,
        recent=_recent(user, everything) if mine else [],
        portfolio=portfolio,
        empty=not mine,
    )


def _mine(user: User, everything: bool) -> tuple[list[AccountRow], str]:
    led = page_for(user, Criteria(lead="me"), sort="revenue", descending=True, size=CARDS).rows
    if led:
        return list(led), _("My accounts")
    seen = page_for(user, Criteria(roots=True), sort="revenue", descending=True, size=CARDS).rows
    return list(seen), _("The largest accounts") if everything else _("Accounts of my teams")


def _silent(user: User, everything: bool, days: int) -> list[AccountRow]:
    """Active accounts without a contact for too long: mine, or the large and key ones of the whole portfolio."""
    asked = Criteria(statuses=(Status.ACTIVE,), silent_days=days, roots=True)
    if everything:
        asked = Criteria(statuses=(Status.ACTIVE,), silent_days=days, classes=tuple(WATCHED), roots=True)
    return list(page_for(user, asked, sort="revenue", descending=True, size=SILENT).rows)


def _card(row: AccountRow, alert: int) -> Card:
    days = None
    if row.last_contact_at is not None:
        days = (clock.today() - timezone.localtime(row.last_contact_at).date()).days
    change = None if row.change is None else row.change * 100
    return Card(row, days, days is None or days > alert, change)


def _recent(user: User, everything: bool) -> list[Event]:
    """The last exchanges of the last month on what the reader sees; the month bounds what is read."""
    since = clock.now() - timedelta(days=31)
    seen = (
        Q()
        if everything and user.can(Right.SEE_CONFIDENTIAL)
        else Q(account__in=Account.objects.visible_to(user))
    )
    rows = (
        TimelineEntry.objects.filter(seen, account__binned_at=None)
        .filter(restricted_to(user, "actor"))
        .filter(kind__in=("note", "call", "mail", "meeting"), at__gt=since, at__lte=clock.now())
        .select_related("account", "actor")
        .order_by("-at", "-id")
    )
    return drawn([timeline.line_of(row) for row in rows[:RECENT]], user)


def _portfolio(user: User) -> Portfolio:
    accounts = Account.objects.visible_to(user)
    counted = (
        accounts.values("status", account_class=F("pulse__account_class"))
        .annotate(number=Count("pk"))
        .order_by()
    )
    alone = Sum("pulse__tree_revenue_12m", filter=Q(parent=None))
    by_class: dict[str, int] = {}
    by_status: dict[str, int] = {}
    revenue: dict[str, Decimal] = {}
    tops = 0  # of the trees: an entity below a large account is not one account more
    for row in counted.annotate(revenue=alone, tops=Count("pk", filter=Q(parent=None))):
        key = row["account_class"] or AccountClass.STANDARD.value
        by_class[key] = by_class.get(key, 0) + row["number"]
        by_status[row["status"]] = by_status.get(row["status"], 0) + row["number"]
        revenue[key] = revenue.get(key, Decimal(0)) + (row["revenue"] or 0)
        tops += row["tops"] if key in WATCHED else 0
    permitted = can_see_totals(user)
    total = own_revenue_at(clock.company_today()).amount if permitted else None
    carried = sum((revenue.get(key, Decimal(0)) for key in WATCHED), Decimal(0))
    return Portfolio(
        classes=[
            (one.value, str(one.label), by_class[one], revenue.get(one) if permitted else None)
            for one in AccountClass
            if by_class.get(one)
        ],
        statuses=[(one.value, str(one.label), by_status[one]) for one in Status if by_status.get(one)],
        watched=tops,
        carried=carried * 100 / total if total and total > 0 and carried > 0 else None,
    )


def _finding(
    mine: list[AccountRow], silent: list[AccountRow], portfolio: Portfolio | None, alert: int
) -> str:
    """The one sentence that the page is about."""
    if not mine:
        return _("Your portfolio starts here")
    if portfolio and portfolio.carried is not None:
        return ngettext(
            "%(num)s large or key account carries %(part)s of our revenue",
            "%(num)s large or key accounts carry %(part)s of our revenue",
            portfolio.watched,
        ) % {"num": portfolio.watched, "part": formats.percent(portfolio.carried, 0)}
    if silent:
        number = formats.number(len(silent)) + ("+" if len(silent) >= SILENT else "")
        return ngettext(
            "%(num)s account has had no contact for %(days)s",
            "%(num)s accounts have had no contact for %(days)s",
            len(silent),
        ) % {"num": number, "days": formats.days_in_words(alert)}
    return _("Every active account had a contact within %(days)s") % {"days": formats.days_in_words(alert)}
