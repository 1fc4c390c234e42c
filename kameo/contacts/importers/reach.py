"""Numbers and links of the rows, as they will be stored: `tel` and `url`, one row each."""

from __future__ import annotations

from kameo.contacts.enums import LinkKind
from kameo.contacts.importers.points import dialled, web_address
from kameo.core.importing import Batch


def tell_unread(batch: Batch) -> None:
    """What `prepare` could not keep, in words of the importer."""
    rows = batch.all("select distinct u->>2 from staged s, jsonb_array_elements(s.unread) u where s.unread is not null")
    for (code,) in rows:
        batch.warn(
            code,
            "select s.line, u->>0, u->>1, u->3 from staged s, jsonb_array_elements(s.unread) u"
            " where s.unread is not null and u->>2 = %(which)s",
            {"which": code},
        )


def read_links(batch: Batch) -> None:
    """`url`: line, address, kind. What is no web address is left out with a warning."""
    raws = [row[0] for row in batch.all("select distinct u from sound s, unnest(s.urls) u")]
    batch.run("create temp table web (raw text, address text, kind text) on commit drop")
    with batch.cursor.copy("copy web (raw, address, kind) from stdin") as copy:
        for raw in raws:
            address = web_address(raw)
            copy.write_row((raw, address, _kind_of(address or "")))
    batch.run(
        "create temp table url on commit drop as select distinct on (s.line, w.address) s.line, w.address, w.kind"
        " from sound s, unnest(s.urls) u join web w on w.raw = u where w.address is not null"
    )
    batch.run("create index on url (line)")
    batch.run("analyze url")
    batch.warn(
        "link_unreadable",
        "select s.line, 'link', u, '{}'::jsonb from sound s, unnest(s.urls) u join web w on w.raw = u"
        " where w.address is null",
    )


def _kind_of(address: str) -> str:
    return LinkKind.LINKEDIN if "linkedin." in address.lower() else LinkKind.WEBSITE


def read_numbers(batch: Batch) -> None:
    """`tel`: line, number (E.164), extension, kind, rank: dialled from the country of the row, else of its account,
    else the one chosen for the file. What cannot be dialled is left out with a warning."""
    country = str(batch.options.get("country") or "").strip().upper()
    batch.run(
        "create temp table ringing on commit drop as select w.line, t.raw, t.kind, t.rank, coalesce(s.country,"
        " nullif(a.country, ''), n.country, %(country)s) as country from who w join staged s on s.line = w.line"
        " join node n on n.id = w.node_id left join accounts_account a on a.id = w.account_id,"
        " unnest(s.tels, s.tel_kinds) with ordinality t (raw, kind, rank)",
        {"country": country[:2]},
    )
    batch.run("create temp table dialled (raw text, country text, number text, extension text) on commit drop")
    pairs = batch.all("select distinct raw, country from ringing")
    with batch.cursor.copy("copy dialled (raw, country, number, extension) from stdin") as copy:
        for raw, where in pairs:
            copy.write_row((raw, where, *(dialled(raw, where) or (None, None))))
    batch.run("analyze dialled")
    batch.run(
        "create temp table tel on commit drop as select distinct on (r.line, d.number, d.extension) r.line, d.number,"
        " d.extension, r.kind, r.rank from ringing r join dialled d on d.raw = r.raw and d.country = r.country"
        " where d.number is not null order by r.line, d.number, d.extension, r.rank"
    )
    batch.run("create index on tel (line)")
    batch.run("analyze tel")
    batch.warn(
        "phone_unreadable",
        "select r.line, 'phone', r.raw, jsonb_build_object('country', coalesce(nullif(r.country, ''), 'FR'))"
        " from ringing r join dialled d on d.raw = r.raw and d.country = r.country where d.number is null",
    )
