"""Calls, meetings, mails and notes of the last six months."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime, timedelta

from kameo.accounts.models import Account
from kameo.core import clock
from kameo.demo.cast import key_of
from kameo.demo.chance import office_hour, pick, stream, working_day
from kameo.demo.dating import dated
from kameo.demo.fill.accounts import Accounts
from kameo.demo.fill.participants import fill_participants, settle_ways
from kameo.demo.portfolio import PORTFOLIO
from kameo.demo.shapes import DemoEntity, DemoInteraction
from kameo.demo.stories import STORIES
from kameo.demo.stories.everyday import everyday_interactions, interaction_rhythm
from kameo.demo.typography import french
from kameo.interactions.models import Interaction
from kameo.people.models import User


def fill_interactions(accounts: Accounts, users: dict[str, User], today: date) -> int:
    """Write them all, with whom they mention and who took part; returns how many."""
    told = [(name, one) for root in PORTFOLIO for name, one in _of(root, today)]
    told.sort(key=lambda pair: -pair[1].ago)
    rows = [_interaction_row(accounts[one.on or name], one, users, today) for name, one in told]
    settle_ways(rows)
    Interaction.objects.bulk_create(rows)
    fill_participants(rows, told, users)
    link = Interaction.mentions.through
    link.objects.bulk_create(
        link(interaction=row, user=users[key_of(first)])
        for row, (_, one) in zip(rows, told, strict=True)
        for first in one.mentions
    )
    return len(rows)


def _of(root: DemoEntity, today: date) -> list[tuple[str, DemoInteraction]]:
    """The stories of an account and of its parts, then the everyday ones."""
    draw = stream("exchanges", root.name)
    count, longest = interaction_rhythm(root, draw, today)
    found = [(root.name, one) for one in STORIES.get(root.name, ())]
    authors = [first for first, function in root.team if function in {"back_up", "sales", "support"}]
    if not found:
        return [(root.name, one) for one in _everyday(root, authors, draw, (count, longest), today)]
    for part in root.walk()[1:]:
        if part.contacts and part.yearly and not part.confidential:
            voice = replace(part, lead=part.lead or root.lead)
            found += [(part.name, one) for one in _everyday(voice, authors, draw, (3, longest), today)]
    return found


def _everyday(
    entity: DemoEntity, authors: list[str], draw: random.Random, pace: tuple[int, int], today: date
) -> list[DemoInteraction]:
    count, longest = pace
    if not count:
        return []
    lead = entity.lead if entity.lead and entity.lead != "Olivier" else "Quentin"
    told = everyday_interactions(entity, lead, draw, count=count, longest=longest, today=today)
    others = [*authors, pick(draw, ("Youssef", "Bérénice"))]
    return [replace(one, who=pick(draw, others)) if draw.random() < 0.22 else one for one in told]


def _interaction_row(account: Account, one: DemoInteraction, users: dict[str, User], today: date) -> Interaction:
    at = _working_moment(one, today)
    return Interaction(
        account=account,
        kind=one.kind,
        direction=one.way,
        at=at,
        duration=one.minutes,
        restricted=one.restricted,
        author=users[key_of(one.who)],
        subject=french(dated(one.subject, today)),
        text=french(dated(one.text, today)),
        created_at=min(at + timedelta(minutes=(one.minutes or 0) + 8), clock.now()),
    )


def _working_moment(one: DemoInteraction, today: date) -> datetime:
    """A working hour of that day, never in the future."""
    day = today - timedelta(days=one.ago)
    moment = office_hour(working_day(day) if one.ago else day, stream("hour", one.subject, one.ago))
    return min(moment, clock.now() - timedelta(minutes=12))
