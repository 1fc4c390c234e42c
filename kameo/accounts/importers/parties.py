"""The accounts that rows of other nouns are about: matched, created where asked for, or refused; never guessed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kameo.accounts.importers.apply import write_nodes
from kameo.accounts.importers.compare import compare
from kameo.accounts.importers.identity import identify, refuse_unreachable
from kameo.accounts.importers.likeness import PROPOSED, find_alike
from kameo.accounts.importers.nodes import create_node_table
from kameo.core.importing import Batch
from kameo.people.enums import Right

# Troubles of an account rather than of one of the rows about it.
_CODES = [
    "name_ambiguous",
    "account_in_bin",
    "identifier_taken",
    "required_missing",
    "rejected_by_choice",
    "external_id_of_other",
    "identifier_conflict",
    "account_unknown",
]


def party_key(*, name: str, number: str, more: str = "null") -> str:
    """SQL over `s`: what tells the accounts of a file apart, the most particular first; null where a row says none."""
    return (
        f"coalesce('t:' || s.siret, 's:' || s.siren, 'v:' || s.vat, 'k:' || s.{number}, 'n:' || kameo_fold(s.{name}),"
        f" {more})"
    )


def may_create(batch: Batch, *, asked: bool) -> bool:
    """Asked for, and by somebody whose role creates accounts. An account chosen for the whole file is never created."""
    return asked and not _chosen(batch) and _allowed(batch)


def _allowed(batch: Batch) -> bool:
    return batch.by is None or bool(batch.by.can(Right.CREATE_ACCOUNTS))


def _chosen(batch: Batch) -> str:
    return str(batch.options.get("account") or "").strip()


@dataclass(frozen=True)
class Parties:
    """How the rows of a noun say which account they are about.

    `name` and `number` are the fields that hold what the account is called and its number in the other system; `rows`
    are the sound ones, `key` (SQL over `s`) tells accounts apart. `missing` and `rejected` are the codes of rows that
    say none, or a refused one. `by_number`: the number is believed even under another name. `nameless`: what has no
    name may be created under its number. `told`: node column → SQL over `s` of what else rows say of it, the row that
    comes first by `first` being believed.
    """

    name: str
    number: str
    key: str
    rejected: str
    creates: Callable[[Batch], bool]
    missing: str = ""
    rows: str = "sound"
    by_number: bool = False
    nameless: bool = False
    told: Mapping[str, str] = field(default_factory=dict)
    first: str = "s.line"

    def resolve(self, batch: Batch) -> None:
        """Fill `node` (one row per account, `account_id` its match) and `party` (line → node); reject the other rows.

        A node without a match is of an account to be created.
        """
        create_node_table(batch)
        if not self.by_number:
            # What the accounts' own importer says of an account is told under the names that this file gives it.
            ours = {"name": self.name, "external_id": self.number}
            batch.mapped |= {theirs: batch.mapped[mine] for theirs, mine in ours.items() if mine in batch.mapped}
        self._gather(batch)
        identify(batch, by_customer_number=self.by_number)
        self._spread(batch)
        _by_chosen_account(batch)
        _by_domain(batch)
        _join_twins(batch)
        self._name_nameless(batch)
        refuse_unreachable(batch)
        self._spread(batch)
        self._refuse_unknown(batch)
        batch.options["on_match"], chosen = "leave", batch.options.get("on_match")
        compare(batch)
        batch.options["on_match"] = chosen
        self._spread(batch)

    def _gather(self, batch: Batch) -> None:
        """One node per account. The account chosen for the whole file leaves no other."""
        chosen = _chosen(batch)
        key = "'*'" if chosen else self.key
        batch.run(f"create temp table place on commit drop as select s.line, {key} as party from {self.rows} s")
        if self.missing:
            batch.reject(self.missing, f"select line, '{self.name}', '', '{{}}'::jsonb from place where party is null")
        told = {"name": f"s.{self.name}", "external_id": f"s.{self.number}"}
        told |= {column: f"s.{column}" for column in ("siren", "siret", "vat")} | dict(self.told)
        if chosen:
            told = {"name": "null" if chosen.isdecimal() else "%(name)s"}
        batch.run(
            f"insert into node (line, kind_stated, kind, {', '.join(told)})"
            f" select distinct on (p.party) min(s.line) over same, false, 'company', {', '.join(told.values())}"
            " from staged s join place p on p.line = s.line where p.party is not null"
            f" window same as (partition by p.party) order by p.party, {self.first}",
            {"name": chosen[:250]},
        )
        batch.run(
            "create temp table party on commit drop as select p.line, n.id from place p join"
            " (select p.party, n.id from node n join place p on p.line = n.line) n on n.party = p.party"
        )
        batch.run("create unique index on party (line)")
        batch.run("create index on party (id)")
        batch.run("analyze party")

    def _name_nameless(self, batch: Batch) -> None:
        batch.run(
            "update node set name = coalesce(external_id, mail_domain, siret, siren, vat"
            + ("), level = level" if self.nameless else ", ''), level = 'nameless'")
            + " where account_id is null and name is null"
        )
        batch.run("update node set folded = kameo_fold(name) where folded is null and name is not null")

    def _refuse_unknown(self, batch: Batch) -> None:
        """Those that nobody asked to create, or that have no name for it; the nearest are proposed instead."""
        creates = self.creates(batch)
        find_alike(batch, told=creates, several=True)
        wanted = "true" if creates else "n.wanted and %(allowed)s"
        batch.run(
            f"create temp table unknown on commit drop as select n.*, {PROPOSED} as proposed from node n"
            f" where n.account_id is null and not (n.level <> 'nameless' and {wanted})",
            {"allowed": may_create(batch, asked=True)},
        )
        numbered = "u.external_id is not null" if self.by_number else "u.name = u.external_id"
        batch.reject(
            "account_unknown",
            f"select p.line, case when {numbered} then '{self.number}' else '{self.name}' end, u.name, u.proposed"
            f" from unknown u join party p on p.id = u.id where {_UNTOLD}",
        )
        batch.run("delete from node n using unknown u where u.id = n.id")

    def _spread(self, batch: Batch) -> None:
        """An account's trouble is that of each row about it; told in full on the row it was found on."""
        batch.reject(
            self.rejected,
            f"select distinct on (p.line) p.line, '{self.number if self.by_number else self.name}',"
            f" coalesce(s.{self.name}, s.{self.number}, s.siret, s.siren, s.vat, ''), jsonb_build_object('why', q.code)"
            " from (select line, code from staged_problem where code = any(%(codes)s) and level = 'error') q"
            " join party o on o.line = q.line join party p on p.id = o.id join staged s on s.line = p.line"
            f" where {_UNTOLD} order by p.line, q.line",
            {"codes": _CODES},
        )
        batch.run(
            "delete from node n using party y, staged_problem p where y.id = n.id and p.line = y.line"
            " and p.code = any(%(codes)s) and p.level = 'error'",
            {"codes": _CODES},
        )


