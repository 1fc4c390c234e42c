"""Persons we know from a former employer: proposed on their sheet and beside the map of the new one (R73)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone

from kameo.contacts import rules
from kameo.contacts.enums import EndReason
from kameo.contacts.models import Person, Position
from kameo.core import clock, preferences
from kameo.decisions.models import Stake
from kameo.decisions.queries.departures import departures_of

if TYPE_CHECKING:
    from kameo.accounts.models import Account
    from kameo.people.models import User

MOST = 12
GONE = (EndReason.LEFT, EndReason.MOVED, EndReason.UNKNOWN)


@dataclass(frozen=True)
class Followup:
    """`now` is None while nobody knows where they went. `interactions` and the last date are all of ours with them."""

    person_id: int
    name: str
    former: str
    former_id: int
    left_on: date | None
    now: str
    now_id: int | None
    on_map: bool
    interactions: int
    last_contact_at: datetime | None

    @property
    def met_since(self) -> bool:
        """Whether we were in contact after they left."""
        if self.last_contact_at is None or self.left_on is None:
            return False
        zone = ZoneInfo(preferences.get("time_zone"))  # positions end on the company's days
        return timezone.localtime(self.last_contact_at, zone).date() >= self.left_on


def followup_of(person: Person, user: User) -> Followup | None:
    """What remains to do about somebody who changed employer, or None; one query."""
    on_map = Stake.objects.present().filter(person=person, map__account__lineage__overlap=OuterRef("account__lineage"))
    rows = Position.objects.visible_to(user).filter(person=person).exclude(end_reason=EndReason.CORRECTION)
    posts = list(rows.select_related("account", "person__pulse").annotate(on_map=Exists(on_map)))
    return _followup(posts)


def _followup(posts: list[Any]) -> Followup | None:
    today = clock.company_today()
    former = [row for row in posts if row.ends_on and row.ends_on <= today and row.end_reason in GONE]
    if not former:
        return None
    last = max(former, key=lambda row: (row.ends_on, row.pk))
    held = [row for row in posts if row.is_current]
    if any(row.account.lineage[0] == last.account.lineage[0] for row in held):
        return None
    now = max(held, key=lambda row: (row.starts_on or date.min, row.pk), default=None)
    pulse = getattr(last.person, "pulse", None)
    found = Followup(
        person_id=last.person_id,
        name=last.person.full_name,
        former=last.account.name,
        former_id=last.account_id,
        left_on=last.ends_on,
        now=now.account.name if now else "",
        now_id=now.account_id if now else None,
        on_map=bool(now and now.on_map),
        interactions=pulse.interactions if pulse else 0,
        last_contact_at=pulse.last_contact_at if pulse else None,
    )
    return None if found.on_map and found.met_since else found


def newcomers_of(account: Account, user: User) -> list[Followup]:
    """People of the account (all below it too) who knew us elsewhere, the most exchanges first; one query.

    Only those whose former account `user` sees: the others say nothing of where they come from.
    """
    tree = account.lineage[0]
    elsewhere = (
        Position.objects.visible_to(user)
        .filter(person=OuterRef("person"), ends_on__isnull=False, end_reason__in=GONE)
        .exclude(account__lineage__contains=[tree])
        .order_by("-ends_on")
    )
    on_map = Stake.objects.present().filter(
        person=OuterRef("person"), map__account__lineage__overlap=OuterRef("account__lineage")
    )
    rows = (
        Position.objects.visible_to(user)
        .current()
        .filter(account__lineage__contains=[account.pk], person__binned_at=None)
        .filter(Q(person__pulse__interactions__gt=0), Exists(elsewhere))
        .select_related("account", "person__pulse")
        .annotate(
            on_map=Exists(on_map),
            former=Subquery(elsewhere.values("account__name")[:1]),
            former_id=Subquery(elsewhere.values("account_id")[:1]),
            left_on=Subquery(elsewhere.values("ends_on")[:1]),
        )
        .order_by(F("person__pulse__interactions").desc(), "person_id")
    )
    found = {row.person_id: _newcomer(row) for row in rows[:MOST]}
    return [one for one in found.values() if not (one.on_map and one.met_since)]


def _newcomer(row: Any) -> Followup:
    return Followup(
        person_id=row.person_id,
        name=row.person.full_name,
        former=row.former,
        former_id=row.former_id,
        left_on=row.left_on,
        now=row.account.name,
        now_id=row.account_id,
        on_map=row.on_map,
        interactions=row.person.pulse.interactions,
        last_contact_at=row.person.pulse.last_contact_at,
    )


def on_person(user: User, person: Person, scope: str) -> dict[str, Any] | None:
    found = followup_of(person, user)
    return {"follow": found, "follow_may_write": rules.can_write(user)} if found else None


def beside_map(user: User, map: Any, scope: str) -> dict[str, Any] | None:
    found = newcomers_of(map.account, user)
    return {"newcomers": found} if found else None


def departures_beside_map(user: User, map: Any, scope: str) -> dict[str, Any] | None:
    rows = departures_of(map.account, user, only_open=True)
    return {"departures_open": rows} if rows else None
