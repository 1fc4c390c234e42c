"""The two axes of whole tables at once: points, verdicts, decisions in force, class, and their history (c-0.9).

One statement judges any number of accounts from their pulse, ratings, alignments and decisions, writes what changed
into AccountPulse and remembers it in ClassSnapshot. Pages read what it wrote, and put it in words; at a past date the
same statements judge what was then (`queries.standings`).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from kameo.accounts.enums import AccountClass
from kameo.accounts.pulse.locking import lock_pulses
from kameo.accounts.pulse.refresh import judges
from kameo.accounts.revenue.totals import own_revenue_at
from kameo.core import clock, preferences
from kameo.core.sql import read_sql
from kameo.qualification.axes.key import SQL_KEY
from kameo.qualification.axes.large import SQL_CRITERIA, SQL_LARGE
from kameo.qualification.axes.scorecard import MEAN_OF_PARTS


@dataclass(frozen=True)
class ClassChange:
    """What an account was and what it is, on each axis: yes, no, not rated (None)."""

    account_id: int
    large_before: bool | None
    large: bool | None
    key_before: bool | None
    key: bool | None
    class_before: str
    class_now: str

    @property
    def changed(self) -> bool:
        """Whether it changed side: a class, or an axis that became known or unknown, is not the points alone."""
        before, now = ((self.large_before, self.key_before, self.class_before), (self.large, self.key, self.class_now))
        return before != now


def refresh_classes(account_ids: Collection[int] | None = None, *, locked: bool = False) -> int:
    """The points, verdicts and class of these accounts (None: all) from their pulse; how many rows changed."""
    return len(judge(account_ids, locked=locked))


def judge(account_ids: Collection[int] | None, *, locked: bool = False) -> list[ClassChange]:
    """The same, returning each account whose row changed, by id: the points alone may have (`Side.changed`).

    In the caller's transaction, in order: pulses locked in order of id (unless `locked`), pulses, snapshots of today.
    """
    ids = None if account_ids is None else sorted({*account_ids})
    if ids == []:
        return []
    day = clock.company_today()
    arguments = {"ids": ids, "day": day, "moment": "infinity", "total": own_revenue_at(day).amount, **thresholds()}
    with transaction.atomic(), connection.cursor() as cursor:
        if not locked:
            lock_pulses(cursor, ids)
        cursor.execute(_JUDGE, arguments)
        return [ClassChange(*row) for row in cursor.fetchall()]


judges.register("classes", refresh_classes)


def thresholds() -> dict[str, Any]:
    """What verdicts ask, by the names of the SQL's parameters and of `explain_verdict`'s arguments."""
    return {
        "threshold": preferences.get("large.revenue_threshold"),
        "share_gate": preferences.get("large.share_gate"),
        "scorecard_gate": preferences.get("large.scorecard_gate"),
        "key_gate": preferences.get("key.gate"),
    }


def class_of(large: bool | None, key: bool | None) -> str:
    """One of the four classes (R8); an axis that is not rated yet reads as no."""
    if large and key:
        return AccountClass.LARGE_KEY.value
    if large:
        return AccountClass.LARGE.value
    return AccountClass.KEY.value if key else AccountClass.STANDARD.value


SQL_CLASS = f"""case when large and key then '{class_of(True, True)}' when large then '{class_of(True, False)}'
        when key then '{class_of(False, True)}' else '{class_of(False, False)}' end"""
_MINE = "(%(ids)s::bigint[] is null or account_id = any(%(ids)s::bigint[])) and at < %(moment)s"

# The criteria and objectives as they are, and as they were at `moment`: the field history keeps a row as it was
# before each change, so the first one kept after a moment is the row then. An objective made later did not exist.
CRITERIA = "select * from qualification_criterion"
OBJECTIVES = "select * from qualification_objective"
CRITERIA_THEN = """
    select row.id, row.key, was.name, was.part_of_id, was.weight, was.anchors, was.steps, was.position, was.retired_at
    from qualification_criterion row cross join lateral (
        select name, part_of_id, weight, anchors, steps, position, retired_at, pgh_id
        from qualification_criterionevent event where event.pgh_obj_id = row.id and event.pgh_created_at >= %(moment)s
        union all
        select row.name, row.part_of_id, row.weight, row.anchors, row.steps, row.position, row.retired_at, null
        order by pgh_id nulls last limit 1) was"""
OBJECTIVES_THEN = """
    select row.id, was.name, was.description, was.weight, was.starts_on, was.ends_on, was.position, was.removed_at
    from qualification_objective row cross join lateral (
        select name, description, weight, starts_on, ends_on, position, removed_at, pgh_id
        from qualification_objectiveevent event where event.pgh_obj_id = row.id and event.pgh_created_at >= %(moment)s
        union all
        select row.name, row.description, row.weight, row.starts_on, row.ends_on, row.position, row.removed_at, null
        order by pgh_id nulls last limit 1) was
    where row.created_at < %(moment)s"""

# `scorecard` and `alignment`: (account_id, points, completeness), the formulas of qualification.axes.scorecard.
_PARTS = {"mine": _MINE, "mean": MEAN_OF_PARTS.replace("<over>", "")}
SQL_SCORES = read_sql(__file__, "scores", criteria=CRITERIA, objectives=OBJECTIVES, **_PARTS)
SQL_SCORES_THEN = read_sql(__file__, "scores", criteria=CRITERIA_THEN, objectives=OBJECTIVES_THEN, **_PARTS)
SQL_DECISIONS = """
    decision as (
        select distinct on (account_id) account_id, kind, large, key from qualification_classdecision
        where (%(ids)s::bigint[] is null or account_id = any(%(ids)s::bigint[]))
        and decided_on <= %(day)s and (expires_on is null or expires_on > %(day)s)
        and (ended_on is null or ended_on > %(day)s)
        order by account_id, decided_at desc, id desc)"""
SQL_JUDGED = read_sql(__file__, "judged", criteria=SQL_CRITERIA, key=SQL_KEY, large=SQL_LARGE)
_AXES = [
    "large",
    "key",
    "account_class",
    "class_source",
    "computed_large",
    "computed_key",
    "amount_met",
    "share_met",
    "scorecard_met",
    "scorecard",
    "scorecard_completeness",
    "alignment",
    "alignment_completeness",
]
_KEPT = ["account_class", "large", "key", "scorecard", "alignment", "source"]  # what makes a snapshot worth keeping
_JUDGE = read_sql(
    __file__,
    "judge",
    scores=SQL_SCORES,
    decisions=SQL_DECISIONS,
    judged=SQL_JUDGED,
    **{"class": SQL_CLASS},
    assignments=", ".join(f"{name} = verdict.{name}" for name in _AXES),
    stored=", ".join(f"pulse.{name}" for name in _AXES),
    computed=", ".join(f"verdict.{name}" for name in _AXES),
    kept=", ".join(_KEPT),
    changed_kept=", ".join(f"changed.{name}" for name in _KEPT),
    snapshot_assignments=", ".join(f"{name} = excluded.{name}" for name in [*_KEPT, "inputs"]),
)
