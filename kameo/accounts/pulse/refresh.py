"""Keeping AccountPulse: what lists and pages need from other tables, computed set-wise in a few statements.

Everything here is disposable: `kameo rebuild` computes the same from RevenueDay, TimelineEntry, placements and
thresholds. The figures are those of `clock.company_today()`, so a nightly job rolls them; the periods are those of
`accounts.revenue.periods`: 12 months ending today included, and the 12 before. Documents dated later do not count yet.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import connection, transaction

from kameo.accounts.pulse.contacts import nodes_above, refresh_tree_contacts
from kameo.accounts.pulse.locking import lock_pulses
from kameo.accounts.revenue.periods import Window
from kameo.accounts.tree.tree_sql import ABOVE, AMOUNTS, SPANS, SUMS, known
from kameo.core import clock
from kameo.core.registry import Store
from kameo.core.sql import read_sql

Judge = Callable[..., object]
# What is judged by the figures above: `judge(account_ids, locked=…)`, None for all; `locked` where the caller keeps
# the pulses already. Registered by the app that judges.
judges: Store[Judge] = Store("judges of pulses")
MASS = 1000  # accounts from which a write changes what the planner knows


def refresh_pulse(account_ids: Collection[int] | None) -> None:
    """Compute the pulse of these accounts and of all that ever hung above them again; None for all of them.

    Own revenue, tree roll-ups, size of the tree, contacts, and then what is judged by them (`judges`). In the caller's
    transaction: the rows are locked first, in order of id, so that two writers never lose one another's work.
    Other accounts' verdicts depend on our total too: `qualification.refresh_classes` (a job after each
    change of revenue).
    """
    ids = None if account_ids is None else ancestors_of(account_ids)
    if ids == []:
        return
    today = clock.company_today()
    with transaction.atomic(), connection.cursor() as cursor:
        lock_pulses(cursor, ids)
        cursor.execute(_PULSE, {"roots": ids, "ids": ids, "now": clock.now(), **_window(today)})
        refresh_tree_contacts(cursor, ids)
        remember_sizes(cursor, "accounts_accountpulse", ids)
    judge(ids, locked=True)


def judge(account_ids: Collection[int] | None, *, locked: bool = False) -> None:
    """Let every judge look at these pulses again (None: at all), in the caller's transaction."""
    for one in judges:
        one(account_ids, locked=locked)


def refresh_contacts(account_ids: Collection[int] | None) -> None:
    """Only last contact (the trees' above too), interactions and documents: what a logged call changes."""
    ids = None if account_ids is None else sorted({*account_ids})
    if ids == []:
        return
    trees = None if ids is None else nodes_above(ids)
    with transaction.atomic(), connection.cursor() as cursor:
        lock_pulses(cursor, trees)
        cursor.execute(_CONTACTS, {"ids": ids, "now": clock.now()})
        refresh_tree_contacts(cursor, trees)


def write_coverage(rows: Sequence[Mapping[str, Any]], account_ids: Collection[int]) -> list[int]:
    """Store what the app above computed of these accounts' decision maps; the ids that changed.

    `rows` hold account_id and COVERAGE, for the accounts about which there is something to say; the others get None.
    The caller holds the pulses (`lock_pulses`) since before it read what it computed from.
    """
    with connection.cursor() as cursor:
        cursor.execute(_COVERAGE, {"rows": json.dumps(rows, default=str), "ids": list(account_ids)})
        return sorted(row[0] for row in cursor.fetchall())


def remember_sizes(cursor: Any, table: str, ids: Collection[int] | None) -> None:
    """After a mass write, tell the planner how large `table` is now: joins planned for an empty table take hours."""
    if ids is None or len(ids) > MASS:
        cursor.execute(f"analyze {table}")


def ancestors_of(account_ids: Collection[int]) -> list[int]:
    """These accounts and all that they, or what they hung below, ever hung below; sorted."""
    if not account_ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(ABOVE, {"ids": list(account_ids)})
        return sorted(row[0] for row in cursor.fetchall())


