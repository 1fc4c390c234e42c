"""A portfolio of a given size, written by a few set-wise statements, and made readable by the product itself."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from kameo.accounts.models import Account
from kameo.contacts.models import EmailAddress, Person, PhoneNumber, Position
from kameo.core import rebuild
from kameo.decisions.models import DecisionMap, Stake
from kameo.interactions.models import Interaction
from kameo.people.models import Role, User
from tests.bench import names
from tests.bench.people import CROWDED, MAPPED
from tests.bench.people import STEPS as PEOPLE

BUSY = 1  # the group that has a twentieth of all interactions and a share of the invoices of its own
COLLEAGUES = 20


@dataclass(frozen=True)
class Volume:
    accounts: int
    interactions: int
    invoices: int

    @property
    def groups(self) -> int:
        return self.accounts // 20

    @property
    def companies(self) -> int:
        """The id of the last company: groups come first, then companies, then sites."""
        return self.accounts * 2 // 5


VOLUMES = {
    "smaller": Volume(accounts=1_000, interactions=10_000, invoices=10_000),
    "small": Volume(accounts=5_000, interactions=50_000, invoices=50_000),
    "peers": Volume(accounts=10_000, interactions=100_000, invoices=200_000),
    "smallest": Volume(accounts=1_000, interactions=10_000, invoices=20_000),
    "tenth": Volume(accounts=10_000, interactions=100_000, invoices=100_000),
    "full": Volume(accounts=100_000, interactions=1_000_000, invoices=1_000_000),
}


def load(volume: Volume) -> dict[str, float]:
    """Fill the empty database; returns what each step took, in seconds."""
    default_columns()
    *people, reader = colleagues()
    seconds = {}
    size = {
        "accounts": volume.accounts,
        "groups": volume.groups,
        "companies": volume.companies,
        "busy": BUSY,
        "interactions": volume.interactions,
        "invoices": volume.invoices,
        "people": [each.pk for each in people],
        "reader": reader.pk,
        "mapped": MAPPED,
        "crowded": CROWDED,
    }
    for name, statements in (STEPS | PEOPLE).items():
        started = time.perf_counter()
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement, size)
        seconds[f"load {name}"] = time.perf_counter() - started
    for name in rebuild.rebuilders.keys():
        started = time.perf_counter()
        rebuild.run_one(name)
        seconds[f"rebuild {name}"] = time.perf_counter() - started
    with connection.cursor() as cursor:
        for statement in AGED:
            cursor.execute(statement)
        cursor.execute("vacuum analyze")
    return seconds


def default_columns() -> None:
    """A column that the bench does not speak of takes its model's default: the models may grow without it."""
    with connection.cursor() as cursor:
        for model in (Account, Interaction, Person, Position, EmailAddress, PhoneNumber, DecisionMap, Stake):
            for field in model._meta.concrete_fields:
                if not (field.null or field.generated or field.primary_key or _computed(field)):
                    value = cursor.mogrify("%s", [field.get_default()])
                    cursor.execute(f'alter table {model._meta.db_table} alter "{field.column}" set default {value}')


def _computed(field: Any) -> bool:
    """Whether the default is made by a function, or there is none to give."""
    return field.get_default() is None if not field.has_default() else callable(field.default)


def colleagues() -> list[User]:
    """A director, who sees everything, then key account managers, who see what they serve, then a reader."""
    roles = {role.key: role for role in Role.objects.all()}
    people = [
        User(
            email=f"colleague{number}@bench.test",
            first_name="Colleague",
            last_name=str(number),
            role=roles[key],
            language="fr",
            password="!",
        )
        for number, key in enumerate(["director", *["kam"] * (COLLEAGUES - 1), "reader"])
    ]
    return User.objects.bulk_create(people)