_UNTOLD = "not exists (select 1 from staged_problem e where e.line = p.line and e.level = 'error')"


def _by_chosen_account(batch: Batch) -> None:
    """The account chosen for the whole file, by its number in Kameo; by its name it is found like any other."""
    chosen = _chosen(batch)
    if chosen.isdecimal() and len(chosen) < 19:
        batch.run(
            "update node n set account_id = r.id, matched_by = 'choice' from reachable r where r.id = %(id)s",
            {"id": int(chosen)},
        )
        batch.run("update node set name = %(shown)s where account_id is null", {"shown": f"#{chosen}"})


def _by_domain(batch: Batch) -> None:
    """A row that names no account is of the one whose domain its address has; one that names another is asked."""
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
    """New accounts of one registration number are one, which keeps the numbers they go by; so are those of one name,
    but where the other system numbers them apart."""
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


def write_parties(batch: Batch) -> None:
    """Create the accounts that are to be, with every number their twins go by; what was learned of known ones."""
    write_nodes(batch)
    batch.insert(
        "accounts_identifier",
        "account_id, scheme, source, value",
        "select n.account_id, 'external', %(source)s, t.external_id from twin t join node n on n.id = t.first"
        " where t.external_id is not null on conflict do nothing",
        {"source": batch.source},
    )


def count_created(batch: Batch) -> Any:
    """How many accounts the run creates."""
    return batch.value("select count(*) from node where action = 'created'")
