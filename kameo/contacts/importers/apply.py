"""Write the planned people: accounts first, then people, their positions and the chart, then how to reach them."""

from __future__ import annotations

from typing import Any

from kameo.accounts.importers.apply import write_nodes
from kameo.contacts.importers.compare import PERSON, POSITION
from kameo.core import clock
from kameo.core.importing import Batch

PEOPLE, POSTS = "contacts_person", "contacts_position"


def write_people(batch: Batch) -> None:
    """Insert and update, set-wise: accounts, people, positions with their managers, addresses, numbers, refusals."""
    write_nodes(batch)
    batch.insert(
        "accounts_identifier",
        "account_id, scheme, source, value",
        "select n.account_id, 'external', %(source)s, t.external_id from twin t join node n on n.id = t.first"
        " where t.external_id is not null on conflict do nothing",
        {"source": str(batch.options.get("source") or "")},
    )
    batch.run("update who w set account_id = n.account_id from node n where n.id = w.node_id and w.account_id is null")
    _create(batch)
    _update(batch)
    _place_new_positions(batch)
    _write_points(batch)
    _write_numbers(batch)
    _write_refusals(batch)
    batch.touched += [row[0] for row in batch.all("select distinct account_id from who where action <> 'unchanged'")]


def _stamp(batch: Batch) -> dict[str, Any]:
    source = str(batch.options.get("source") or "")
    return {"now": clock.now(), "by": batch.by.pk if batch.by is not None else None, "source": source[:60]}


def _create(batch: Batch) -> None:
    batch.run(
        f"update who set person_id = nextval(pg_get_serial_sequence('{PEOPLE}', 'id'))"
        " where action = 'created' and lead = line"
    )
    batch.run("update who w set person_id = l.person_id from who l where l.line = w.lead and w.person_id is null")
    batch.insert(
        PEOPLE,
        "id, kind, salutation, first_name, last_name, label, language, time_zone, note, photo, created_at,"
        " created_by_id, changed_at",
        "select person_id, 'person', coalesce(salutation, ''), coalesce(first_name, ''), coalesce(last_name, ''), '',"
        " coalesce(language, ''), coalesce(time_zone, ''), coalesce(note, ''), '', %(now)s, %(by)s, %(now)s from who"
        " where action = 'created' and lead = line",
        _stamp(batch),
    )


def _update(batch: Batch) -> None:
    """A placeholder that the file names becomes a person (R72)."""
    columns = {**PERSON, "note": "note"}
    mine = " or ".join(f"w.changes ? '{field}'" for field in columns)
    batch.log_before(
        PEOPLE, f"select w.person_id from who w where w.action = 'updated' and w.lead = w.line and ({mine})"
    )
    values = ", ".join(
        f"{column} = case when w.changes ? '{field}' then w.{field} else p.{column} end"
        for field, column in columns.items()
    )
    batch.run(
        f"update {PEOPLE} p set {values}, kind = case when p.kind = 'placeholder' and w.changes ?| array['first_name',"
        f" 'last_name'] then 'person' else p.kind end, changed_at = %(now)s from who w where w.person_id = p.id"
        f" and w.action = 'updated' and w.lead = w.line and ({mine})",
        _stamp(batch),
    )


def _place_new_positions(batch: Batch) -> None:
    """New posts with their managers in one statement: a manager may stand further down the file."""
    batch.run("alter table who add fresh boolean not null default false")
    batch.run(
        f"update who set fresh = true, position_id = nextval(pg_get_serial_sequence('{POSTS}', 'id'))"
        " where position_id is null"
    )
    batch.run(
        "update who w set manager_position = x.position_id from who x where x.line = w.manager_line"
        " and w.manager_position is null"
    )
    batch.insert(
        POSTS,
        "id, person_id, account_id, title, family, department, level, office, starts_on, end_reason, reports_to_id,"
        " created_at, created_by_id",
        "select position_id, person_id, account_id, coalesce(job_title, ''), coalesce(family, guessed_family, ''),"
        " coalesce(department, ''), coalesce(level, guessed_level, ''), coalesce(office, ''), starts_on, '',"
        " manager_position, %(now)s, %(by)s from who where fresh",
        _stamp(batch),
    )
    _change_posts(batch)


