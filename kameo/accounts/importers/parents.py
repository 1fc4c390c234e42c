"""Find the parent of each node: by number or name, in the file first, in any order; unknown ones become groups."""

from __future__ import annotations

from kameo.core.importing import Batch


def resolve_parents(batch: Batch) -> None:
    """Set `parent_node` or `parent_account` and `depth`; add a node per parent that nobody knows.

    A name that only an account of ours has is that account; one that nobody has becomes a group.
    Rejects loops, and a parent name that several accounts share.
    """
    if {"parent_key", "parent_siren"} & set(batch.mapped):
        _by_number(batch)
    if "parent_name" in batch.mapped:
        _by_name_in_file(batch)
        _by_name_of_ours(batch)
        _create_missing(batch)
    _name_groups(batch)
    _refuse_loops(batch)
    _measure_depth(batch)


def _by_number(batch: Batch) -> None:
    for column, own in (("parent_key", "external_id"), ("parent_siren", "siren")):
        batch.run(
            f"update node n set parent_node = p.id from node p where p.{own} = n.{column} and p.id <> n.id"
            " and p.level <> 'site' and n.level <> 'site' and n.parent_node is null"
        )
    for column, scheme in (("parent_siren", "siren"), ("parent_key", "external")):
        if column in batch.mapped:
            batch.run(
                "update node n set parent_account = i.account_id from accounts_identifier i join reachable r"
                f" on r.id = i.account_id where n.parent_node is null and n.parent_account is null"
                f" and i.scheme = '{scheme}' and i.source = %(source)s and i.value = n.{column}",
                {"source": str(batch.options.get("source") or "") if scheme == "external" else ""},
            )
    batch.warn(
        "parent_unknown",
        "select line, case when parent_key is null then 'parent_siren' else 'parent_key' end,"
        " coalesce(parent_key, parent_siren), '{}'::jsonb from node"
        " where coalesce(parent_key, parent_siren) is not null"
        " and coalesce(parent_key, '') <> coalesce(external_id, '')"
        " and coalesce(parent_siren, '') <> coalesce(siren, '')"
        " and parent_node is null and parent_account is null and parent_name is null and level <> 'site'",
    )


# Nodes that name a parent, have none yet, and do not name themselves.
_WANTING = (
    "n.parent_name is not null and n.parent_node is null and n.parent_account is null and n.level <> 'site'"
    " and kameo_fold(n.parent_name) <> coalesce(n.folded, '')"
)


def _by_name_in_file(batch: Batch) -> None:
    batch.run(
        "update node n set parent_node = p.id from (select distinct on (folded) folded, id from node"
        " where level <> 'site' order by folded, (kind = 'group') desc, line) p"
        f" where p.folded = kameo_fold(n.parent_name) and p.id <> n.id and {_WANTING}"
    )


def _by_name_of_ours(batch: Batch) -> None:
    batch.run(
        "create temp table known_parent on commit drop as"
        " select wanted.folded, count(*) as count, min(a.id) as account_id from"
        f" (select distinct kameo_fold(n.parent_name) as folded from node n where {_WANTING}) wanted"
        " join accounts_account a on a.sort_name = wanted.folded and a.binned_at is null and a.kind <> 'site'"
        " join reachable r on r.id = a.id group by wanted.folded"
    )
    batch.reject(
        "parent_ambiguous",
        "select n.line, 'parent_name', n.parent_name, jsonb_build_object('count', k.count) from node n"
        f" join known_parent k on k.folded = kameo_fold(n.parent_name) where k.count > 1 and {_WANTING}",
    )
    batch.run("delete from node n using staged_problem p where p.line = n.line and p.code = 'parent_ambiguous'")
    batch.run(
        "update node n set parent_account = k.account_id from known_parent k"
        f" where k.folded = kameo_fold(n.parent_name) and k.count = 1 and {_WANTING}"
    )
    batch.run("drop table known_parent")


def _create_missing(batch: Batch) -> None:
    batch.run(
        "insert into node (line, level, kind, kind_stated, name, folded, core)"
        " select min(n.line), 'group', 'group', true, min(n.parent_name), kameo_fold(n.parent_name),"
        f" kameo_fold(n.parent_name) from node n where {_WANTING} group by kameo_fold(n.parent_name)"
    )
    batch.run(
        "update node n set parent_node = p.id from node p where p.level = 'group'"
        f" and p.folded = kameo_fold(n.parent_name) and {_WANTING}"
    )


def _name_groups(batch: Batch) -> None:
    """A company of which nobody said the kind, with subsidiaries and nothing above, heads a group."""
    batch.run(
        "update node n set kind = 'group' where not kind_stated and account_id is null and parent_node is null"
        " and parent_account is null and exists (select 1 from node c where c.parent_node = n.id and c.level <> 'site')"
    )


def _refuse_loops(batch: Batch) -> None:
    # A union without duplicates ends by itself, however long the loop.
    batch.run(
        "create temp table loop on commit drop as with recursive walk (start, at) as ("
        " select id, parent_node from node where parent_node is not null"
        " union select w.start, n.parent_node from walk w join node n on n.id = w.at where n.parent_node is not null)"
        " select distinct start as id from walk where at = start"
    )
    batch.reject(
        "parent_loop",
        "select n.line, 'parent_name', coalesce(n.parent_name, n.parent_key, ''), '{}'::jsonb"
        " from node n join loop l on l.id = n.id",
    )
    batch.reject(
        "parent_loop",
        "select n.line, 'parent_name', coalesce(n.parent_name, n.parent_key, ''), '{}'::jsonb from node n"
        " join accounts_account p on p.id = n.parent_account where n.account_id = any(p.lineage)",
    )
    batch.run("drop table loop")
    batch.run("delete from node n using staged_problem p where p.line = n.line and p.code = 'parent_loop'")
    lost = "n.parent_node is not null and not exists (select 1 from node p where p.id = n.parent_node)"
    batch.warn(
        "parent_rejected",
        f"select n.line, 'parent_name', coalesce(n.parent_name, n.parent_key, ''), '{{}}'::jsonb"
        f" from node n where {lost}",
    )
    batch.run(f"update node n set parent_node = null where {lost}")


def _measure_depth(batch: Batch) -> None:
    """Parents are created before those that belong to them."""
    batch.run(
        "with recursive down as (select id, 0 as depth from node where parent_node is null"
        " union all select n.id, d.depth + 1 from down d join node n on n.parent_node = d.id)"
        " update node n set depth = d.depth from down d where d.id = n.id and d.depth > 0"
    )
