"""The coverage of every account stored beside it: the figures of `Coverage`, of main maps alone.

Time alone moves these figures (90 days, 12 months): a nightly job computes them again.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import connection, transaction

from kameo.accounts.pulse.locking import lock_pulses
from kameo.accounts.pulse.refresh import MASS, write_coverage
from kameo.insight.coverage.compute import Coverage
from kameo.insight.coverage.reading import main_coverages

BATCH = 2000  # accounts read, computed and written at once: what is kept in memory and locked


def refresh_accounts(account_ids: Collection[int] | None) -> list[int]:
    """Compute and store the coverage of these accounts, None for all; the ids of those that changed."""
    ids = _concerned_ids() if account_ids is None else sorted({*account_ids})
    return [pk for start in range(0, len(ids), BATCH) for pk in _refresh_batch(ids[start : start + BATCH])]


@transaction.atomic
def _refresh_batch(ids: list[int]) -> list[int]:
    """Locked before the maps are read: an older reading never overwrites a newer one."""
    with connection.cursor() as cursor:
        lock_pulses(cursor, ids)
    mass = len(ids) >= MASS
    if mass:
        _plan_nested_loops(False)
    rows = [_stored_row(pk, found) for pk, found in main_coverages(ids)]
    changed = write_coverage(rows, ids)
    if mass:
        _plan_nested_loops(True)
    return changed


def _stored_row(account_id: int, found: Coverage) -> dict[str, Any]:
    return {
        "account_id": account_id,
        "mapped": len(found.mapped),
        "expected": found.expected,
        "threads": found.threads.value,
        "concentration": found.concentration.value,
        "map_status": found.status.value,
        "relationship": found.relationship.value,
        "seats_covered": found.roles.over,
        "seats_required": found.roles.of,
        "mapped_people": sorted({one.person_id for one in found.mapped}),
        "key_people": sorted({one.person_id for one in found.key_people}),
    }


def _concerned_ids() -> list[int]:
    """The accounts that have a main map, and those of which something is stored."""
    with connection.cursor() as cursor:
        cursor.execute(_CONCERNED)
        return [row[0] for row in cursor.fetchall()]


def _plan_nested_loops(allowed: bool) -> None:
    """What the statements build on their way has no statistics: the planner takes it for small, and would read each
    of thousands of maps once per map.
    """
    with connection.cursor() as cursor:
        cursor.execute("select set_config('enable_nestloop', %s, true)", ["on" if allowed else "off"])


_CONCERNED = """
    select account_id from decisions_decisionmap where main and binned_at is null
    union select account_id from accounts_accountpulse where mapped is not null
    order by 1
"""