# The rebuilds tell of every account today what they found; a portfolio has lived for years.
AGED = (
    "update journal_event set at = at - id % 1000 * interval '1 day'",
    "update accounts_timelineentry set at = at - id % 1000 * interval '1 day' where kind = 'class' or kind = 'status'",
)
GROUP = f"'Groupe ' || {names.company('n')}"
PARENT_NAME = names.company("(%(groups)s + 1 + n %% (%(companies)s - %(groups)s))")
SITE = f"{PARENT_NAME} || ', site de ' || {names.town('n')} || ' ' || n"
ACCOUNTS = f"""
    insert into accounts_account (id, name, legal_name, kind, parent_id, lineage, reach, confidential, hidden, status,
        status_at, sector, naf, own_revenue_currency, country, website, phone, description, tags, created_at,
        changed_at, potential)
    select n, {{name}}, '', {{kind}}, {{parent}}, '{{{{}}}}', '{{{{}}}}', n %% 500 = 499, false,
        (array['active','active','prospect','dormant'])[1 + n %% 4], now(), 'Sector ' || n %% 30, '', '', 'FR', '',
        '', '', '{{{{}}}}', {names.working_moment("n", 200)}, {names.working_moment("n", 50)},
        case when n %% 10 = 0 then n * 10 end
    from generate_series({{first}}, {{last}}) n
"""  # noqa: S608 - constant text, parameters apart
MOMENT = names.working_moment("n * 7919::bigint", 210)
STEPS = {
    "accounts": [
        ACCOUNTS.format(name=GROUP, kind="'group'", parent="null", first="1", last="%(groups)s"),
        ACCOUNTS.format(
            name=names.company("n"),
            kind="'company'",
            first="%(groups)s + 1",
            last="%(companies)s",
            parent="case when n %% 2 = 0 then 1 + n %% %(groups)s end",
        ),
        ACCOUNTS.format(
            name=SITE,
            kind="'site'",
            first="%(companies)s + 1",
            last="%(accounts)s",
            parent="%(groups)s + 1 + n %% (%(companies)s - %(groups)s)",
        ),
        "select setval(pg_get_serial_sequence('accounts_account', 'id'), %(accounts)s)",
        """insert into accounts_accountmember (account_id, user_id, function, responsibilities, since)
           select id, (%(people)s::bigint[])[1 + id / 20 %% cardinality(%(people)s::bigint[])], 'lead', '', current_date
           from accounts_account where parent_id is null""",
        # The reader follows as much as a manager serves.
        """insert into accounts_accountmember (account_id, user_id, function, responsibilities, since)
           select id, %(reader)s, 'observer', '', current_date
           from accounts_account where parent_id is null and id / 20 %% cardinality(%(people)s::bigint[]) = 2""",
    ],
    "interactions": [
        f"""insert into interactions_interaction
               (account_id, kind, direction, at, duration, author_id, subject, text, restricted, created_at)
           select case when n %% 20 = 0 then %(busy)s else 1 + n * 7919::bigint %% %(accounts)s end,
               (array['call','mail','meeting','note'])[1 + n %% 4], 'out', {MOMENT}, 30,
               (%(people)s::bigint[])[1 + n %% cardinality(%(people)s::bigint[])], 'Subject ' || n,
               'What was said about delivery, price and the next steps, ' || n
                   || case when n %% 1000 = 0 then ' Chantier' else '' end, n %% 100 = 0, {MOMENT}
           from generate_series(1, %(interactions)s) n"""  # noqa: S608 - as above
    ],
    "invoices": [
        """insert into contracts_invoice
               (account_id, number, kind, issued_on, label, currency, net, rate, reporting_net, created_at)
           select account_id, 'F' || n, case when net < 0 then 'credit_note' else 'invoice' end,
               current_date - n %% 1400, '', 'EUR', net, 1, net, now() - n %% 1400 * interval '1 day'
           from (select n, 1 + n * 6101::bigint %% %(accounts)s as account_id,
                   case when n %% 40 = 0 then -100 else round(exp(4 + n * 7919::bigint %% 1000 / 160.0)) end as net
                 from generate_series(1, %(invoices)s) n) made"""
    ],
}
