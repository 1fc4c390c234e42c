"""Customers of the file → accounts of ours: matched, created or rejected, never guessed."""

from __future__ import annotations

from kameo.accounts.importers.compare import compare
from kameo.accounts.importers.identity import identify, refuse_unreachable
from kameo.accounts.importers.likeness import PROPOSED, find_alike
from kameo.accounts.importers.nodes import create_node_table
from kameo.contracts.importers.documents import reject_documents
from kameo.core.importing import Batch
from kameo.people.enums import Right

# Troubles of a customer rather than of one of its documents.
CUSTOMER_CODES = [
    "name_ambiguous",
    "account_in_bin",
    "identifier_taken",
    "required_missing",
    "rejected_by_choice",
    "external_id_of_other",
    "identifier_conflict",
]


def resolve_parties(batch: Batch) -> None:
    """Give each document its account, or a node of one to create; reject those of unknown customers otherwise."""
    create_node_table(batch)
    # The latest row says how the customer is called and where it is today.
    batch.run(
        "insert into node (line, kind_stated, kind, name, external_id, siren, siret, vat, country)"
        " select distinct on (s.party) min(s.line) over (partition by s.party), false, 'company', s.customer_name,"
        " s.customer_key, s.siren, s.siret, s.vat, s.country from staged s join item i on i.line = s.line"
        " order by s.party, s.issued_on desc nulls last, s.line desc"
    )
    batch.run(
        "create temp table party on commit drop as select n.id, s.party from node n join staged s on s.line = n.line"
    )
    batch.run("create index on party (party)")
    identify(batch, by_customer_number=True)
    _join_twins(batch)
    batch.run(
        "update node set name = coalesce(name, external_id, siret, siren, vat), folded = kameo_fold(coalesce(name,"
        " external_id, siret, siren, vat)) where account_id is null"
    )
    refuse_unreachable(batch)
    _spread(batch)
    creates = may_create(batch)
    find_alike(batch, told=creates, several=True)
    if not creates:
        _refuse_unknown(batch)
    batch.options["on_match"], chosen = "leave", batch.options.get("on_match")
    compare(batch)
    batch.options["on_match"] = chosen
    if batch.value("select exists (select 1 from staged_problem where code = 'identifier_conflict')"):
        _spread(batch)


def _join_twins(batch: Batch) -> None:
    """New customers of one SIREN (or SIRET) are one account, which keeps all their customer numbers."""
    batch.run(
        "create temp table twin on commit drop as select id, first, external_id from (select id, external_id,"
        " first_value(id) over (partition by coalesce(siret, siren) order by line) as first from node"
        " where account_id is null and coalesce(siret, siren) is not null) q where id <> first"
    )
    batch.run("update party p set id = t.first from twin t where t.id = p.id")
    batch.run("delete from node n using twin t where t.id = n.id")


def may_create(batch: Batch) -> bool:
    """Asked for, and by somebody whose role creates accounts."""
    return batch.options.get("unknown_customers") == "create" and _allowed(batch)


def _allowed(batch: Batch) -> bool:
    return batch.by is None or batch.by.can(Right.CREATE_ACCOUNTS)


def _spread(batch: Batch) -> None:
    """A customer's trouble is that of each row of each of its documents; told once on the row it was found on."""
    reject_documents(
        batch,
        "customer_rejected",
        "select d.number, 'customer_key', coalesce(s.customer_name, s.customer_key, s.party),"
        " jsonb_build_object('why', q.code) from (select distinct on (line) line, code from staged_problem"
        # Rows refused on their own account are no item of it.
        " where code = any(%(codes)s) order by line) q join item i on i.line = q.line"
        " join staged s on s.line = q.line"
        " join party o on o.party = s.party join party p on p.id = o.id join draft d on d.party = p.party",
        {"codes": CUSTOMER_CODES},
    )
    batch.run(
        "delete from staged_problem p using staged_problem first where p.code = 'customer_rejected'"
        " and first.line = p.line and first.code = any(%(codes)s)",
        {"codes": CUSTOMER_CODES},
    )
    batch.run(
        "delete from node n using staged_problem p where p.line = n.line and p.code = any(%(codes)s)",
        {"codes": CUSTOMER_CODES},
    )


def _refuse_unknown(batch: Batch) -> None:
    """Those that nobody asked to create one by one; the nearest accounts are proposed instead."""
    unknown = "n.account_id is null and not (n.wanted and %(allowed)s)"
    reject_documents(
        batch,
        "account_unknown",
        "select d.number, case when n.external_id is null then 'customer_name' else 'customer_key' end,"
        f" coalesce(n.name, n.external_id), q.proposed from (select n.*, {PROPOSED} as proposed from node n"
        f" where {unknown}) n join lateral (select n.proposed) q on true join party p on p.id = n.id"
        " join draft d on d.party = p.party",
        {"allowed": _allowed(batch)},
    )
    batch.run(f"delete from node n where {unknown}", {"allowed": _allowed(batch)})
