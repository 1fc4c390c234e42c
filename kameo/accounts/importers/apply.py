"""Write the planned nodes: new accounts parents first, then what changes on known ones, then what hangs on both."""

from __future__ import annotations

from kameo.accounts.importers.compare import IDENTIFIERS, PLACE, SCALARS, column_of
from kameo.core import clock
from kameo.core.importing import Batch
from kameo.core.importing.changes import write_changes
from kameo.people.enums import Right

ACCOUNT = "accounts_account"
_TEXTS = ("legal_name", "sector", "naf", "own_revenue_currency", "country", "website", "phone", "description")


def write_nodes(batch: Batch) -> None:
    """Insert and update accounts, identifiers, addresses, aliases, mail domains and memberships, set-wise."""
    _create(batch)
    batch.run(
        "update node n set parent_account = p.account_id from node p where p.id = n.parent_node"
        " and n.parent_account is distinct from p.account_id"
    )
    _update(batch)
    _write_identifiers(batch)
    _write_addresses(batch)
    _write_extras(batch)
    _join_author(batch)
    batch.touched += [row[0] for row in batch.all("select account_id from node where action <> 'unchanged'")]


def _create(batch: Batch) -> None:
    """The trigger that keeps `lineage` needs parents first: one statement per level of the tree."""
    batch.run(
        "update node set account_id = nextval(pg_get_serial_sequence('accounts_account', 'id'))"
        " where action = 'created'"
    )
    plain = "id, name, kind, parent_id, status, headcount, site_count, own_revenue, potential, tags, custom"
    texts = ", ".join(f"coalesce(n.{column}, '')" for column in _TEXTS)
    for depth in range(int(batch.value("select coalesce(max(depth), 0) from node")) + 1):
        batch.insert(
            ACCOUNT,
            f"{plain}, {', '.join(_TEXTS)}, lineage, reach, confidential, hidden, status_at,"
            " status_by_id, created_at, created_by_id, changed_at",
            "select n.account_id, n.name, n.kind, coalesce(n.parent_account, p.account_id),"
            " coalesce(n.status, %(status)s), n.headcount, n.site_count, n.own_revenue, n.potential,"
            f" coalesce(n.tags, '{{}}'), coalesce(n.custom, '{{}}'), {texts}, '{{}}', '{{}}', false, false, %(now)s,"
            " case when n.status is not null then %(by)s::bigint end, %(now)s, %(by)s, %(now)s"
            " from node n left join node p on p.id = n.parent_node"
            " where n.action = 'created' and n.depth = %(depth)s",
            {"depth": depth, "status": batch.options.get("status") or "prospect", **batch.stamp},
        )


def _update(batch: Batch) -> None:
    _keep_former_names(batch)
    columns = (*SCALARS, "name", "kind")
    write_changes(
        batch,
        ACCOUNT,
        "node",
        key="account_id",
        columns=dict(zip(columns, columns, strict=True)),
        also={
            "tags = case when w.changes ? 'tags' then"
            " array(select distinct x from unnest(t.tags || w.tags) x order by x) else t.tags end": ("tags", "parent"),
            "status_at = case when w.changes ? 'status' then %(now)s else t.status_at end": (),
            "status_by_id = case when w.changes ? 'status' then %(by)s else t.status_by_id end": (),
            "changed_at = %(now)s": (),
        },
        custom=True,
        params=batch.stamp,
    )
    # By itself: naming the column is enough to have the tree looked at again.
    batch.run(
        f"update {ACCOUNT} a set parent_id = n.parent_account from node n where n.account_id = a.id"
        " and n.action = 'updated' and n.changes ? 'parent'"
    )


def _keep_former_names(batch: Batch) -> None:
    """A rename that is more than spelling keeps the old name findable (R28)."""
    batch.insert(
        "accounts_formername",
        "account_id, name, until, by_id",
        "select a.id, a.name, %(today)s, %(by)s from node n join accounts_account a on a.id = n.account_id"
        " where n.changes ? 'name' and n.action = 'updated' and a.sort_name <> n.folded",
        {"today": clock.company_today(), **batch.stamp},
    )


def _write_identifiers(batch: Batch) -> None:
    for scheme in IDENTIFIERS:
        column = column_of(scheme)
        source = "%(source)s" if scheme == "external" else "''"
        batch.insert(
            "accounts_identifier",
            "account_id, scheme, source, value",
            f"select n.account_id, '{scheme}', {source}, n.{column} from node n where n.{column} is not null"
            f" and (n.action = 'created' or n.changes ? '{scheme}') on conflict do nothing",
            batch.stamp,
        )


def _write_addresses(batch: Batch) -> None:
    given = "coalesce(n.street, n.postcode, n.city, n.region) is not null"
    parts = "coalesce(n.street, ''), coalesce(n.postcode, ''), coalesce(n.city, ''), coalesce(n.region, '')"
    mine = f"d.account_id = n.account_id and d.kind = {PLACE} and n.changes ? 'address'"
    batch.log_before("accounts_address", f"select d.id from accounts_address d join node n on {mine}")
    batch.run(
        "update accounts_address d set lines = coalesce(n.street, d.lines),"
        " postcode = coalesce(n.postcode, d.postcode),"
        " city = coalesce(n.city, d.city), region = coalesce(n.region, d.region),"
        " country = coalesce(n.country, d.country)"
        f" from node n where {mine}"
        " and d.id = (select min(id) from accounts_address o where o.account_id = n.account_id"
        f" and o.kind = {PLACE})"
    )
    batch.insert(
        "accounts_address",
        "account_id, kind, lines, postcode, city, region, country",
        f"select n.account_id, {PLACE}, {parts}, coalesce(n.country, '') from node n where {given}"
        # A new account has none; looking anyway would scan what this statement has just written, for each row.
        " and (n.action = 'created' or n.changes ? 'address' and not exists (select 1 from accounts_address d"
        f" where d.account_id = n.account_id and d.kind = {PLACE}))",
    )


def _write_extras(batch: Batch) -> None:
    batch.insert(
        "accounts_alias",
        "account_id, name",
        "select n.account_id, n.alias from node n where n.alias is not null"
        " and (kameo_fold(n.alias) <> n.folded or n.matched_by = 'choice')"
        " and (n.action = 'created' or n.changes ? 'alias') on conflict do nothing",
    )
    batch.insert(
        "accounts_maildomain",
        "account_id, domain",
        # Subsidiaries share their group's domain: it goes to the highest, then to the first of the file.
        "select distinct on (n.mail_domain) n.account_id, n.mail_domain from node n where n.mail_domain is not null"
        " and (n.action = 'created' or n.changes ? 'mail_domain') order by n.mail_domain, n.depth, n.line"
        " on conflict do nothing",
    )


def _join_author(batch: Batch) -> None:
    """Whoever sees only their own accounts leads those they bring, or would never see them (product.md)."""
    if batch.by is None or batch.by.can(Right.SEE_ALL_ACCOUNTS):
        return
    batch.insert(
        "accounts_accountmember",
        "account_id, user_id, function, responsibilities, since, by_id",
        "select n.account_id, %(by)s, 'lead', '', %(today)s, %(by)s from node n"
        " where n.action = 'created' and n.parent_account is null",
        {"today": clock.today(), **batch.stamp},
    )
