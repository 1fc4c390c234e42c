"""From the rows of the file to the people they speak of, and which of ours each one is."""

from __future__ import annotations

from kameo.contacts.importers.points import SHARED_BOX
from kameo.core.importing import Batch

TAKEN = {
    "first_name": "text",
    "last_name": "text",
    "salutation": "text",
    "job_title": "text",
    "department": "text",
    "family": "text",
    "level": "text",
    "office": "text",
    "starts_on": "date",
    "language": "text",
    "time_zone": "text",
    "note": "text",
    "key": "text",
    "reports_to": "text",
    "no_email": "boolean",
    "no_phone": "boolean",
    "guessed_family": "text",
    "guessed_level": "text",
    "custom": "jsonb",
}
NEAR = 0.6  # likeness of two names at one account above which somebody is asked


def build_people(batch: Batch) -> None:
    """Fill `who`: one row per line that names somebody at an account; `mail`: their addresses."""
    columns = ", ".join(f"{name} {kind}" for name, kind in TAKEN.items())
    batch.run(
        f"create temp table who (line integer primary key, {columns}, folded text not null, node_id integer not null,"
        " account_id bigint, lead integer, person_id bigint, matched_by text, position_id bigint, ended boolean"
        " not null"
        " default false, action text, changes jsonb not null default '{}', manager_line integer,"
        " manager_position bigint) on commit drop"
    )
    batch.run(
        f"insert into who (line, {', '.join(TAKEN)}, folded, node_id, account_id) select s.line,"
        f" {', '.join(f's.{name}' for name in TAKEN)},"
        " kameo_fold(concat(s.last_name, ' ', s.first_name, ' ')), n.id, n.account_id"
        " from sound s join party p on p.line = s.line join node n on n.id = p.id"
        " where not exists (select 1 from staged_problem e where e.line = s.line and e.level = 'error')"
    )
    batch.run(
        "create temp table mail on commit drop as select w.line, m.address, lower(m.address) as folded, m.kind, m.rank,"
        " split_part(lower(m.address), '@', 1) = any(%(shared)s) as shared from who w join staged s on s.line = w.line,"
        " unnest(s.mails, s.mail_kinds) with ordinality m (address, kind, rank)",
        {"shared": sorted(SHARED_BOX)},
    )
    for table, column in (("who", "folded"), ("who", "key"), ("who", "node_id"), ("mail", "line"), ("mail", "folded")):
        batch.run(f"create index on {table} ({column})")
    batch.run("analyze who")
    batch.run("analyze mail")


def match_people(batch: Batch) -> None:
    """Set `who.person_id` and `who.matched_by`: number, address, profile, then name at the account; never likeness."""
    _find_ours(batch)
    _by_number(batch)
    _by_address(batch)
    _by_link(batch)
    _by_name(batch)
    _by_choice(batch)
    batch.run("create index on who (person_id)")
    _refuse_binned(batch)
    _gather_rows(batch)
    _forget_rejected(batch)


def _find_ours(batch: Batch) -> None:
    """`acquaintance`: the people whom the author may see, the bin included (all of them for a command)."""
    from kameo.contacts.models import Person

    people = Person.objects.all() if batch.by is None else Person.objects.reachable_by(batch.by)
    chosen = people.filter(merged_into__isnull=True).order_by().values("id", "sort_name", "binned_at")
    sql, params = chosen.query.sql_with_params()
    batch.run(f"create temp table acquaintance (id, folded, binned_at) on commit drop as {sql}", params)
    batch.run("create unique index on acquaintance (id)")
    batch.run("create index on acquaintance (folded)")
    batch.run("analyze acquaintance")


# One cannot be the other: their numbers in this system differ.
_OTHER_NUMBER = (
    "exists (select 1 from contacts_personnumber x where x.person_id = o.id and x.source = %(source)s"
    " and x.value <> w.key)"
)
# Names so different that one number, or one address, serves two people.
_STRANGERS = "similarity(w.folded, o.folded) <= 0.25 and word_similarity(w.folded, o.folded) <= 0.3"