def _change_posts(batch: Batch) -> None:
    fields = (*POSITION, "starts_on", "reports_to")
    mine = f"not w.fresh and w.changes ?| array[{', '.join(repr(field) for field in fields)}]"
    batch.log_before(POSTS, f"select w.position_id from who w where {mine}")
    values = [
        f"{column} = case when w.changes ? '{field}' then {_column_value(field)} else t.{column} end"
        for field, column in POSITION.items()
    ]
    batch.run(
        f"update {POSTS} t set {', '.join(values)},"
        " starts_on = case when w.changes ? 'starts_on' then w.starts_on else t.starts_on end,"
        " reports_to_id = case when w.changes ? 'reports_to' then w.manager_position else t.reports_to_id end"
        f" from who w where w.position_id = t.id and {mine}"
    )


def _column_value(field: str) -> str:
    return f"coalesce(w.{field}, w.guessed_{field})" if field in ("family", "level") else f"w.{field}"


def _write_points(batch: Batch) -> None:
    """Addresses, numbers and links go after those that are there already."""
    written = "(w.action = 'created' or w.changes ? '{}')"
    after = "coalesce((select max(o.position) + 1 from {} o where o.person_id = w.person_id), 0)"
    email, phone = "contacts_emailaddress", "contacts_phonenumber"
    for relation, columns, values, table, field, order in (
        (email, "address, kind", "m.address, m.kind", "mail", "email", "lower(m.address)"),
        (phone, "number, extension, kind", "m.number, m.extension, m.kind", "tel", "phone", "m.number, m.extension"),
    ):
        known = (
            "lower(e.address) = lower(m.address)"
            if relation == email
            else "e.number = m.number and (e.extension = m.extension or m.extension = '')"
        )
        batch.insert(
            relation,
            f"person_id, {columns}, position",
            f"select person_id, {columns}, start + row_number() over (partition by person_id order by line, rank) - 1"
            f" from (select distinct on (w.person_id, {order}) w.person_id, {values}, m.rank, w.line,"
            f" case when w.action = 'created' then 0 else {after.format(relation)} end as start"
            f" from {table} m join who w on w.line = m.line where {written.format(field)} and (w.action = 'created'"
            f" or not exists (select 1 from {relation} e where e.person_id = w.person_id and {known}))"
            f" order by w.person_id, {order}, w.line, m.rank) q",
        )
    batch.insert(
        "contacts_link",
        "person_id, kind, url",
        "select distinct on (w.person_id, m.address) w.person_id, m.kind, m.address from url m join who w"
        f" on w.line = m.line where {written.format('link')} order by w.person_id, m.address, w.line"
        " on conflict do nothing",
    )


def _write_numbers(batch: Batch) -> None:
    batch.insert(
        "contacts_personnumber",
        "person_id, source, value",
        "select w.person_id, %(source)s, w.key from who w where w.key is not null and w.lead = w.line"
        " and (w.action = 'created' or w.changes ? 'key') on conflict do nothing",
        _stamp(batch),
    )


def _write_refusals(batch: Batch) -> None:
    """A refusal that the file states, or that stands for the same address: kept, and never lifted by an import."""
    for field, channel in (("no_email", "email"), ("no_phone", "phone")):
        batch.insert(
            "contacts_optout",
            "person_id, channel, said, at, by_id",
            f"select distinct on (w.person_id) w.person_id, '{channel}', '', %(now)s::timestamptz, %(by)s::bigint"
            f" from who w where w.{field}"
            f" and (w.action = 'created' or w.changes ? '{field}') on conflict do nothing",
            _stamp(batch),
        )
    batch.insert(
        "contacts_optout",
        "person_id, channel, said, at, by_id",
        "select distinct on (w.person_id, f.channel) w.person_id, f.channel, f.address, %(now)s::timestamptz,"
        " %(by)s::bigint from refusal f"
        " join who w on w.line = f.line where w.action = 'created' on conflict do nothing",
        _stamp(batch),
    )
