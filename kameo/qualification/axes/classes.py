"""The two axes of whole tables at once: points, verdicts, decisions in force, class, and their history (c-0.9).

One statement judges any number of accounts from their pulse, ratings, alignments and decisions, writes what changed
into AccountPulse and remembers it in ClassSnapshot. `accounts.queries.qualification` says the same of one account,
with reasons; a test holds them equal.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from kameo.accounts.pulse.locking import lock_pulses
from kameo.accounts.pulse.refresh import judges
from kameo.accounts.revenue.totals import own_revenue_at
from kameo.core import clock, preferences
from kameo.qualification.axes.large import SQL_VERDICT


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
    """What verdicts ask, by the names of the SQL's parameters and of `large_verdict`'s arguments."""
    return {
        "threshold": preferences.get("large.revenue_threshold"),
        "share_gate": preferences.get("large.share_gate"),
        "scorecard_gate": preferences.get("large.scorecard_gate"),
        "key_gate": preferences.get("key.gate"),
    }


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

# `scorecard` and `alignment`: (account_id, points, completeness), the formulas of accounts.scorecard.
_SCORES = f"""
    criteria as materialized (<criteria>), objectives as materialized (<objectives>),
    criterion as materialized (
        select criterion.id, criterion.part_of_id, criterion.weight, criterion.key,
            sum(criterion.weight) over (partition by criterion.part_of_id) as siblings,
            exists (select from criteria part
                    where part.part_of_id = criterion.id and part.retired_at is null) as has_parts
        from criteria criterion
        left join criteria whole on whole.id = criterion.part_of_id
        where criterion.retired_at is null and whole.retired_at is null),
    rating as (
        select distinct on (account_id, criterion_id) account_id, criterion_id, score
        from qualification_criterionrating where {_MINE}
        order by account_id, criterion_id, at desc, id desc),
    whole as (
        select rating.account_id, criterion.weight, rating.score::numeric as score, criterion.weight as known
        from rating join criterion on criterion.id = rating.criterion_id
        where criterion.part_of_id is null and not criterion.has_parts and rating.score is not null
        union all
        select parts.account_id, criterion.weight, parts.score,
            coalesce(round(criterion.weight * parts.known / nullif(parts.total, 0), 6), 0)
        from (
            select rating.account_id, part.part_of_id as criterion_id, sum(part.weight) as known,
                max(part.siblings) as total,
                round(sum(part.weight * rating.score) / nullif(sum(part.weight), 0), 4) as score
            from rating join criterion part on part.id = rating.criterion_id
            where part.part_of_id is not null and rating.score is not null
            group by rating.account_id, part.part_of_id) parts
        join criterion on criterion.id = parts.criterion_id),
    scorecard as (
        select account_id,
            round(sum(weight * score) * 100
                  / nullif(sum(weight) filter (where score is not null) * 5, 0), 2) as points,
            coalesce(round(sum(known) * 100 / nullif(
                (select sum(weight) from criterion where part_of_id is null), 0)), 0) as completeness
        from whole group by account_id),
    objective as materialized (
        select id, weight, sum(weight) over () as total from objectives
        where removed_at is null and coalesce(starts_on, '-infinity') <= %(day)s
        and coalesce(ends_on, 'infinity') >= %(day)s),
    aligned as (
        select distinct on (account_id, objective_id) account_id, objective_id, value
        from qualification_alignment where {_MINE}
        order by account_id, objective_id, at desc, id desc),
    alignment as (
        select aligned.account_id,
            round(greatest(0, sum(objective.weight * aligned.value)) * 100
                  / nullif(sum(objective.weight) * 2, 0), 2) as points,
            coalesce(round(sum(objective.weight) * 100 / nullif(max(objective.total), 0)), 0) as completeness
        from aligned join objective on objective.id = aligned.objective_id
        where aligned.value is not null group by aligned.account_id)"""  # noqa: S608 - constant text
SQL_SCORES = _SCORES.replace("<criteria>", CRITERIA).replace("<objectives>", OBJECTIVES)
SQL_SCORES_THEN = _SCORES.replace("<criteria>", CRITERIA_THEN).replace("<objectives>", OBJECTIVES_THEN)
SQL_DECISIONS = """
    decision as (
        select distinct on (account_id) account_id, kind, large, key from qualification_classdecision
        where (%(ids)s::bigint[] is null or account_id = any(%(ids)s::bigint[]))
        and decided_on <= %(day)s and (expires_on is null or expires_on > %(day)s)
        and (ended_on is null or ended_on > %(day)s)
        order by account_id, decided_at desc, id desc)"""
_AXES = [
    "large",
    "key",
    "account_class",
    "class_source",
    "computed_large",
    "computed_key",
    "scorecard",
    "scorecard_completeness",
    "alignment",
    "alignment_completeness",
]
_KEPT = ["account_class", "large", "key", "scorecard", "alignment", "source"]  # what makes a snapshot worth keeping
_JUDGE = f"""
    with {SQL_SCORES}, {SQL_DECISIONS},
    rated as (
        select pulse.account_id, pulse.tree_revenue_12m, pulse.tree_unconverted,
            pulse.large as large_before, pulse.key as key_before, pulse.account_class as class_before,
            scorecard.points as scorecard, coalesce(scorecard.completeness, 0) as scorecard_completeness,
            alignment.points as alignment, coalesce(alignment.completeness, 0) as alignment_completeness,
            decision.kind, decision.large as decided_large, decision.key as decided_key
        from accounts_accountpulse pulse
        left join scorecard on scorecard.account_id = pulse.account_id
        left join alignment on alignment.account_id = pulse.account_id
        left join decision on decision.account_id = pulse.account_id
        where %(ids)s::bigint[] is null or pulse.account_id = any(%(ids)s::bigint[])),
    judged as (
        select rated.*, account.potential, {SQL_VERDICT} as computed_large,
            rated.alignment >= %(key_gate)s as computed_key, coalesce(rated.kind, 'computed') as class_source
        from rated join accounts_account account on account.id = rated.account_id),
    settled as (
        select judged.*, case when kind is null then computed_large else decided_large end as large,
            case when kind is null then computed_key else decided_key end as key
        from judged),
    verdict as (
        select settled.*, case when large and key then 'large_key' when large then 'large'
            when key then 'key' else 'standard' end as account_class
        from settled),
    changed as (
        update accounts_accountpulse pulse set {", ".join(f"{name} = verdict.{name}" for name in _AXES)}
        from verdict where verdict.account_id = pulse.account_id
        and ({", ".join(f"pulse.{name}" for name in _AXES)})
            is distinct from ({", ".join(f"verdict.{name}" for name in _AXES)})
        returning verdict.*, verdict.class_source as source),
    remembered as (
        insert into qualification_classsnapshot as snapshot (account_id, day, {", ".join(_KEPT)}, inputs)
        select changed.account_id, %(day)s, {", ".join(f"changed.{name}" for name in _KEPT)},
            jsonb_strip_nulls(jsonb_build_object(
                'revenue', tree_revenue_12m, 'potential', potential, 'total', %(total)s::numeric,
                'threshold', %(threshold)s, 'share_gate', %(share_gate)s, 'scorecard_gate', %(scorecard_gate)s,
                'key_gate', %(key_gate)s, 'computed_large', computed_large, 'computed_key', computed_key,
                'scorecard_completeness', scorecard_completeness, 'alignment_completeness', alignment_completeness,
                'weights', case when changed.scorecard is not null then (
                    select jsonb_object_agg(coalesce(nullif(key, ''), id::text), weight) from criterion) end,
                'objectives', case when changed.alignment is not null then (
                    select jsonb_object_agg(id::text, weight) from objective) end))
        from changed
        left join lateral (
            select last.* from qualification_classsnapshot last
            where last.account_id = changed.account_id order by last.day desc limit 1) last on true
        where ({", ".join(f"changed.{name}" for name in _KEPT)}) is distinct from (
            coalesce(last.account_class, 'standard'), last.large, last.key, last.scorecard, last.alignment,
            coalesce(last.source, 'computed'))
        on conflict (account_id, day) do update set
            {", ".join(f"{name} = excluded.{name}" for name in [*_KEPT, "inputs"])})
    select account_id, large_before, large, key_before, key, class_before, account_class from changed
    order by account_id
"""  # noqa: S608 - constant text, parameters apart
