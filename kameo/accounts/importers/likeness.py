"""Accounts that look like a new one: same web or mail domain, near name. Proposed to people, never merged alone.

Comparing every name with every name costs more than the import itself, so that candidates must first share
something rare: a domain, the whole core name, its beginning, or an uncommon word.
"""

from __future__ import annotations

from kameo.core.importing import Batch

NEAR = 0.6  # similarity of trigrams above which two core names are worth showing
COMMON = 25  # a word that more accounts than that share tells nothing

KEYS = """
    select {id} as id, 'd:' || {host} as key from {table} where {host} is not null and {host} <> ''
    union select {id}, 'p:' || left(replace({core}, ' ', ''), 5) from {table} where length({core}) > 3
    union select {id}, 'w:' || word from {table}, unnest(string_to_array({core}, ' ')) word where length(word) > 3
"""


def find_alike(batch: Batch, *, told: bool = True, several: bool = False) -> None:
    """Fill `alike (node_id, account_id, score, why)` for unmatched nodes; when `told`, warn of those of each.

    Decisions taken in the preview (“new”) silence the warning. `several`: rows of the file may be about one
    account (the customers of invoices), so that one already matched is proposed too.
    """
    batch.run("create temp table alike (node_id integer, account_id bigint, score real, why text) on commit drop")
    # Sites share their company's name and domain by nature.
    batch.run(
        "create temp table stranger on commit drop as"
        " select id, core, coalesce(host, mail_domain) as host, parent_account"
        " from node where account_id is null and level in ('row', 'company') and core is not null"
    )
    if not batch.value("select exists (select 1 from stranger) and exists (select 1 from accounts_account)"):
        return
    batch.run("create unique index on stranger (id)")
    batch.run("analyze stranger")
    _prepare_ours(batch, several=several)
    _compare(batch)
    batch.run("create index on alike (node_id)")
    batch.run("analyze alike")
    if told:
        batch.warn(
            "looks_like",
            f"select n.line, 'name', n.name, {PROPOSED} from node n where not n.wanted"
            " and exists (select 1 from alike k where k.node_id = n.id)",
        )


# What a page needs to let somebody choose: the nearest accounts of node `n`, the best one named in the sentence.
PROPOSED = """(select jsonb_build_object('customer', n.line, 'name', min(q.name) filter (where q.rank = 1),
    'why', min(q.why) filter (where q.rank = 1),
    'alike', coalesce(jsonb_agg(jsonb_build_object('account', q.id, 'name', q.name, 'score', q.score) order by q.rank)
                      filter (where q.id is not null), '[]'))
    from (select a.id, a.name, k.why, round(k.score::numeric * 100) as score,
            row_number() over (order by k.score desc, a.id) as rank
          from alike k join accounts_account a on a.id = k.account_id where k.node_id = n.id
          order by k.score desc, a.id limit 4) q)"""


def _prepare_ours(batch: Batch, *, several: bool) -> None:
    from kameo.accounts.importers.identity import CORE, FORMS

    free = "" if several else " and not exists (select 1 from node n where n.account_id = a.id)"
    core = CORE.format("a.sort_name", "|".join(FORMS))
    host = r"regexp_replace(substring(lower(a.website) from '^https?://([^/:]+)'), '^www\.', '')"
    batch.run(
        "create temp table ours on commit drop as select a.id,"
        f" coalesce(nullif(regexp_replace({core}, '\\s+', ' ', 'g'), ''), a.sort_name) as core,"
        f" coalesce(nullif({host}, ''), (select min(domain)"
        " from accounts_maildomain d where d.account_id = a.id)) as host"
        " from accounts_account a join reachable r on r.id = a.id"
        f" where a.binned_at is null and a.kind <> 'site'{free}"
    )
    batch.run("create unique index on ours (id)")
    batch.run("analyze ours")


def _compare(batch: Batch) -> None:
    ours = KEYS.format(table="ours", id="id", host="host", core="core")
    theirs = KEYS.format(table="stranger", id="id", host="host", core="core")
    batch.run(f"create temp table their_key on commit drop as {theirs}")
    batch.run(
        f"create temp table our_key on commit drop as select * from ({ours}) k where key in (select key from their_key)"
    )
    batch.run(
        "create temp table rare on commit drop as select key from our_key group by key having count(*) <= %(common)s",
        {"common": COMMON},
    )
    batch.run("analyze their_key")
    batch.run("analyze our_key")
    # Unknown tables are believed small, and joined row by row: minutes where this takes seconds.
    batch.run("analyze rare")
    batch.run(
        """
        insert into alike (node_id, account_id, score, why)
        select s.id, o.id, greatest(similarity(s.core, o.core), case when s.host = o.host then 0.75 else 0 end),
               case when s.host = o.host then 'domain' else 'name' end
        from (select distinct t.id as theirs, u.id as ours from their_key t join our_key u using (key)
              join rare using (key)) pair
        join stranger s on s.id = pair.theirs join ours o on o.id = pair.ours
        where s.parent_account is distinct from o.id
          and (similarity(s.core, o.core) >= %(near)s or s.host = o.host)
        """,
        {"near": NEAR},
    )
