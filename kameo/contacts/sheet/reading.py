"""A person's sheet in two queries: the person with contact points and reports, then the positions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils.dateparse import parse_datetime

from kameo.contacts.enums import Channel, EmailKind, LinkKind, PhoneKind
from kameo.contacts.models import EmailAddress, Link, OptOut, Person, PersonPulse, PhoneNumber, Position
from kameo.contacts.points.formats import written_phone
from kameo.contacts.pulse.next_action import NextAction, next_action
from kameo.contacts.queries.people import positions_of
from kameo.contacts.sheet.wording import Remark, remarks_on
from kameo.core import clock
from kameo.core.access import get_visible
from kameo.core.ui import formats

if TYPE_CHECKING:
    from kameo.people.models import User


REPORTS = 500  # named at once


@dataclass(frozen=True)
class ContactPoint:
    """One way to reach them. `refused` says why not to use it, "" when nothing is against it."""

    href: str
    text: str
    kind: str
    refused: str = ""
    extension: str = ""


@dataclass(frozen=True)
class Refusal:
    id: int
    channel: str
    label: str
    said: str
    at: datetime
    by: str


@dataclass(frozen=True)
class Sheet:
    """`zone_now` is what their clock shows; "" without a zone. `pulse` is None for somebody never met nor rated."""

    person: Person
    emails: list[ContactPoint]
    phones: list[ContactPoint]
    links: list[ContactPoint]
    refusals: list[Refusal]
    positions: list[Position]
    reports: list[dict[str, Any]]  # person_id, name, title, account
    pulse: PersonPulse | None
    action: NextAction
    zone_now: str = ""
    remarks: list[Remark] = field(default_factory=list)

    @property
    def held(self) -> list[Position]:
        return [post for post in self.positions if post.is_current]

    @property
    def past(self) -> list[Position]:
        return [post for post in self.positions if not post.is_current]

    @property
    def unreachable(self) -> bool:
        return not (self.emails or self.phones or self.links)


def read_sheet(user: User, person_id: int) -> Sheet:
    """The sheet as `user` may see it, or 404."""
    person = get_visible(_described(user), user, pk=person_id)
    refusals = [_refusal(row) for row in person.refused]
    channels = {refusal.channel for refusal in refusals}
    mail = _against(channels, Channel.EMAIL)
    call = _against(channels, Channel.PHONE)
    pulse: PersonPulse | None = getattr(person, "pulse", None)
    return Sheet(
        person=person,
        emails=[
            ContactPoint(f"mailto:{row['address']}", row["address"], _word(EmailKind, row["kind"]), mail)
            for row in person.mails
        ],
        phones=[
            ContactPoint(
                f"tel:{row['number']}",
                written_phone(row["number"]),
                _word(PhoneKind, row["kind"]),
                call,
                row["extension"],
            )
            for row in person.telephones
        ],
        links=[
            ContactPoint(row["url"], row["url"].removeprefix("https://"), _word(LinkKind, row["kind"]))
            for row in person.addresses
        ],
        refusals=refusals,
        positions=positions_of(person, user),
        reports=[_report(row) for row in person.below],
        pulse=pulse,
        action=next_action(pulse, clock.today()),
        zone_now=local_time(person.time_zone),
        remarks=remarks_on(person.note),
    )


def local_time(zone: str) -> str:
    """What a clock shows there now, "" for a zone that nobody knows."""
    try:
        return str(formats.clock_time(clock.now().astimezone(ZoneInfo(zone)))) if zone else ""
    except (KeyError, ValueError, OSError):
        return ""


def _described(user: User) -> Any:
    """People with their addresses, numbers, links, refusals and reports as lists, in one query."""
    ours = {"person": OuterRef("pk")}
    mails = EmailAddress.objects.filter(**ours).order_by("position", "id")
    numbers = PhoneNumber.objects.filter(**ours).order_by("position", "id")
    links = Link.objects.filter(**ours).order_by("id")
    refused = OptOut.objects.filter(**ours, lifted_at=None).order_by("at", "id")
    below = Position.objects.visible_to(user).current().filter(reports_to__person=OuterRef("pk"))
    below = below.filter(person__binned_at=None).order_by("person__sort_name")[:REPORTS]
    return Person.objects.select_related("pulse").annotate(
        below=ArraySubquery(
            below.values(
                row=JSONObject(
                    person_id="person_id",
                    first="person__first_name",
                    last="person__last_name",
                    label="person__label",
                    title="title",
                    account="account__name",
                )
            )
        ),
        mails=ArraySubquery(mails.values(row=JSONObject(address="address", kind="kind"))),
        telephones=ArraySubquery(numbers.values(row=JSONObject(number="number", kind="kind", extension="extension"))),
        addresses=ArraySubquery(links.values(row=JSONObject(url="url", kind="kind"))),
        refused=ArraySubquery(
            refused.values(
                row=JSONObject(
                    id="pk", channel="channel", said="said", at="at", first="by__first_name", last="by__last_name"
                )
            )
        ),
    )


def _report(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"name": f"{row['first']} {row['last']}".strip() or row["label"]}


def _refusal(row: dict[str, Any]) -> Refusal:
    by = f"{row['first'] or ''} {row['last'] or ''}".strip()
    at = parse_datetime(row["at"]) or clock.now()
    return Refusal(row["id"], row["channel"], _word(Channel, row["channel"]), row["said"], at, by)


def _against(channels: set[str], channel: Channel) -> str:
    for refused in (channel, Channel.ALL):
        if refused in channels:
            return str(refused.label)
    return ""


def _word(choices: Any, value: str) -> str:
    return str(choices(value).label) if value in choices.values else value
