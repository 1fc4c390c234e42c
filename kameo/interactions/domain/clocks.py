"""The contacts that count for a person's clocks: one statement for one more interaction, one for all persons.

A contact with somebody is a call, a mail or a meeting in which they took part, unless it was a mass mailing, an
automatic reply or an undelivered message (`NOT_HUMAN`). A note is never one.

From them: they wrote or called first (direction in), or both sides did (both), or it was a meeting.
Two-way (c-10): a meeting, a call, anything of direction both; a mail of theirs counts too once it belongs to an
exchange, that is when something of ours (direction out) lies within `contact.answer_days` (30) before or after it.
Both forms below say the same; a test logs, changes, bins and restores at random and compares.
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
        projections.stamp_contacts(_ONE, {"interaction": interaction.pk, "answer": _answer_time()})


def contacts_sql(person_ids: Collection[int] | None) -> tuple[str, Mapping[str, Any]]:
    """The SELECT of all contacts of these persons, None for all: the source that `contacts.pulse.projections` reads."""
    mine = "true" if person_ids is None else "part.person_id = any(%(ids)s::bigint[])"
    return _ALL.format(mine=mine), {"answer": _answer_time()}


def _answer_time() -> timedelta:
    return timedelta(days=preferences.get("contact.answer_days"))


_kinds = ", ".join(f"'{kind.value}'" for kind in CONTACT_KINDS)
_left_out = ", ".join(f"'{occasion.value}'" for occasion in NOT_HUMAN)
COUNTED = f"done.binned_at is null and done.kind in ({_kinds}) and done.occasion not in ({_left_out})"
_FROM_THEM = "(done.kind = 'meeting' or done.direction in ('in', 'both'))"
_TALKED = "(done.kind in ('meeting', 'call') or done.direction = 'both')"
_NEAR = f"""
    from interactions_participant beside join interactions_interaction near on near.id = beside.interaction_id
    where beside.person_id = part.person_id and near.at between done.at - %(answer)s and done.at + %(answer)s
    and {COUNTED.replace("done.", "near.")}
"""
_ONE = f"""
    select part.person_id, done.at last_contact_at, case when {_FROM_THEM} then done.at end last_from_them_at,
        greatest(
            case when {_TALKED} or done.direction = 'in' and exists (select {_NEAR} and near.direction = 'out')
                then done.at end,
            case when done.direction = 'out' then (select max(near.at) {_NEAR} and near.direction = 'in') end
        ) last_two_way_at, done.at first_contact_at, 1 interactions
    from interactions_interaction done join interactions_participant part on part.interaction_id = done.id
    where done.id = %(interaction)s and part.person_id is not null
"""  # noqa: S608 - constant text, parameters apart
_ALL = f"""
    select person_id, max(at) last_contact_at, max(at) filter (where from_them) last_from_them_at,
        max(at) filter (where talked or direction = 'in' and (at - ours_before <= %(answer)s
            or ours_after - at <= %(answer)s)) last_two_way_at,
        min(at) first_contact_at, count(*)::int interactions
    from (
        select part.person_id, done.at, done.direction, {_FROM_THEM} from_them, {_TALKED} talked,
            max(done.at) filter (where done.direction = 'out')
                over (partition by part.person_id order by done.at) ours_before,
            min(done.at) filter (where done.direction = 'out')
                over (partition by part.person_id order by done.at desc) ours_after
        from interactions_participant part join interactions_interaction done on done.id = part.interaction_id
        where part.person_id is not null and {{mine}} and {COUNTED}) touch
    group by person_id
"""  # noqa: S608 - constant text, parameters apart
