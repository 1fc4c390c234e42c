"""Keeping `PersonPulse.strength`: one statement for an account's people or for everybody."""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection, transaction

from kameo.contacts.pulse import projections
from kameo.insight.strength.settings import read_settings
from kameo.insight.strength.statement import strengths_of

MEMORY = "128MB"  # what sorting and adding up everybody's exchanges may take, twice or three times


@transaction.atomic
def refresh_people(person_ids: Collection[int] | None) -> int:
    """Compute the strength of these people again, None for everybody, and write it beside them.

    Safe at any time, and again: it depends on what is stored and on the day alone. Returns how many rows changed.
    """
    if person_ids is not None and not person_ids:
        return 0
    statement = strengths_of(person_ids, read_settings())
    if person_ids is None:
        _allow(MEMORY)
    return projections.write_strengths(statement.sql, statement.params, mass=person_ids is None)


def _allow(memory: str) -> None:
    """For the rest of this transaction: everybody at once would otherwise be sorted on disk."""
    with connection.cursor() as cursor:
        cursor.execute("select set_config('work_mem', %s, true)", [memory])
