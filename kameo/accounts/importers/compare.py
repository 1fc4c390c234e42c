"""The changes of an import to known accounts: field by field, old value and new."""

from __future__ import annotations

from kameo.core.importing import Batch
from kameo.core.importing.changes import add_change, change, count_actions, custom_changes, plain_changes

SCALARS = (
    "legal_name",
    "naf",
    "sector",
    "headcount",
    "site_count",
    "own_revenue",
    "own_revenue_currency",
    "potential",
    "country",
    "website",
    "phone",
    "description",
    "status",
)
ADDRESS = ("street", "postcode", "city", "region")
IDENTIFIERS = ("siren", "siret", "vat", "duns", "lei", "external")


def column_of(scheme: str) -> str:
    return "external_id" if scheme == "external" else scheme


def compare(batch: Batch) -> None:
    """Set `node.changes` and `node.action`; blank cells change nothing. Counts go to `batch.counts`."""
    # A row that is rewritten for nothing is read again by everything below: only those that say an amount.
    batch.run(
        "update node set own_revenue = round(own_revenue, 2), potential = round(potential, 2),"
        " own_revenue_currency = case when own_revenue is not null"
        " then coalesce(own_revenue_currency, %(currency)s) end"
        " where own_revenue is not null or potential is not null or own_revenue_currency is not null",
        {"currency": str(batch.options.get("currency") or "")},
    )
    _refuse_other_siren(batch)
    batch.run("update node set action = 'created' where account_id is null")
    if batch.options.get("on_match", "update") != "leave":
        batch.run(_scalars(fill=batch.options.get("on_match") == "fill"))
        _parents(batch)
        _identifiers(batch)
        _address(batch)
        _extras(batch)
    else:
        _learn(batch)
    batch.run(
        "update node set action = case when changes = '{}' then 'unchanged' else 'updated' end where action is null"
    )
    count_actions(batch, "node")


def _refuse_other_siren(batch: Batch) -> None:
    """The same customer number or choice, but another company: the number was given away, or mistyped."""
    batch.reject(
        "identifier_conflict",
        "select n.line, 'siren', n.siren, jsonb_build_object('name', a.name, 'known', i.value) from node n"
        " join accounts_account a on a.id = n.account_id join accounts_identifier i on i.account_id = a.id"
        " and i.scheme = 'siren' where n.siren <> i.value and n.level <> 'site'",
    )
    batch.run("delete from node n using staged_problem p where p.line = n.line and p.code = 'identifier_conflict'")


def _scalars(*, fill: bool) -> str:
    """A name follows the file where a number proves that it is the same account."""
    blank = " and false" if fill else ""
    parts = [
        plain_changes(dict(zip(SCALARS, SCALARS, strict=True)), rows="n", ours="a", fill=fill),
        change("name", "a.name", "n.name", f"n.name <> a.name and n.matched_by not in ('name', 'choice'){blank}"),
        change("kind", "a.kind", "n.kind", f"n.kind_stated and n.kind <> a.kind{blank}"),
        change("tags", "a.tags", "n.tags", f"not (n.tags <@ a.tags::text[]){blank}"),
        custom_changes(rows="n", ours="a", fill=fill),
    ]
    return f"update node n set changes = {' || '.join(parts)} from accounts_account a where a.id = n.account_id"


def _add(field: str, select: str) -> str:
    return add_change("node", "id", field, select)


def _parents(batch: Batch) -> None:
    batch.run(
        _add(
            "parent",
            "select n.id, old.name, coalesce(p.name, above.name) from node n"
            " join accounts_account a on a.id = n.account_id left join accounts_account old on old.id = a.parent_id"
            " left join node p on p.id = n.parent_node left join accounts_account above on above.id = n.parent_account"
            " where (n.parent_node is not null and p.account_id is distinct from a.parent_id"
            " or n.parent_account is not null and n.parent_account is distinct from a.parent_id)",
        )
    )


def _learn(batch: Batch) -> None:
    """Where known accounts stay as they are, those that somebody pointed out still learn the name and number."""
    if batch.options.get("decisions"):
        _identifiers(batch, among="n.matched_by = 'choice'")
        _extras(batch, among="n.matched_by = 'choice'")


def _identifiers(batch: Batch, *, among: str = "true") -> None:
    for scheme in IDENTIFIERS:
        batch.run(
            _add(
                scheme,
                f"select n.id, null::text, n.{column_of(scheme)} from node n where n.account_id is not null"
                f" and n.{column_of(scheme)} is not null and {among}"
                " and not exists (select 1 from accounts_identifier i"
                f" where i.scheme = '{scheme}' and i.source = {_source(scheme)} and i.value = n.{column_of(scheme)})",
            ),
            {"source": batch.source},
        )
        batch.warn(
            "identifier_of_other",
            f"select n.line, '{column_of(scheme)}', i.value, jsonb_build_object('name', a.name) from node n"
            f" join accounts_identifier i on i.scheme = '{scheme}' and i.source = {_source(scheme)}"
            f" and i.value = n.{column_of(scheme)} join accounts_account a on a.id = i.account_id"
            f" where n.account_id <> i.account_id and {among}",
            {"source": batch.source},
        )


def _source(scheme: str) -> str:
    return "%(source)s" if scheme == "external" else "''"


# The address an import owns: the site's own, or the head office's.
PLACE = "case when n.kind = 'site' then 'site' else 'headquarters' end"
_OURS = f"select * from accounts_address d where d.account_id = n.account_id and d.kind = {PLACE} order by id limit 1"


def _address(batch: Batch) -> None:
    given = "concat_ws(', ', n.street, concat_ws(' ', n.postcode, n.city))"
    ours = "concat_ws(', ', nullif(d.lines, ''), nullif(concat_ws(' ', nullif(d.postcode, ''), d.city), ''))"
    differs = " or ".join(
        f"n.{column} is not null and n.{column} is distinct from d.{'lines' if column == 'street' else column}"
        for column in ADDRESS
    )
    fill = " and d.id is null" if batch.options.get("on_match") == "fill" else ""
    batch.run(
        _add(
            "address",
            f"select n.id, {ours}, {given} from node n left join lateral ({_OURS}) d on true"
            f" where n.account_id is not null and ({differs}){fill}",
        )
    )


def _extras(batch: Batch, *, among: str = "true") -> None:
    batch.run(
        _add(
            "alias",
            "select n.id, null::text, n.alias from node n join accounts_account a on a.id = n.account_id"
            f" where n.alias is not null and {among} and kameo_fold(n.alias) <> a.sort_name and not exists (select 1"
            " from accounts_alias l where l.account_id = a.id and l.sort_name = kameo_fold(n.alias))",
        )
    )
    batch.run(
        _add(
            "mail_domain",
            "select n.id, null::text, n.mail_domain from node n where n.account_id is not null and n.mail_domain"
            f" is not null and {among}"
            " and not exists (select 1 from accounts_maildomain d where d.domain = n.mail_domain)",
        )
    )
