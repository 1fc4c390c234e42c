"""The contacts that count for a person's clocks: one statement for one more interaction, one for all persons.

A contact with somebody is a call, a mail or a meeting in which they took part, unless it was a mass mailing, an
automatic reply or an undelivered message (`NOT_HUMAN`). A note is never one.

From them: they wrote or called first (direction in), or both sides did (both), or it was a meeting.
Two-way (c-10): a meeting, a call, anything of direction both; a mail of theirs counts too once it belongs to an
exchange, that is when something of ours (direction out) lies within `contact.answer_days` (30) before or after it.
One more interaction reads no further than an answer away from it; a test logs, changes, bins and restores at random
and compares with all.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Any

from kameo.contacts.pulse import projections
from kameo.core import preferences
from kameo.interactions.enums import CONTACT_KINDS, NOT_HUMAN
from kameo.interactions.models import Interaction


def is_contact(interaction: Interaction) -> bool:
    """Whether the interaction is a contact."""
    return interaction.kind in CONTACT_KINDS and interaction.occasion not in NOT_HUMAN


def stamp_participants(interaction: Interaction) -> None:
    """Count one more interaction for its participants, whose rows exist already: one statement."""
    if is_contact(interaction):
        projections.stamp_contacts(_ONE, {"interaction": interaction.pk, "answer": answer_time()})


def contacts_sql(person_ids: Collection[int] | None, counting: str = "true") -> tuple[str, Mapping[str, Any]]:
    """The SELECT of all contacts of these persons, None for all: the source that `contacts.pulse.projections` reads.

    `counting` is a further condition on `done`, for what would be if some had not happened.
    """
    mine = "true" if person_ids is None else "part.person_id = any(%(ids)s::bigint[])"
    return _CONTACTS.format(mine=f"{mine} and {counting}", number="count(*)::int"), {"answer": answer_time()}


def answer_time() -> timedelta:
    return timedelta(days=preferences.get("contact.answer_days"))


_kinds = ", ".join(f"'{kind.value}'" for kind in CONTACT_KINDS)
_left_out = ", ".join(f"'{occasion.value}'" for occasion in NOT_HUMAN)
# Of an interaction `done` and its participant `part`; the last among the counted contacts of each person, with the
# parameter `answer`. Whatever counts contacts (strength, network, departures) takes them from here.
COUNTED = f"done.binned_at is null and done.kind in ({_kinds}) and done.occasion not in ({_left_out})"
FROM_THEM = "(done.kind = 'meeting' or done.direction in ('in', 'both'))"
TWO_WAY = """(done.kind in ('meeting', 'call') or done.direction = 'both' or done.direction = 'in'
            and count(*) filter (where done.direction = 'out') over (
                partition by part.person_id order by done.at
                range between %(answer)s preceding and %(answer)s following) > 0)"""
_CONTACTS = f"""
    select person_id, max(at) last_contact_at, max(at) filter (where from_them) last_from_them_at,
        max(at) filter (where two_way) last_two_way_at, min(at) first_contact_at, {{number}} interactions
    from (
        select part.person_id, done.at, {FROM_THEM} from_them, {TWO_WAY} two_way
        from interactions_participant part join interactions_interaction done on done.id = part.interaction_id
        where part.person_id is not null and {{mine}} and {COUNTED}) touch
    group by person_id
"""  # noqa: S608 - constant text, parameters apart
# What one more contact can change lies no further from it than an answer.
_NEAR = """part.person_id in (
            select person_id from interactions_participant where interaction_id = %(interaction)s)
        and done.at between (select at - %(answer)s from interactions_interaction where id = %(interaction)s)
            and (select at + %(answer)s from interactions_interaction where id = %(interaction)s)"""
_ONE = _CONTACTS.format(mine=_NEAR, number="1")