def _by_number(batch: Batch) -> None:
    """The other system's number, unless the names are strangers': two systems may count 1, 2, 3…"""
    if "key" not in batch.mapped:
        return
    batch.run(
        "update who w set person_id = o.id, matched_by = 'number' from contacts_personnumber x join acquaintance o"
        " on o.id = x.person_id where x.source = %(source)s and x.value = w.key",
        batch.stamp,
    )
    batch.warn(
        "person_number_of_other",
        "select w.line, 'key', w.key, jsonb_build_object('name', p.first_name || ' ' || p.last_name) from who w"
        f" join acquaintance o on o.id = w.person_id join contacts_person p on p.id = o.id where {_STRANGERS}",
    )
    batch.run(
        "update who w set person_id = null, matched_by = null, key = null from acquaintance o"
        f" where o.id = w.person_id and {_STRANGERS}"
    )


def _by_address(batch: Batch) -> None:
    """The one person who has this address, or who has it and the name; never a box that several answer."""
    batch.run(
        "create temp table addressed on commit drop as select distinct w.line, o.id as person_id,"
        f" o.folded = w.folded as same, ({_STRANGERS}) as strangers from who w"
        " join mail m on m.line = w.line and not m.shared"
        " join contacts_emailaddress e on lower(e.address) = m.folded join acquaintance o on o.id = e.person_id"
        f" where w.person_id is null and not {_OTHER_NUMBER}",
        batch.stamp,
    )
    batch.run(
        "update who w set person_id = q.person_id, matched_by = 'address' from (select line,"
        " min(person_id) as person_id"
        " from addressed a where same or not strangers and not exists (select 1 from addressed b where b.line = a.line"
        " and b.same) group by line having count(*) = 1) q where q.line = w.line"
    )


def _by_link(batch: Batch) -> None:
    """The same LinkedIn profile is the same person, whatever the name has become."""
    batch.run(
        "update who w set person_id = q.person_id, matched_by = 'link' from (select u.line, min(o.id) as person_id"
        " from url u join contacts_link l on l.url = u.address join acquaintance o on o.id = l.person_id"
        " where u.kind = 'linkedin' group by u.line having count(distinct o.id) = 1) q"
        " where q.line = w.line and w.person_id is null and not exists (select 1 from acquaintance o"
        " where o.id = q.person_id"
        f" and {_OTHER_NUMBER})",
        batch.stamp,
    )


def _by_name(batch: Batch) -> None:
    """The same name at the same account, when one person only has it and no number says otherwise."""
    batch.run(
        "create temp table named on commit drop as select distinct w.line, w.account_id, o.id as person_id from who w"
        " join acquaintance o on o.folded = w.folded join contacts_position t on t.person_id = o.id"
        f" and t.account_id = w.account_id where w.person_id is null and not {_OTHER_NUMBER}",
        batch.stamp,
    )
    batch.reject(
        "person_ambiguous",
        "select w.line, 'last_name', concat_ws(' ', w.first_name, w.last_name), jsonb_build_object('count', q.count,"
        " 'account', a.name) from (select line, count(*) from named group by line having count(*) > 1) q"
        " join who w on w.line = q.line join accounts_account a on a.id = w.account_id",
    )
    batch.run(
        "update who w set person_id = q.person_id, matched_by = 'name' from (select line, min(person_id) as person_id"
        " from named group by line having count(*) = 1) q where q.line = w.line"
    )


def _by_choice(batch: Batch) -> None:
    """What somebody decided in the preview about people: “p” and the line → person, “new” or “reject”."""
    given = {str(line): str(choice) for line, choice in dict(batch.options.get("decisions") or {}).items()}
    decisions = {int(line[1:]): choice for line, choice in given.items() if line[:1] == "p" and line[1:].isdecimal()}
    batch.run("create temp table settled (line integer primary key, choice text not null) on commit drop")
    batch.run(
        "insert into settled select * from unnest(%(lines)s::integer[], %(choices)s::text[])",
        {"lines": list(decisions), "choices": list(decisions.values())},
    )
    batch.run(
        "update who w set person_id = o.id, matched_by = 'choice' from settled d join acquaintance o"
        " on o.id::text = d.choice"
        " where d.line = w.line and w.person_id is null"
    )
    batch.reject(
        "person_left_out",
        "select w.line, '', concat_ws(' ', w.first_name, w.last_name), '{}'::jsonb from who w join settled d"
        " on d.line = w.line and d.choice = 'reject'",
    )


