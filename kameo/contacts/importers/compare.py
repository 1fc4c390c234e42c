"""What an import changes on people who are ours already: field by field, old value and new. A blank cell is nothing."""

from __future__ import annotations

from kameo.core.importing import Batch
from kameo.core.importing.changes import ACTION, add_change, change, count_actions, custom_changes, plain_changes

# Column of the file → column of the table.
PERSON = {
    "first_name": "first_name",
    "last_name": "last_name",
    "salutation": "salutation",
    "language": "language",
    "time_zone": "time_zone",
}
POSITION = {"job_title": "title", "department": "department", "family": "family", "level": "level", "office": "office"}

# Where a title's words tell what the file does not.
GUESSED = ("family", "level")


def compare_people(batch: Batch) -> None:
    """Set `who.changes` and `who.action`; counts go to `batch.counts`, a line each."""
    known = "w.person_id is not null"
    if batch.options.get("on_match", "update") != "leave":
        fill = batch.options.get("on_match") == "fill"
        batch.run(_person_changes(fill=fill))
        batch.run(_position_changes(fill=fill))
        for field, select in _ADDED.items():
            batch.run(add_change("who", "line", field, select), batch.stamp)
        _manager_changes(batch, fill=fill)
    batch.run(
        "update who w set changes = w.changes || jsonb_build_object('company', jsonb_build_array(null, coalesce(a.name,"
        f" n.name))) from node n left join accounts_account a on a.id = n.account_id where n.id = w.node_id and {known}"
        " and w.position_id is null"
    )
    batch.run(f"update who set action = {ACTION.format(id='person_id')}")
    count_actions(batch, "who")


def find_positions(batch: Batch) -> None:
    """The post each one holds there today; else the one that has ended, which stays as people left it."""
    batch.run(
        "update who w set position_id = q.id, ended = q.ended from (select distinct on (w.line) w.line, t.id,"
        " t.ends_on is not null as ended from who w join contacts_position t on t.person_id = w.person_id"
        " and t.account_id = w.account_id order by w.line, t.ends_on nulls first, t.id) q where q.line = w.line"
    )
    batch.warn(
        "position_ended",
        "select w.line, 'company', a.name, jsonb_build_object('name', concat_ws(' ', w.first_name, w.last_name),"
        " 'account', a.name) from who w join accounts_account a on a.id = w.account_id where w.ended",
    )
    batch.warn(
        "works_elsewhere",
        "select w.line, 'company', min(a.name), jsonb_build_object('name', concat_ws(' ', w.first_name, w.last_name),"
        " 'account', min(a.name)) from who w join contacts_position t on t.person_id = w.person_id"
        " and t.ends_on is null join accounts_account a on a.id = t.account_id where w.position_id is null"
        " group by w.line, w.first_name, w.last_name",
    )


def _person_changes(*, fill: bool) -> str:
    """A note is what people typed: the file's fills an empty one and replaces none. A placeholder takes the name."""
    parts = (
        plain_changes(PERSON, rows="w", ours="p", fill=fill),
        plain_changes({"note": "note"}, rows="w", ours="p", fill=True),
        custom_changes(rows="w", ours="p", fill=fill),
    )
    return (
        f"update who w set changes = {' || '.join(parts)} from contacts_person p"
        " where p.id = w.person_id and w.lead = w.line"
    )


def _position_changes(*, fill: bool) -> str:
    """What a title's words suggest fills a blank, and nothing else."""
    parts = [plain_changes(POSITION, rows="w", ours="t", fill=fill)]
    for field in GUESSED:
        guessed = f"w.{field} is null and w.guessed_{field} <> '' and t.{field} = ''"
        parts.append(change(field, f"t.{field}", f"w.guessed_{field}", guessed))
    held = "t.starts_on is null and w.starts_on is not null and (t.ends_on is null or t.ends_on > w.starts_on)"
    parts.append(change("starts_on", "t.starts_on", "w.starts_on", held))
    return (
        f"update who w set changes = w.changes || {' || '.join(parts)} from contacts_position t"
        " where t.id = w.position_id and not w.ended"
    )


def _manager_changes(batch: Batch, *, fill: bool) -> None:
    """The line of the chart, when the file draws another one."""
    empty = " and t.reports_to_id is null" if fill else ""
    batch.run(
        "update who w set changes = w.changes || jsonb_build_object('reports_to', jsonb_build_array(concat_ws(' ',"
        " o.first_name, o.last_name), q.name)) from (select w.line, coalesce(concat_ws(' ', x.first_name, x.last_name),"
        " '') as name, coalesce(w.manager_position, x.position_id) as manager from who w left join who x"
        " on x.line = w.manager_line where w.manager_line is not null or w.manager_position is not null) q,"
        " contacts_position t left join contacts_position m on m.id = t.reports_to_id"
        " left join contacts_person o on o.id = m.person_id where q.line = w.line and t.id = w.position_id"
        f" and not w.ended and t.reports_to_id is distinct from q.manager{empty}"
    )


# What a row adds to somebody known, never taking anything away: field → (line, nothing, what is new).
_ADDED = {
    "email": "select m.line, null::text, string_agg(m.address, ', ' order by m.rank) from mail m"
    " join who w on w.line = m.line where w.person_id is not null and not exists (select 1 from contacts_emailaddress e"
    " where e.person_id = w.person_id and lower(e.address) = m.folded) group by m.line",
    "phone": "select m.line, null::text,"
    " string_agg(concat_ws(' ext. ', m.number, nullif(m.extension, '')), ', ' order by m.rank)"
    " from tel m join who w on w.line = m.line where w.person_id is not null and not exists (select 1"
    " from contacts_phonenumber e where e.person_id = w.person_id and e.number = m.number"
    " and (e.extension = m.extension or m.extension = '')) group by m.line",
    "link": "select m.line, null::text, string_agg(m.address, ', ') from url m join who w on w.line = m.line"
    " where w.person_id is not null and not exists (select 1 from contacts_link e"
    " where e.person_id = w.person_id and e.url = m.address) group by m.line",
    "key": "select w.line, null::text, w.key from who w where w.person_id is not null and w.lead = w.line"
    " and w.key is not null and not exists (select 1 from contacts_personnumber x where x.source = %(source)s"
    " and x.value = w.key)",
    "no_email": "select w.line, null::text, 'email' from who w where w.person_id is not null and w.no_email"
    " and not exists (select 1 from contacts_optout r where r.person_id = w.person_id and r.channel in ('email', 'all')"
    " and r.lifted_at is null)",
    "no_phone": "select w.line, null::text, 'phone' from who w where w.person_id is not null and w.no_phone"
    " and not exists (select 1 from contacts_optout r where r.person_id = w.person_id and r.channel in ('phone', 'all')"
    " and r.lifted_at is null)",
}
