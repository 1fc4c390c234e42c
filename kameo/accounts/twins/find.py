"""Which accounts may be one and the same, over the whole portfolio, in a few set-wise statements (R30, R42).

Two accounts are compared when they share something rare, as an import does for one new customer
(`importers.likeness`): a domain, the beginning of the core name, an uncommon word, a registration number, an address,
a telephone. Each reason has a weight from 0 to 1, how sure it makes by itself; together 1 − Π(1 − weight), times what
speaks against. A group and its own parts, and the sites of one company, are alike by nature and told apart.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import connection, transaction
from django.db.models import Max

from kameo.accounts.importers import likeness
from kameo.accounts.importers.identity import CORE, FORMS
from kameo.accounts.models import Account, TwinPair
from kameo.accounts.pulse.refresh import remember_sizes
from kameo.core import clock

SHARED = {"number": 0.95, "domain": 0.75, "phone": 0.5, "address": 0.5}  # how sure each makes by itself
AGAINST = {"other_number": 0.6, "other_country": 0.8}  # what each leaves of the score
WEAK = 0.3  # least likeness of names for which a shared address or telephone tells something
WORTH = 60  # least score shown, out of 100


def find_twins(account_ids: Collection[int] | None = None) -> int:
    """Compare these accounts with all others (None: all with all) and store the pairs; returns how many there are.

    What is no longer alike goes. In one transaction; temporary tables only.
    """
    ids = None if account_ids is None else sorted(set(account_ids))
    if ids == []:
        return 0
    arguments: dict[str, Any] = {
        "ids": ids,
        "common": likeness.COMMON,
        "near": likeness.NEAR,
        "weak": WEAK,
        "worth": WORTH,
        "now": clock.now(),
        **SHARED,
        **AGAINST,
    }
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('accounts.twins'))")
        for statement in _STATEMENTS:
            cursor.execute(statement, arguments)
        cursor.execute(_STORE, arguments)
        found = int(cursor.rowcount)
        remember_sizes(cursor, TwinPair._meta.db_table, ids)
        return found


def is_stale() -> bool:
    """Whether an account was created or changed since the last comparison."""
    last = TwinPair.objects.aggregate(at=Max("computed_at"))["at"]
    changed = Account.objects.present().aggregate(at=Max("changed_at"))["at"]
    return changed is not None and (last is None or changed > last)


_HOST = r"nullif(regexp_replace(substring(lower(account.website) from '^https?://([^/:]+)'), '^www\.', ''), '')"
_CORE = CORE.format("account.sort_name", "|".join(FORMS))
_COMPARED = rf"""
    create temporary table compared on commit drop as
    select account.id, account.sort_name, account.kind, account.parent_id, account.lineage, account.country,
        coalesce(nullif(regexp_replace({_CORE}, '\s+', ' ', 'g'), ''), account.sort_name) as core,
        coalesce({_HOST}, (select min(domain) from accounts_maildomain where account_id = account.id)) as host,
        nullif(right(regexp_replace(account.phone, '\D', '', 'g'), 9), '') as phone,
        (select array_agg(distinct case scheme when 'siret' then left(value, 9) when 'vat' then right(value, 9)
                else value end)
         from accounts_identifier where account_id = account.id
            and (scheme in ('siren', 'siret') or scheme = 'vat' and value like 'FR%%')) as sirens,
        (select array_agg(scheme || ' ' || value) from accounts_identifier where account_id = account.id
            and scheme in ('duns', 'lei', 'foreign')) as numbers,
        (select array_agg(distinct kameo_fold(lines) || ' ' || postcode) from accounts_address
         where account_id = account.id and lines <> '' and postcode <> '') as places
    from accounts_account account where account.binned_at is null
