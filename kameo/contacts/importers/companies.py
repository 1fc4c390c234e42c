"""Companies of the file → accounts of ours: matched, created when asked to, or their people rejected; never guessed."""

from __future__ import annotations

from kameo.accounts.importers.compare import compare
from kameo.accounts.importers.identity import identify, refuse_unreachable
from kameo.accounts.importers.likeness import PROPOSED, find_alike
from kameo.accounts.importers.nodes import create_node_table
from kameo.core.importing import Batch
from kameo.people.enums import Right

# Troubles of a company rather than of one of its people.
COMPANY_CODES = [
    "name_ambiguous",
    "account_in_bin",
    "identifier_taken",
    "rejected_by_choice",
    "external_id_of_other",
    "identifier_conflict",
    "account_unknown",
]
WHOLE_FILE = "'*'"
# What tells companies of the file apart: the most particular first.
_KEY = (
    "coalesce('t:' || siret, 's:' || siren, 'v:' || vat, 'k:' || company_key, 'n:' || kameo_fold(company),"
    " 'd:' || domain)"
)


def resolve_companies(batch: Batch) -> None:
    """Fill `node` (one row a company, `account_id` its match) and `party` (line → node); reject the others' people."""
    create_node_table(batch)
    # What the accounts' own importer says about a company is told under the names that this file gives it.
    batch.mapped |= {
        theirs: batch.mapped[ours]
        for theirs, ours in (("name", "company"), ("external_id", "company_key"))
        if ours in batch.mapped
    }
    _gather(batch)
    identify(batch)
    _spread(batch)
    _by_chosen_account(batch)
    _by_domain(batch)
    _join_twins(batch)
    batch.run(
        "delete from node where account_id is null and name is null and not exists"
        " (select 1 from party p where p.id = node.id)"
    )
    _refuse_unknown(batch)
    refuse_unreachable(batch)
    batch.options["on_match"], chosen = "leave", batch.options.get("on_match")
    compare(batch)
    batch.options["on_match"] = chosen
    _spread(batch)


def _gather(batch: Batch) -> None:
    """One node per company. The account chosen for the whole file leaves no other."""
    chosen = str(batch.options.get("account") or "").strip()
    key = WHOLE_FILE if chosen else _KEY
    batch.run(f"create temp table place on commit drop as select line, {key} as party from sound")
    batch.reject("company_missing", "select line, 'company', '', '{}'::jsonb from place where party is null")
    batch.run(
        "insert into node (line, kind_stated, kind, name, external_id, siren, siret, vat, country, mail_domain)"
        " select distinct on (p.party) min(s.line) over same, false, 'company', s.company, s.company_key, s.siren,"
        " s.siret, s.vat, s.country, case when min(s.domain) over same = max(s.domain) over same then s.domain end"
        " from sound s join place p on p.line = s.line where p.party is not null"
        " window same as (partition by p.party) order by p.party, s.company is null, s.domain is null, s.line"
    )
    if chosen:
        named = "null" if chosen.isdecimal() else "%(name)s"
        batch.run(
            f"update node set name = {named}, external_id = null, siren = null, siret = null, vat = null,"
            " country = null,"
            " mail_domain = null",
            {"name": chosen[:250]},
        )
    batch.run(
        "create temp table party on commit drop as select p.line, n.id from place p join"
        " (select p.party, n.id from node n join place p on p.line = n.line) n on n.party = p.party"
    )
    batch.run("create unique index on party (line)")
    batch.run("create index on party (id)")
    batch.run("analyze party")


def _by_chosen_account(batch: Batch) -> None:
    """The account chosen for the whole file, by its number in Kameo; by its name it is found like any other."""
    chosen = str(batch.options.get("account") or "").strip()
    if chosen.isdecimal() and len(chosen) < 19:
        batch.run(
            "update node n set account_id = r.id, matched_by = 'choice' from reachable r where r.id = %(id)s",
            {"id": int(chosen)},
        )
        batch.run("update node set name = %(shown)s where account_id is null", {"shown": f"#{chosen}"})