def _window(today: date) -> dict[str, Any]:
    window = Window(today)
    return {
        "start": window.start,
        "end": window.end,
        "previous_start": window.previous_start,
        "previous_end": window.previous_end,
    }


COVERAGE = {
    "mapped": "int",
    "expected": "int",
    "threads": "int",
    "concentration": "numeric",
    "map_status": "int",
    "relationship": "numeric",
    "seats_covered": "int",
    "seats_required": "int",
    "mapped_people": "bigint[]",
    "key_people": "bigint[]",
}
_COVERAGE = f"""
    update accounts_accountpulse pulse set {", ".join(f"{name} = covered.{name}" for name in COVERAGE)}
    from unnest(%(ids)s::bigint[]) mine(account_id)
    left join jsonb_to_recordset(%(rows)s::jsonb)
        covered(account_id bigint, {", ".join(f"{name} {kind}" for name, kind in COVERAGE.items())}) using (account_id)
    where mine.account_id = pulse.account_id
    and ({", ".join(f"pulse.{name}" for name in COVERAGE)})
        is distinct from ({", ".join(f"covered.{name}" for name in COVERAGE)})
    returning pulse.account_id
"""  # noqa: S608 - constant text, parameters apart
# Contacts come from the timeline: its lines stand for rows that are not in the bin. What no human wrote to one
# other (interactions.enums.NOT_HUMAN) is none.
_CONTACT_COLUMNS = """
    max(line.at) filter (where line.kind in ('call', 'mail', 'meeting') and line.at <= %(now)s
        and coalesce(line.data->>'occasion', '') not in ('bulk', 'automatic', 'bounce')) as last_contact_at,
    count(*) filter (where line.source = 'interactions.Interaction') as interactions,
    count(*) filter (where line.source = 'interactions.Document') as documents
"""
_CONTACTS = f"""
    with contact as (
        select account.id as account_id, {_CONTACT_COLUMNS}
        from accounts_account account
        left join accounts_timelineentry line on line.account_id = account.id
            and line.source in ('interactions.Interaction', 'interactions.Document')
        where %(ids)s::bigint[] is null or account.id = any(%(ids)s::bigint[])
        group by account.id)
    update accounts_accountpulse pulse
    set last_contact_at = contact.last_contact_at, interactions = contact.interactions,
        documents = contact.documents, computed_at = %(now)s
    from contact where contact.account_id = pulse.account_id
    and (pulse.last_contact_at, pulse.interactions, pulse.documents)
        is distinct from (contact.last_contact_at, contact.interactions, contact.documents)
"""  # noqa: S608 - constant text, parameters apart
_COLUMNS = [
    "revenue_12m",
    "revenue_previous_12m",
    "revenue_total",
    "unconverted",
    "first_invoice_on",
    "last_invoice_on",
    "tree_revenue_12m",
    "tree_revenue_previous_12m",
    "tree_revenue_total",
    "tree_first_invoice_on",
    "tree_last_invoice_on",
    "tree_unconverted",
    "tree_entities",
    "tree_sites",
    "tree_left_out",
    "last_contact_at",
    "interactions",
    "documents",
]
_PULSE = read_sql(
    __file__,
    "pulse",
    spans=SPANS,
    amounts=AMOUNTS,
    sums=SUMS,
    contact_columns=_CONTACT_COLUMNS,
    columns=", ".join(_COLUMNS),
    own_revenue=known("revenue_12m", "unconverted_12m", "own", "end"),
    own_previous=known("previous_12m", "unconverted_previous", "own", "previous_end"),
    tree_revenue=known("revenue_12m", "unconverted_12m", "tree", "end"),
    tree_previous=known("previous_12m", "unconverted_previous", "tree", "previous_end"),
    assignments=", ".join(f"{name} = excluded.{name}" for name in [*_COLUMNS, "computed_at"]),
    stored=", ".join(f"pulse.{name}" for name in _COLUMNS),
    computed=", ".join(f"excluded.{name}" for name in _COLUMNS),
)