"""  # noqa: S608
_KEYED = f"""
    create temporary table keyed on commit drop as
    {likeness.KEYS.format(table="compared", id="id", host="host", core="core")}
    union select id, 'n:' || number from compared, unnest(sirens || numbers) number
    union select id, 'a:' || place from compared, unnest(places) place
    union select id, 't:' || phone from compared where length(phone) = 9
"""  # noqa: S608
_MET = """
    create temporary table met on commit drop as
    with rare as (select key from keyed group by key having count(*) between 2 and %(common)s)
    select distinct least(one.id, two.id) as first, greatest(one.id, two.id) as second
    from keyed one join rare using (key) join keyed two using (key)
    where one.id <> two.id and (%(ids)s::bigint[] is null or one.id = any(%(ids)s::bigint[]))
"""
# What two rows share. Entities of one group share domains and numbers by nature: there, names and places decide.
_WEIGHED = """
    create temporary table weighed on commit drop as
    select met.first, met.second, similarity(one.core, two.core) as near,
        one.lineage[1] = two.lineage[1] as kin, one.kind = 'site' as sites,
        one.lineage[1] <> two.lineage[1] and (one.sirens && two.sirens or one.numbers && two.numbers) as number,
        one.lineage[1] <> two.lineage[1] and one.host = two.host as domain,
        one.places && two.places as address, one.phone = two.phone and length(one.phone) = 9 as phone,
        not one.sirens && two.sirens as other_number,
        one.country <> '' and two.country <> '' and one.country <> two.country as other_country
    from met join compared one on one.id = met.first join compared two on two.id = met.second
    where not one.lineage @> array[two.id] and not two.lineage @> array[one.id]
    and (one.kind = 'site') = (two.kind = 'site')
    and (one.kind <> 'site' or one.parent_id = two.parent_id)
"""
_SCORED = """
    create temporary table scored on commit drop as
    select first, second, near, number, domain, address, phone, other_number, other_country,
        100 * (1 - (1 - case when near >= %(near)s then least(near, 0.95) else 0 end)
            * (1 - case when number then %(number)s else 0 end)
            * (1 - case when domain then %(domain)s else 0 end)
            * (1 - case when address and near >= %(weak)s then %(address)s else 0 end)
            * (1 - case when phone and near >= %(weak)s then %(phone)s else 0 end))
        * case when other_number then %(other_number)s else 1 end
        * case when other_country then %(other_country)s else 1 end as score
    from weighed
    -- Sisters of one group have its name in theirs, and sites of one company too.
    where not kin or near >= 0.9 or address and near >= %(near)s
"""
_FORGET = """
    delete from accounts_twinpair pair
    where (%(ids)s::bigint[] is null or pair.first_id = any(%(ids)s::bigint[])
           or pair.second_id = any(%(ids)s::bigint[]))
    and not exists (select from scored where scored.first = pair.first_id and scored.second = pair.second_id
                    and round(scored.score) >= %(worth)s)
"""
_STORE = """
    insert into accounts_twinpair as pair (first_id, second_id, score, reasons, computed_at)
    select first, second, round(score), jsonb_path_query_array(jsonb_build_array(
            case when number then 'number' end,
            case when near >= 1 then 'same_name' when near >= %(near)s then 'name' end,
            case when domain then 'domain' end, case when address and near >= %(weak)s then 'address' end,
            case when phone and near >= %(weak)s then 'phone' end, case when other_number then 'other_number' end,
            case when other_country then 'other_country' end), '$[*] ? (@ != null)'), %(now)s
    from scored where round(score) >= %(worth)s
    on conflict (first_id, second_id) do update set score = excluded.score, reasons = excluded.reasons,
        computed_at = excluded.computed_at
"""
_STATEMENTS = (
    "drop table if exists compared, keyed, met, weighed, scored",
    _COMPARED,
    "create unique index on compared (id)",
    "analyze compared",
    _KEYED,
    "create index on keyed (key)",
    "analyze keyed",
    _MET,
    "analyze met",
    _WEIGHED,
    _SCORED,
    _FORGET,
)