def _by_domain(batch: Batch) -> None:
    """A row that names no company is of the account whose domain its address has; one that names another is asked."""
    batch.run(
        r"""
        create temp table homed on commit drop as
        select n.id as node_id, min(a.id) as account_id from node n
        join lateral (
            select d.account_id as id from accounts_maildomain d where d.domain = n.mail_domain
            union select w.id from accounts_account w where n.mail_domain =
                regexp_replace(substring(lower(w.website) from '^https?://([^/:]+)'), '^www\.', '')
        ) q on true join reachable r on r.id = q.id join accounts_account a on a.id = q.id and a.binned_at is null
        where n.account_id is null and n.name is null and n.mail_domain is not null
        group by n.id having count(distinct a.id) = 1
        """
    )
    batch.run("update node n set account_id = h.account_id, matched_by = 'domain' from homed h where h.node_id = n.id")


def _join_twins(batch: Batch) -> None:
    """New companies of one registration number are one account, which keeps the numbers they go by; so are those of one
    name, but where the other system numbers them apart."""
    batch.run(
        "create temp table twin on commit drop as select id, first, external_id from (select id, external_id,"
        " first_value(id) over (partition by coalesce(siret, siren) order by line) as first from node"
        " where account_id is null and coalesce(siret, siren) is not null"
        " union all select id, external_id, case when external_id is null then first_value(id)"
        " over (partition by folded"
        " order by external_id is null, line) else id end from node where account_id is null and folded is not null"
        " and coalesce(siret, siren) is null) q where id <> first"
    )
    batch.run("update party p set id = t.first from twin t where t.id = p.id")
    batch.run("delete from node n using twin t where t.id = n.id")


def may_create(batch: Batch) -> bool:
    """Asked for, and by somebody whose role creates accounts. An account chosen for the whole file is never created."""
    return bool(batch.options.get("create_accounts")) and _allowed(batch) and not batch.options.get("account")


def _allowed(batch: Batch) -> bool:
    return batch.by is None or batch.by.can(Right.CREATE_ACCOUNTS)


def _refuse_unknown(batch: Batch) -> None:
    """Those that nobody asked to create, or that have no name to be created with; the nearest are proposed instead."""
    # A company that is known by its address alone has no name either.
    batch.run(
        "update node set name = mail_domain, level = 'nameless' where account_id is null and name is null"
        " and external_id is null"
    )
    batch.run("update node set name = external_id, level = 'nameless' where account_id is null and name is null")
    batch.run("update node set folded = kameo_fold(name) where folded is null and name is not null")
    creates = may_create(batch)
    find_alike(batch, told=creates, several=True)
    wanted = "n.wanted and %(allowed)s and n.level <> 'nameless'"
    unknown = (
        f"n.account_id is null and not ({wanted})" if not creates else ("n.account_id is null and n.level = 'nameless'")
    )
    batch.run(
        f"create temp table unknown on commit drop as select n.*, {PROPOSED} as proposed from node n where {unknown}",
        {"allowed": _allowed(batch) and not batch.options.get("account")},
    )
    batch.reject(
        "account_unknown",
        "select p.line, case when u.name = u.external_id then 'company_key' else 'company' end, u.name, u.proposed"
        " from unknown u join party p on p.id = u.id",
    )
    batch.run("delete from node n using unknown u where u.id = n.id")


def _spread(batch: Batch) -> None:
    """A company's trouble is that of each of its people; told in full on the row it was found on."""
    batch.reject(
        "company_rejected",
        "select distinct p.line, 'company', coalesce(s.company, s.company_key, ''), '{}'::jsonb"
        " from (select line from staged_problem where code = any(%(codes)s) and level = 'error') q"
        " join party o on o.line = q.line join party p on p.id = o.id join staged s on s.line = p.line"
        " where not exists (select 1 from staged_problem e where e.line = p.line and e.level = 'error')",
        {"codes": COMPANY_CODES},
    )
    batch.run(
        "delete from node n where n.account_id is null and exists (select 1 from staged_problem p join party y"
        " on y.line = p.line where y.id = n.id and p.code = any(%(codes)s) and p.level = 'error')",
        {"codes": COMPANY_CODES},
    )
