"""The people importer: plan and apply, in order."""

from __future__ import annotations

from kameo.accounts.domain import recount
from kameo.accounts.importers.parties import count_created
from kameo.contacts.importers.apply import write_people
from kameo.contacts.importers.companies import COMPANIES
from kameo.contacts.importers.compare import compare_people, find_positions
from kameo.contacts.importers.people import build_people, find_near, match_people
from kameo.contacts.importers.reach import read_links, read_numbers, tell_unread
from kameo.contacts.importers.reporting import resolve_managers
from kameo.core.importing import Batch, RecordPreview
from kameo.core.importing.preview import preview_rows

SHOWN = (
    "salutation",
    "job_title",
    "department",
    "family",
    "level",
    "office",
    "starts_on",
    "language",
    "time_zone",
    "reports_to",
    "key",
)


def plan(batch: Batch) -> None:
    """Decide, for every row, who it is about, at which account, what it would change, and why it is rejected."""
    _check_rows(batch)
    batch.report("matching")
    read_links(batch)
    COMPANIES.resolve(batch)
    build_people(batch)
    match_people(batch)
    find_near(batch)
    read_numbers(batch)
    _find_refusals(batch)
    find_positions(batch)
    resolve_managers(batch)
    compare_people(batch)
    _summarise(batch)


def apply(batch: Batch) -> None:
    batch.report("writing")
    write_people(batch)


def settle(batch: Batch, account_ids: list[int]) -> None:
    """Projections of the accounts concerned and of all above them."""
    recount(account_ids)


def _check_rows(batch: Batch) -> None:
    """`sound`: the rows that name somebody."""
    batch.reject(
        "deleted_in_source",
        "select line, 'deleted', concat_ws(' ', first_name, last_name), '{}'::jsonb from staged where deleted is true",
    )
    batch.reject(
        "row_is_company",
        "select line, 'is_company', coalesce(company, last_name, full_name, ''), '{}'::jsonb from staged"
        " where is_company = 'company' and deleted is not true",
    )
    batch.reject(
        "nobody_named",
        "select line, 'last_name', coalesce(mails[1], company, ''), '{}'::jsonb from staged"
        " where first_name is null and last_name is null and deleted is not true and not exists"
        " (select 1 from staged_problem p where p.line = staged.line and p.level = 'error')",
    )
    tell_unread(batch)
    batch.keep_sound()


def _find_refusals(batch: Batch) -> None:
    """`refusal`: new people at an address whose owner refuses to be contacted. An import starts nothing again."""
    batch.run(
        "create temp table refusal on commit drop as select distinct w.line, m.address, r.channel from who w"
        " join mail m on m.line = w.line join contacts_emailaddress e on lower(e.address) = m.folded"
        " join contacts_optout r on r.person_id = e.person_id and r.lifted_at is null"
        " and r.channel in ('email', 'all') where w.person_id is null"
    )
    batch.warn("person_refused", "select line, 'email', min(address), '{}'::jsonb from refusal group by line")


def _summarise(batch: Batch) -> None:
    batch.details["accounts_created"] = count_created(batch)
    batch.details["companies"] = batch.value("select count(distinct node_id) from who")
    batch.details["with_manager"] = batch.value(
        "select count(*) from who where manager_line is not null or manager_position is not null"
    )
    batch.details["emails"] = batch.value("select count(*) from mail")
    batch.details["phones"] = batch.value("select count(*) from tel m join who w on w.line = m.line")


def preview(batch: Batch, limit: int) -> list[RecordPreview]:
    return preview_rows(
        batch,
        limit,
        table="who",
        custom=True,
        title="concat_ws(' ', r.first_name, r.last_name)",
        context="coalesce(a.name, n.name) || case when n.action = 'created' then ' +' else '' end",
        shown={
            **{field: f"r.{field}" for field in SHOWN},
            "email": "(select string_agg(m.address, ', ' order by m.rank) from mail m where m.line = r.line)",
            "phone": "(select string_agg(t.number, ', ' order by t.rank) from tel t where t.line = r.line)",
        },
        joins="join node n on n.id = r.node_id left join accounts_account a on a.id = n.account_id",
    )
