"""The accounts importer: plan and apply, in order."""

from __future__ import annotations

from kameo.accounts.domain import recount
from kameo.accounts.importers.apply import write_nodes
from kameo.accounts.importers.compare import compare
from kameo.accounts.importers.identity import match_nodes
from kameo.accounts.importers.likeness import find_alike
from kameo.accounts.importers.nodes import TAKEN, build_nodes
from kameo.accounts.importers.parents import resolve_parents
from kameo.core.importing import Batch, RecordPreview
from kameo.core.importing.preview import preview_rows


def plan(batch: Batch) -> None:
    """Decide, for every row, which accounts it creates, changes or leaves, and why it is rejected."""
    build_nodes(batch)
    batch.report("matching")
    match_nodes(batch)
    resolve_parents(batch)
    find_alike(batch)
    compare(batch)
    _summarise(batch)


def apply(batch: Batch) -> None:
    batch.report("writing")
    write_nodes(batch)


def settle(batch: Batch, account_ids: list[int]) -> None:
    """Projections and statuses of the accounts concerned and of all above them."""
    recount(account_ids)


def _summarise(batch: Batch) -> None:
    batch.details["kinds"] = dict(batch.all("select kind, count(*) from node where action = 'created' group by kind"))
    batch.details["with_parent"] = batch.value(
        "select count(*) from node where level <> 'site' and (parent_node is not null or parent_account is not null)"
    )


def preview(batch: Batch, limit: int) -> list[RecordPreview]:
    return preview_rows(
        batch,
        limit,
        table="node",
        key="id",
        custom=True,
        title="coalesce(r.name, a.name)",
        context="coalesce(p.name, above.name)",
        shown={name: f"r.{name}" for name in TAKEN if name not in {"name", "kind", "host", "custom"}},
        joins="left join accounts_account a on a.id = r.account_id left join node p on p.id = r.parent_node"
        " left join accounts_account above on above.id = r.parent_account",
    )
