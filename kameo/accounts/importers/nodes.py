"""From the rows of the file to the accounts they speak of: one row may name a company and its site."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from kameo.accounts.names.identifiers import siren_of
from kameo.core.importing import Batch

# What an account takes from a row as it stands; the order is that of every insert below.
COLUMNS = {
    "name": "text",
    "legal_name": "text",
    "kind": "text",
    "siren": "text",
    "siret": "text",
    "vat": "text",
    "external_id": "text",
    "duns": "text",
    "lei": "text",
    "naf": "text",
    "status": "text",
    "sector": "text",
    "headcount": "bigint",
    "site_count": "bigint",
    "own_revenue": "numeric(20,4)",
    "own_revenue_currency": "text",
    "potential": "numeric(20,4)",
    "country": "text",
    "website": "text",
    "host": "text",
    "mail_domain": "text",
    "phone": "text",
    "street": "text",
    "postcode": "text",
    "city": "text",
    "region": "text",
    "alias": "text",
    "tags": "text[]",
    "description": "text",
    "custom": "jsonb",
}
TAKEN = tuple(COLUMNS)
DERIVED = {"host": "text", "mail_domain": "text"}
# What belongs to the establishment rather than to the company, when a row names both.
_OF_SITE = {"siret", "street", "postcode", "city", "region", "phone"}

# Mail hosts that belong to everybody: never a company's domain.
FREE_MAIL = frozenset(
    {
        "gmail.com",
        "googlemail.com",
        "outlook.com",
        "outlook.fr",
        "hotmail.com",
        "hotmail.fr",
        "live.com",
        "live.fr",
        "yahoo.com",
        "yahoo.fr",
        "orange.fr",
        "wanadoo.fr",
        "free.fr",
        "sfr.fr",
        "laposte.net",
        "bbox.fr",
        "neuf.fr",
        "icloud.com",
        "me.com",
        "aol.com",
        "gmx.com",
        "gmx.fr",
        "gmx.de",
        "protonmail.com",
        "proton.me",
        "numericable.fr",
        "web.de",
        "t-online.de",
        "msn.com",
        "club-internet.fr",
    }
)


def fill_siren(values: dict[str, Any]) -> None:
    """A SIRET or a French VAT number holds the SIREN."""
    for scheme in ("siret", "vat"):
        if values["siren"] is None and values[scheme]:
            values["siren"] = siren_of(scheme, values[scheme])


def prepare(values: dict[str, Any]) -> None:
    """Compose what several columns say together: the street, the SIREN inside a SIRET or VAT number, hosts."""
    parts = (values["street_number"], values["street_suffix"], values["street_type"], values["street"])
    street = " ".join(part for part in parts if part)
    values["street"] = ", ".join(part for part in (street, values["street_more"]) if part)[:300] or None
    fill_siren(values)
    if values["website"]:
        values["host"] = (urlsplit(values["website"]).hostname or "").removeprefix("www.") or None
    if values["email"]:
        domain = values["email"].rpartition("@")[2]
        values["mail_domain"] = None if domain in FREE_MAIL else domain
    if values["country"] == "FR" and values["postcode"] and values["postcode"].isdigit():
        # A spreadsheet dropped the zero of 01000.
        values["postcode"] = values["postcode"].zfill(5)


def build_nodes(batch: Batch) -> None:
    """Fill `node`: one row per account the file speaks of, still unmatched."""
    create_node_table(batch)
    batch.run(
        "create temp view sound as select * from staged s where deleted is not true and not exists"
        " (select 1 from staged_problem p where p.line = s.line and p.level = 'error')"
    )
    batch.reject("deleted_in_source", "select line, 'deleted', name, '{}'::jsonb from staged where deleted is true")
    if _has_sites(batch):
        _companies_and_sites(batch)
    else:
        _plain_rows(batch)
    batch.run("drop view sound")
    batch.run("analyze node")


def create_node_table(batch: Batch) -> None:
    """`node`: what the run knows about each account. `account_id` is its match, then its id once created."""
    taken = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
    batch.run(
        f"create temp table node (line integer, {taken},"
        " id serial primary key, level text not null default 'row',"
        " kind_stated boolean not null default true, parent_name text, parent_key text,"
        " parent_siren text, parent_node integer, parent_account bigint,"
        " folded text, core text, account_id bigint, matched_by text,"
        " action text, changes jsonb not null default '{}', wanted boolean not null default false,"
        " depth integer not null default 0) on commit drop"
    )


def _has_sites(batch: Batch) -> bool:
    """Does the file list establishments (a SIRET each, several to a SIREN or a column that says so)?"""
    chosen = batch.options.get("sites", "auto")
    if "siret" not in batch.mapped or chosen == "never":
        return False
    speaks = {"site_name", "site_usual_name", "is_headquarters", "site_naf"} & set(batch.mapped)
    if speaks or chosen == "always":
        return True
    shared = "select 1 from sound where siret is not null group by siren having count(distinct siret) > 1 limit 1"
    return batch.value(shared) is not None


def _plain_rows(batch: Batch) -> None:
    columns = ", ".join(TAKEN)
    parents = "parent_name, parent_key, parent_siren"
    batch.run(
        f"insert into node (line, kind_stated, {parents}, {columns})"
        f" select line, kind is not null, {parents}, {_with_kind()} from sound order by line"
    )


def _with_kind(default: str = "'company'") -> str:
    return ", ".join(f"coalesce(kind, {default})" if column == "kind" else column for column in TAKEN)


def _companies_and_sites(batch: Batch) -> None:
    """One company per SIREN, described by its head office's row where there is one; one site per SIRET."""
    company = ", ".join(_company_value(column) for column in TAKEN)
    parents = "parent_name, parent_key, parent_siren"
    batch.run(
        f"insert into node (line, level, kind_stated, {parents}, {', '.join(TAKEN)})"
        f" select distinct on (siren) line, 'company', false, {parents}, {company} from sound where siren is not null"
        " order by siren, is_headquarters desc nulls last, line"
    )
    site = ", ".join(_site_value(column) for column in TAKEN)
    batch.run(
        f"insert into node (line, level, kind_stated, parent_node, {', '.join(TAKEN)})"
        f" select s.line, 'site', false, n.id, {site} from sound s"
        " join node n on n.level = 'company' and n.siren = s.siren"
        " where s.siret is not null order by s.line"
    )
    batch.run(
        f"insert into node (line, kind_stated, {parents}, {', '.join(TAKEN)})"
        f" select line, kind is not null, {parents}, {_with_kind()} from sound where siren is null order by line"
    )


def _company_value(column: str) -> str:
    if column == "kind":
        return "'company'"
    if column in _OF_SITE:
        # The head office's address is the company's; its SIRET stays with the site.
        return "null" if column == "siret" else f"case when is_headquarters then {column} end"
    return column


def _site_value(column: str) -> str:
    if column == "kind":
        return "'site'"
    if column == "name":
        usual = "coalesce(s.site_name, s.site_usual_name)"
        return f"left(coalesce({usual}, concat_ws(' – ', s.name, s.city)), 250)"
    if column == "naf":
        return "coalesce(s.site_naf, s.naf)"
    if column in _OF_SITE | {"country", "status", "sector"}:
        return f"s.{column}"
    return "null"
