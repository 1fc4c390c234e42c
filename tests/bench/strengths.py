"""Strength of everybody in one pass, against the bare aggregate over the same rows.

`python -m tests.bench.strengths [--people 10000] [--interactions 1000000]` measures it alone, in a database of its own.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measure import machine, timed
from tests.bench.processors import database_seconds

TIMES = 3
# A tenth of the exchanges name a colleague too, half of the mails belong to threads, one in fifty is not human.
LOAD = [
    """insert into accounts_account (name, legal_name, kind, lineage, reach, confidential, hidden, status, status_at,
           sector, naf, own_revenue_currency, country, website, phone, description, tags, created_at, changed_at)
       select 'Strength ' || n, '', 'company', '{}', '{}', false, false, 'active', now(), '', '', '', 'FR', '', '', '',
           '{}', now(), now() from generate_series(1, 1000) n""",
    """insert into contacts_person (kind, salutation, first_name, last_name, label, language, time_zone, note,
           photo, created_at, changed_at)
       select 'person', '', 'Strength', 'Nom ' || n, '', '', '', '', '', now(), now()
       from generate_series(1, %(people)s) n""",
    """create temporary table bench_person on commit preserve rows as
       select id, row_number() over (order by id) - 1 as rank from contacts_person where first_name = 'Strength'""",
    """create temporary table bench_account on commit preserve rows as
       select id, row_number() over (order by id) - 1 as rank from accounts_account where name like 'Strength %%'""",
    """insert into contacts_position (person_id, account_id, title, family, department, level, office, end_reason,
           created_at)
       select bench_person.id, bench_account.id, 'Acheteur', '', '', '', '', '', now()
       from bench_person join bench_account on bench_account.rank = bench_person.rank %% 1000""",
    """insert into interactions_interaction (account_id, kind, direction, at, occasion, thread, author_id, subject,
           text, restricted, created_at)
       select bench_account.id, (array['call','mail','meeting','mail'])[1 + n %% 4],
           (array['out','in','out','both','in'])[1 + n %% 5], now() - n %% 1500 * interval '17 hours',
           case when n %% 50 = 0 then 'bulk' else '' end, case when n %% 4 = 1 then 't' || n / 8 else '' end,
           (%(colleagues)s::bigint[])[1 + n %% cardinality(%(colleagues)s::bigint[])], 'Strength', '', false, now()
       from generate_series(1, %(interactions)s) n join bench_account on bench_account.rank = n %% 1000""",
    """insert into interactions_participant (interaction_id, person_id)
       select done.id, bench_person.id from interactions_interaction done
       join bench_person on bench_person.rank = done.id * 7919 %% %(people)s where done.subject = 'Strength'""",
    """insert into interactions_participant (interaction_id, colleague_id)
       select done.id, (%(colleagues)s::bigint[])[1 + done.id / 10 %% cardinality(%(colleagues)s::bigint[])]
       from interactions_interaction done where done.subject = 'Strength' and done.id %% 10 = 0""",
]
BARE = """
    select part.person_id, count(*), min(done.at), max(done.at), count(*) filter (where done.direction = 'in'),
        count(*) filter (where done.kind in ('meeting', 'call'))
    from interactions_participant part join interactions_interaction done on done.id = part.interaction_id
    where part.person_id is not null and done.binned_at is null group by part.person_id
"""


@dataclass(frozen=True)
class Strengths:
    people: int
    interactions: int
    seconds: float  # the whole refresh: computed and written, once nothing is new
    first: float  # the same into an empty table
    computed: float  # the statement alone, rows fetched
    bare: float
    cpu: float

    @property
    def ratio(self) -> float:
        return self.computed / self.bare


def load_strengths(people: int, interactions: int) -> None:
    """Rows of their own, beside whatever is there."""
    from django.db import connection

    from kameo.people.models import User
    from tests.bench.volume import colleagues, default_columns

    default_columns()
    ours = list(User.objects.values_list("pk", flat=True)) or [one.pk for one in colleagues()]
    with connection.cursor() as cursor:
        for statement in LOAD:
            cursor.execute(statement, {"people": people, "interactions": interactions, "colleagues": ours})
        cursor.execute("vacuum analyze")


def measure_strengths(people: int, interactions: int) -> Strengths:
    """The pass that the product runs every night, written; its select alone; and the bare aggregate, in turn."""
    from django.db import connection, transaction

    from kameo.insight.strength import read_settings, refresh_people
    from kameo.insight.strength.refresh import MEMORY
    from kameo.insight.strength.statement import strengths_of

    first = timed(lambda: refresh_people(None)) / 1000
    statement = strengths_of(None, read_settings())

    def run(sql: str, params: object = None) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select set_config('work_mem', %s, true)", [MEMORY])
            cursor.execute(sql, params)
            cursor.fetchall()

    whole, computed, bare, cpu = [], [], [], database_seconds()
    for _ in range(TIMES):
        bare.append(timed(lambda: run(BARE)) / 1000)
        computed.append(timed(lambda: run(statement.sql, statement.params)) / 1000)
        whole.append(timed(lambda: refresh_people(None)) / 1000)
    return Strengths(
        people,
        interactions,
        statistics.median(whole),
        first,
        statistics.median(computed),
        statistics.median(bare),
        database_seconds() - cpu,
    )


def words(found: Strengths) -> str:
    return (
        f"Strength of {found.people:,} people over {found.interactions:,} exchanges, one statement: "
        f"{found.computed:.1f} s computed, {found.seconds:.1f} s with its writing "
        f"({found.first:.1f} s the first time),\n"
        f"× {found.ratio:.1f} the bare aggregate over the same rows ({found.bare:.1f} s), "
        f"{found.people / found.seconds:,.0f} people a second. Both with {TIMES} runs in turn, the median said."
    )


def main() -> None:
    from tests.bench.__main__ import _own_home

    parser = argparse.ArgumentParser(prog="python -m tests.bench.strengths")
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--interactions", type=int, default=1_000_000)
    parser.add_argument("--plan", action="store_true", help="print the statement's plan too")
    asked = parser.parse_args()
    home = Path(tempfile.mkdtemp(prefix="kameo-bench-"))
    try:
        _own_home(home)
        _run(home, asked)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _run(home: Path, asked: argparse.Namespace) -> None:
    # Kameo reads its environment when it is imported: not before `_own_home`.
    from kameo.core import embedded_postgres
    from kameo.core.command import close_connections

    with embedded_postgres.running(home):
        import django

        django.setup()
        from kameo.core.ops import schema

        try:
            schema.bring_up_to_date()
            started = time.monotonic()
            load_strengths(asked.people, asked.interactions)
            print(f"loaded in {time.monotonic() - started:.0f} s", flush=True)
            print(words(measure_strengths(asked.people, asked.interactions)), machine(), sep="\n")
            if asked.plan:
                _explain()
        finally:
            close_connections()


def _explain() -> None:
    from django.db import connection, transaction

    from kameo.insight.strength import read_settings
    from kameo.insight.strength.refresh import MEMORY
    from kameo.insight.strength.statement import strengths_of

    statement = strengths_of(None, read_settings())
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select set_config('work_mem', %s, true)", [MEMORY])
        cursor.execute("explain (analyze, costs off, buffers off) " + statement.sql, statement.params)
        print(*(row[0] for row in cursor.fetchall()), sep="\n")


if __name__ == "__main__":
    main()