def _refuse_binned(batch: Batch) -> None:
    batch.reject(
        "person_in_bin",
        "select w.line, 'last_name', concat_ws(' ', w.first_name, w.last_name), jsonb_build_object('name',"
        " concat_ws(' ', w.first_name, w.last_name)) from who w join acquaintance o on o.id = w.person_id"
        " where o.binned_at is not null",
    )
    batch.drop_rejected("who")


def _gather_rows(batch: Batch) -> None:
    """`who.lead`: the first line about each person. The same person twice at one account is a double; at two
    accounts, two positions."""
    batch.run(
        "update who w set lead = q.lead from (select w.line, min(w.line) over (partition by coalesce("
        "'p' || w.person_id, 'k' || w.key, 'm' || w.folded || '|' || m.folded, 'n' || w.folded || '|' || w.node_id))"
        " as lead from who w left join (select distinct on (line) line, folded from mail where not shared"
        " order by line, rank) m on m.line = w.line) q where q.line = w.line"
    )
    batch.reject(
        "person_double_in_file",
        "select line, 'last_name', concat_ws(' ', first_name, last_name), jsonb_build_object('line', first) from"
        " (select line, first_name, last_name, first_value(line) over same as first from who"
        " window same as (partition by lead, coalesce(account_id::text, 'n' || node_id) order by line)) q"
        " where line <> first",
    )


def _forget_rejected(batch: Batch) -> None:
    batch.drop_rejected("who")
    batch.run("delete from mail m where not exists (select 1 from who w where w.line = m.line)")
    batch.run("analyze who")


def find_near(batch: Batch) -> None:
    """Somebody at the account with nearly this name, or elsewhere with this address: proposed, never taken alone."""
    batch.run(
        "create temp table near on commit drop as select w.line, o.id as person_id,"
        " round((similarity(w.folded, o.folded) * 100)::numeric) as score from who w"
        " join contacts_position t on t.account_id = w.account_id join acquaintance o on o.id = t.person_id"
        " where w.person_id is null and w.lead = w.line and o.binned_at is null and o.folded <> w.folded"
        f" and similarity(w.folded, o.folded) >= {NEAR} and not {_OTHER_NUMBER}"
        " union select w.line, a.person_id, round((similarity(w.folded, o.folded) * 100)::numeric) from addressed a"
        " join who w on w.line = a.line and w.person_id is null and w.lead = w.line join acquaintance o"
        " on o.id = a.person_id"
        " where o.binned_at is null",
        batch.stamp,
    )
    batch.warn(
        "person_looks_like",
        "select q.line, 'last_name', concat_ws(' ', w.first_name, w.last_name), jsonb_build_object('person', q.line,"
        " 'name', min(q.name) filter (where q.rank = 1), 'alike', jsonb_agg(jsonb_build_object('account', q.person_id,"
        " 'name', q.name, 'score', q.score) order by q.rank)) from (select n.line, n.person_id, n.score,"
        " concat_ws(' ', nullif(p.first_name, ''), nullif(p.last_name, '')) as name, row_number() over"
        " (partition by n.line order by n.score desc, n.person_id) as rank from near n join contacts_person p"
        " on p.id = n.person_id) q join who w on w.line = q.line where q.rank <= 4"
        " and not exists (select 1 from settled d where d.line = q.line and d.choice = 'new')"
        " group by q.line, w.first_name, w.last_name",
    )
    # Each index slows every update of what follows, which looks rows up by their line.
    batch.run("drop index if exists who_folded_idx, who_node_id_idx")
