"""Match each node of the file with a known account: by its numbers, else by its exact name; never by likeness alone."""

from __future__ import annotations

from kameo.core.importing import Batch

# Schemes in the order in which they settle a match: the most particular first.
SCHEMES = (("siret", "siret"), ("siren", "siren"), ("vat", "vat"), ("duns", "duns"), ("lei", "lei"))
# Legal forms and fillers say nothing about who it is.
FORMS = [
    "sas",
    "sasu",
    "sarl",
    "eurl",
    "sa",
    "sci",
    "snc",
    "scop",
    "scea",
    "gie",
    "se",
    "spa",
    "srl",
    "gmbh",
    "ag",
    "kg",
    "ohg",
    "ltd",
    "limited",
    "llc",
    "llp",
    "inc",
    "incorporated",
    "corp",
    "corporation",
    "co",
    "company",
    "plc",
    "bv",
    "nv",
    "ab",
    "as",
    "oy",
    "oyj",
    "aps",
    "sl",
    "slu",
    "lda",
    "the",
    "et",
    "and",
    "fils",
    "cie",
    "compagnie",
    "societe",
    "ste",
    "etablissements",
    "ets",
    "groupe",
    "group",
    "holding",
    "france",
    "international",
]
CORE = r"btrim(regexp_replace(regexp_replace({0}, '[^a-z0-9]+', ' ', 'g'), '\m({1})\M', ' ', 'g'))"


def match_nodes(batch: Batch) -> None:
    """Set `node.account_id` and `node.matched_by`; reject what cannot be told apart or may not be touched."""
    identify(batch)
    refuse_unreachable(batch)
    _refuse_doubles(batch)
    _forget_rejected(batch)


def identify(batch: Batch, *, by_customer_number: bool = False) -> None:
    """Match each node by number, then exact name, then by what somebody decided in the preview.

    `by_customer_number`: the other system's number comes first and is believed even under another name, as in
    an invoicing tool, where it is what the invoice was made for.
    """
    core = CORE.format("kameo_fold(name)", "|".join(FORMS))
    batch.run(
        "update node set folded = kameo_fold(name),"
        f" core = coalesce(nullif(regexp_replace({core}, '\\s+', ' ', 'g'), ''), kameo_fold(name))"
    )
    for column in ("account_id", "parent_node"):  # each more slows every update that follows
        batch.run(f"create index on node ({column})")
    batch.run("analyze node")
    _find_reachable(batch)
    _drop_row_numbers(batch)
    if by_customer_number:
        _by_external_id(batch, believed=True)
    for scheme, column in SCHEMES:
        if column in batch.mapped or column in ("siren", "siret"):
            _by_identifier(batch, scheme, column)
    if not by_customer_number:
        _by_external_id(batch, believed=False)
        _other_establishments(batch)
    _by_exact_name(batch)
    _by_choice(batch)
    batch.run("analyze node")


def _find_reachable(batch: Batch) -> None:
    """`reachable`: the accounts the author may see (all of them for a command)."""
    from kameo.accounts.models import Account

    accounts = Account.objects.all() if batch.by is None else Account.objects.reachable_by(batch.by)
    sql, params = accounts.order_by().values("id").query.sql_with_params()
    batch.run(f"create temp table reachable on commit drop as {sql}", params)
    batch.run("create unique index on reachable (id)")
    batch.run("analyze reachable")


def _drop_row_numbers(batch: Batch) -> None:
    """A bare “id” column that counts 1, 2, 3… numbers the rows of the file, not the customers."""
    header = batch.mapped.get("external_id", "").strip().lower()
    if header not in {"id", "#", "n°", "no", "num", "index"} or batch.options.get("source"):
        return
    counts = "select bool_and(external_id = number::text) from (select external_id,"
    counts += " row_number() over (order by line) as number from node where level <> 'site') numbered"
    if batch.value(counts):
        batch.run("update node set external_id = null")
        batch.warn("row_numbers_ignored", f"select min(line), 'external_id', '{header}', '{{}}'::jsonb from node")


