"""Write the planned people: accounts first, then people, their positions and the chart, then how to reach them."""

from __future__ import annotations

from kameo.accounts.importers.parties import write_parties
from kameo.contacts.importers.compare import GUESSED, PERSON, POSITION
from kameo.core.importing import Batch
from kameo.core.importing.changes import touches, write_changes

PEOPLE, POSTS = "contacts_person", "contacts_position"


def write_people(batch: Batch) -> None:
    """Insert and update, set-wise: accounts, people, positions with their managers, addresses, numbers, refusals."""
    write_parties(batch)
    batch.run("update who w set account_id = n.account_id from node n where n.id = w.node_id and w.account_id is null")
    _create(batch)
    _update(batch)
    _place_new_positions(batch)
    _write_points(batch)
    _write_numbers(batch)
    _write_refusals(batch)
    batch.touched += [row[0] for row in batch.all("select distinct account_id from who where action <> 'unchanged'")]


def _create(batch: Batch) -> None:
    batch.run(
        f"update who set person_id = nextval(pg_get_serial_sequence('{PEOPLE}', 'id'))"
        " where action = 'created' and lead = line"
    )
    batch.run("update who w set person_id = l.person_id from who l where l.line = w.lead and w.person_id is null")
    batch.insert(
        PEOPLE,
        "id, kind, salutation, first_name, last_name, label, language, time_zone, note, photo, custom, created_at,"
        " created_by_id, changed_at",
        "select person_id, 'person', coalesce(salutation, ''), coalesce(first_name, ''), coalesce(last_name, ''), '',"
        " coalesce(language, ''), coalesce(time_zone, ''), coalesce(note, ''), '',"
        " coalesce(custom, '{}'), %(now)s, %(by)s, %(now)s from who"
        " where action = 'created' and lead = line",
        batch.stamp,
    )


def _update(batch: Batch) -> None:
    """A placeholder that the file names becomes a person (R72)."""
    write_changes(
        batch,
        PEOPLE,
        "who",
        key="person_id",
        columns={**PERSON, "note": "note"},
        also={
            f"kind = case when t.kind = 'placeholder' and {touches('w', ('first_name', 'last_name'))} then 'person'"
            " else t.kind end": (),
            "changed_at = %(now)s": (),
        },
        among="w.action = 'updated' and w.lead = w.line",
        custom=True,
        params=batch.stamp,
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
        batch.stamp,
    )
    _change_posts(batch)


def _change_posts(batch: Batch) -> None:
    guessed = {
        f"{field} = case when w.changes ? '{field}' then coalesce(w.{field}, w.guessed_{field}) else t.{field} end": (
            field,
        )
        for field in GUESSED
    }
    write_changes(
        batch,
        POSTS,
        "who",
        key="position_id",
        columns={field: column for field, column in POSITION.items() if field not in GUESSED}
        | {"starts_on": "starts_on"},
        also={
            **guessed,
            "reports_to_id = case when w.changes ? 'reports_to' then w.manager_position else t.reports_to_id end": (
                "reports_to",
            ),
        },
        among="not w.fresh",
    )


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
        batch.stamp,
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
            batch.stamp,
        )
    batch.insert(
        "contacts_optout",
        "person_id, channel, said, at, by_id",
        "select distinct on (w.person_id, f.channel) w.person_id, f.channel, f.address, %(now)s::timestamptz,"
        " %(by)s::bigint from refusal f"
        " join who w on w.line = f.line where w.action = 'created' on conflict do nothing",
        batch.stamp,
    )
