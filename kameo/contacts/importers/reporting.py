"""Who reports to whom: managers by their number or name, in the file first; no circle, nobody of another group."""

from __future__ import annotations

from kameo.core.importing import Batch


def resolve_managers(batch: Batch) -> None:
    """Set `who.manager_line` or `who.manager_position` where the row names a manager that can be one."""
    if "reports_to" not in batch.mapped:
        return
    batch.run(
        "create temp table root on commit drop as select w.line, coalesce('a' || a.lineage[1], 'n' || w.node_id) as top"
        " from who w left join accounts_account a on a.id = w.account_id"
    )
    batch.run("create unique index on root (line)")
    batch.run("analyze root")
    _candidates(batch)
    _refuse(batch)
    batch.run(
        "update who w set manager_line = b.boss_line, manager_position = b.boss_position from boss b"
        " where b.line = w.line"
    )
    _refuse_loops(batch)


def _candidates(batch: Batch) -> None:
    """`boss`: the managers that each named one may be, the surest kind only: by number in the file, then by number of
    ours, by name in the file, by name of ours. What a surer one found is not looked for again."""
    batch.run("create temp table boss (line integer, boss_line integer, boss_position bigint) on commit drop")
    batch.run("create index on boss (line)")
    for select in _SURER_FIRST:
        batch.run(
            f"insert into boss select distinct q.* from ({select}) q (line, boss_line, boss_position)", batch.stamp
        )
        batch.run("analyze boss")


_WANTED = (
    "(select * from who x where x.reports_to is not null and not exists (select 1 from boss b where b.line = x.line)) w"
)
_NAMED = (
    "w.reports_to !~ '^[0-9]+$' and kameo_fold(w.reports_to) in (kameo_fold(x.first_name || ' ' || x.last_name),"
    " kameo_fold(x.last_name || ' ' || x.first_name), kameo_fold(x.last_name || ', ' || x.first_name))"
)
_SURER_FIRST = (
    f"select w.line, x.line, null::bigint from {_WANTED} join who x on x.key = w.reports_to and x.line <> w.line",
    f"select w.line, null::integer, t.id from {_WANTED} join contacts_personnumber u on u.source = %(source)s"
    " and u.value = w.reports_to join acquaintance o on o.id = u.person_id and o.binned_at is null"
    " join contacts_position t on t.person_id = o.id and t.ends_on is null",
    f"select w.line, x.line, null::bigint from {_WANTED} join root r on r.line = w.line join root s on s.top = r.top"
    f" join who x on x.line = s.line and x.line <> w.line where {_NAMED}",
    f"select w.line, null::integer, t.id from {_WANTED} join accounts_account a on a.id = w.account_id"
    " join accounts_account b on b.lineage[1] = a.lineage[1] join contacts_position t on t.account_id = b.id"
    " and t.ends_on is null and t.person_id is distinct from w.person_id join contacts_person x on x.id = t.person_id"
    f" join acquaintance o on o.id = x.id and o.binned_at is null where {_NAMED}",
)


def _refuse(batch: Batch) -> None:
    batch.warn(
        "manager_unknown",
        "select line, 'reports_to', reports_to, '{}'::jsonb from who where reports_to is not null"
        " and coalesce(reports_to <> key, true) and not exists (select 1 from boss b where b.line = who.line)",
    )
    # Somebody with two positions of the file: the one at the same account, else the first.
    batch.run(
        "delete from boss b using who x, who w where x.line = b.boss_line and w.line = b.line and exists (select 1"
        " from boss c join who y on y.line = c.boss_line where c.line = b.line and c.boss_line <> b.boss_line"
        " and y.lead = x.lead and (y.node_id = w.node_id and x.node_id <> w.node_id or y.node_id = x.node_id"
        " and y.line < x.line))"
    )
    batch.run(
        "delete from boss b using root r, who x, root s where r.line = b.line and x.line = b.boss_line"
        " and s.line = x.line"
        " and s.top <> r.top and exists (select 1 from boss c join root t on t.line = c.boss_line where c.line = b.line"
        " and t.top = r.top)"
    )
    batch.warn(
        "manager_ambiguous",
        "select w.line, 'reports_to', w.reports_to, jsonb_build_object('count', q.count) from (select line, count(*)"
        " from boss group by line having count(*) > 1) q join who w on w.line = q.line",
    )
    batch.run("delete from boss where line in (select line from boss group by line having count(*) > 1)")
    elsewhere = (
        "from boss b join who w on w.line = b.line join root r on r.line = b.line left join root s"
        " on s.line = b.boss_line"
        " left join contacts_position t on t.id = b.boss_position left join accounts_account a on a.id = t.account_id"
        " where coalesce(s.top, 'a' || a.lineage[1]) <> r.top"
    )
    batch.warn("manager_elsewhere", f"select w.line, 'reports_to', w.reports_to, '{{}}'::jsonb {elsewhere}")
    batch.run(f"delete from boss where line in (select w.line {elsewhere})")


def _refuse_loops(batch: Batch) -> None:
    """Lines that would close a circle, by rows of the file or by what is drawn already, are not drawn."""
    batch.run(
        "create temp table above on commit drop as"
        " select coalesce('p' || w.position_id, 'l' || w.line) as low, coalesce('p' || w.manager_position,"
        " 'p' || x.position_id, 'l' || x.line) as high, w.line from who w left join who x on x.line = w.manager_line"
        " where w.manager_line is not null or w.manager_position is not null"
    )
    batch.run(
        "insert into above select 'p' || t.id, 'p' || t.reports_to_id, null from contacts_position t"
        " where t.reports_to_id is not null and exists (select 1 from above)"
        " and not exists (select 1 from above a where a.low = 'p' || t.id)"
    )
    batch.run("create index on above (low)")
    batch.run("analyze above")
    batch.run(
        "create temp table circle on commit drop as with recursive walk (start, low) as ("
        " select line, high from above where line is not null"
        " union select w.start, a.high from walk w join above a on a.low = w.low)"
        " select distinct w.start as line from walk w join above a on a.line = w.start and a.low = w.low"
    )
    batch.warn(
        "manager_loop",
        "select w.line, 'reports_to', concat_ws(' ', w.first_name, w.last_name), '{}'::jsonb from circle c"
        " join who w on w.line = c.line",
    )
    batch.run("update who w set manager_line = null, manager_position = null from circle c where c.line = w.line")