def _by_identifier(batch: Batch, scheme: str, column: str) -> None:
    # A site has the SIREN and the VAT number of its company: only its SIRET is its own.
    own = "" if column == "siret" else " and n.level <> 'site'"
    batch.run(
        f"update node n set account_id = i.account_id, matched_by = '{scheme}' from accounts_identifier i"
        f" where i.scheme = '{scheme}' and i.value = n.{column} and n.account_id is null{own}"
    )


# Names so different that two systems may be using one number for two customers.
_STRANGERS = (
    "n.folded is not null and word_similarity(n.core, a.sort_name) <= 0.3 and similarity(n.folded, a.sort_name) <= 0.2"
)


def _by_external_id(batch: Batch, *, believed: bool) -> None:
    """The other system's number, unless the name says that two systems use the same one for strangers."""
    if "external_id" not in batch.mapped and not believed:
        return
    source = batch.source
    batch.run(
        "update node n set account_id = i.account_id, matched_by = 'external' from accounts_identifier i"
        " where i.scheme = 'external' and i.source = %(source)s and i.value = n.external_id and n.account_id is null",
        {"source": source},
    )
    if source:
        return
    suspects = (
        "select n.line, 'external_id', n.external_id, jsonb_build_object('name', a.name) from node n"
        f" join accounts_account a on a.id = n.account_id where n.matched_by = 'external' and {_STRANGERS}"
    )
    if believed:
        batch.warn("external_id_other_name", suspects)
    elif batch.reject("external_id_of_other", suspects):
        batch.run("delete from node n using staged_problem p where p.line = n.line and p.code = 'external_id_of_other'")


def _other_establishments(batch: Batch) -> None:
    """A row matched by SIREN whose SIRET is not the account's is another site of that company."""
    batch.run(
        "update node n set level = 'site', kind = 'site', parent_account = n.account_id, account_id = null,"
        " matched_by = null, siren = null, vat = null from accounts_identifier i"
        " where n.level = 'row' and n.matched_by in ('siren', 'vat') and n.siret is not null"
        " and i.account_id = n.account_id and i.scheme = 'siret' and i.value <> n.siret"
    )


def _by_exact_name(batch: Batch) -> None:
    """Same folded name or alias, when only one account has it and no number or country says otherwise."""
    batch.run(
        """
        create temp table named on commit drop as
        select distinct n.id as node_id, a.id as account_id from node n
        join lateral (
            select id, country, kind from accounts_account where sort_name = n.folded and binned_at is null
            union select a.id, a.country, a.kind from accounts_alias l join accounts_account a on a.id = l.account_id
            where l.sort_name = n.folded and a.binned_at is null
        ) a on true
        join reachable r on r.id = a.id
        where n.account_id is null and n.folded is not null
          and (n.level <> 'site' and a.kind <> 'site' or n.level = 'site' and a.kind = 'site' and exists (
                select 1 from accounts_account own join node p on p.account_id = own.parent_id
                where own.id = a.id and p.id = n.parent_node))
          and (n.country is null or a.country in ('', n.country))
          and not exists (select 1 from accounts_identifier i where i.account_id = a.id and (
                i.scheme = 'siren' and i.value <> n.siren or i.scheme = 'siret' and i.value <> n.siret
                or i.scheme = 'vat' and i.value <> n.vat))
        """
    )
    batch.reject(
        "name_ambiguous",
        "select n.line, 'name', n.name, jsonb_build_object('count', q.count) from node n join"
        " (select node_id, count(*) from named group by node_id having count(*) > 1) q on q.node_id = n.id",
    )
    batch.run(
        "update node n set account_id = q.account_id, matched_by = 'name' from named q where q.node_id = n.id"
        " and not exists (select 1 from named o where o.node_id = n.id and o.account_id <> q.account_id)"
    )
    batch.run("drop table named")


def _by_choice(batch: Batch) -> None:
    """What somebody decided in the preview about likely doubles: line → account, “new” or “reject”."""
    given = dict(batch.options.get("decisions") or {})
    decisions = {int(line): str(choice) for line, choice in given.items() if str(line).isdecimal()}
    if not decisions:
        return
    batch.run("create temp table decided (line integer primary key, choice text not null) on commit drop")
    batch.run(
        "insert into decided select * from unnest(%(lines)s::integer[], %(choices)s::text[])",
        {"lines": list(decisions), "choices": list(decisions.values())},
    )
    # A name or number that somebody recognised is known from then on: the next file does not ask again.
    batch.run(
        "update node n set account_id = r.id, matched_by = 'choice', alias = coalesce(n.alias, left(n.name, 250))"
        " from decided d join reachable r on r.id::text = d.choice where d.line = n.line and n.level <> 'site'"
        " and n.account_id is null"
    )
    batch.run("update node n set wanted = true from decided d where d.line = n.line and d.choice = 'new'")
    batch.reject(
        "rejected_by_choice",
        "select distinct coalesce(s.line, n.line), '', coalesce(n.name, ''), '{}'::jsonb from node n"
        " join decided d on d.line = n.line and d.choice = 'reject'"
        " left join node s on s.parent_node = n.id and s.level = 'site'",
    )


# A company's trouble is that of every row which names it.
_BLAMED = (
    "coalesce(c.line, n.line) from node n on n.id = b.id left join node c on c.parent_node = n.id and c.level = 'site'"
)


def refuse_unreachable(batch: Batch) -> None:
    """Reject what matches an account in the bin or out of the author's sight, and new accounts without a name."""
    line, source = _BLAMED.split(" from ", 1)
    batch.run(
        "create temp table barred on commit drop as select n.id, case when n.account_id is null then 'nameless'"
        " when r.id is null then 'hidden' else 'binned' end as why from node n"
        " left join accounts_account a on a.id = n.account_id left join reachable r on r.id = n.account_id"
        " where n.account_id is null and n.name is null"
        " or n.account_id is not null and (r.id is null or a.binned_at is not null)"
    )
    for why, code, said in (
        ("binned", "account_in_bin", "'name', n.name, jsonb_build_object('name', n.name)"),
        (
            "hidden",
            "identifier_taken",
            "n.matched_by, coalesce(n.siret, n.siren, n.vat, n.external_id, ''), '{}'::jsonb",
        ),
        ("nameless", "required_missing", "'name', '', '{}'::jsonb"),
    ):
        batch.reject(code, f"select {line}, {said} from barred b join {source} where b.why = '{why}'")
    batch.run("drop table barred")


def _refuse_doubles(batch: Batch) -> None:
    """The second row about the same account: by its match, by a number, or by its bare name."""
    keys = [("account_id", "account_id::text", "true")]
    keys += [(column, column, "level <> 'site'") for column in ("siren", "vat", "external_id", "duns", "lei")]
    keys += [("siret", "siret", "true")]
    same_place = "concat_ws('|', folded, coalesce(siren, siret, vat, external_id), city, country, parent_name)"
    keys += [("name", same_place, "level = 'row' and folded is not null")]
    for field, key, among in keys:
        batch.reject(
            "double_in_file",
            f"select line, '{field}', coalesce(shown, ''), jsonb_build_object('line', first) from (select line,"
            f" coalesce(name, {key}) as shown, first_value(line) over same as first, row_number() over same as rank"
            f" from node where {key} is not null and {among} window same as (partition by {key} order by line, id))"
            " ranked where rank > 1 and line <> first",
        )


def _forget_rejected(batch: Batch) -> None:
    """Rejected rows leave; a company stays while another of its sites does."""
    batch.run(
        "delete from node n using staged_problem p where p.line = n.line and p.level = 'error' and n.level <> 'company'"
    )
    batch.run(
        "update node n set line = q.line from (select parent_node, min(line) as line from node"
        " where level = 'site' group by parent_node) q where q.parent_node = n.id and n.level = 'company'"
    )
    batch.run("delete from node n using staged_problem p where p.line = n.line and p.level = 'error'")
