"""Importing 10 000 accounts through the product, against a bare COPY of as many rows and one merge into the table."""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psycopg

from kameo.core.database import parameters
from kameo.exchange import domain
from tests.bench.processors import database_seconds

ROWS = 10_000
COLUMNS = """name, legal_name, kind, lineage, reach, confidential, hidden, status, status_at, sector, naf,
    own_revenue_currency, country, website, phone, description, tags, created_at, changed_at"""


@dataclass(frozen=True)
class Imported:
    seconds: float
    created: int
    copied: float
    cpu: float

    @property
    def ratio(self) -> float:
        return self.seconds / self.copied

    @property
    def per_second(self) -> float:
        return self.created / self.seconds


def measure_import() -> Imported:
    """The whole import (reading, matching, checks, undo's seal, projections); the merge is taken back."""
    copied = copy_and_merge()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "accounts.csv"
        path.write_text(_file(), encoding="utf-8")
        started, cpu = time.perf_counter(), time.process_time() + database_seconds()
        _record, outcome = domain.import_file(path, kind="accounts", options={}, mapping={})
        seconds = time.perf_counter() - started
        return Imported(seconds, outcome.created, copied, time.process_time() + database_seconds() - cpu)


def _file() -> str:
    lines = ["Nom;Ville;Code postal;Pays;Secteur;Effectif;Téléphone"]
    lines.extend(
        f"{_name(n)};Lyon;69003;France;Bois;{n % 900};+33 4 72 {n // 100:02d} {n % 100:02d} 00" for n in range(ROWS)
    )
    return "\n".join(lines) + "\n"


def _name(number: int) -> str:
    """Names that look alike no more than a real file's."""
    syllables = ["bar", "cel", "dun", "fra", "gil", "hor", "jan", "lem", "mur", "nov"]
    return "".join(syllables[int(digit)] for digit in f"{number:05d}").capitalize() + f" {number}"


def copy_and_merge() -> float:
    """Seconds for the rows alone: COPY to a staging table, then one merge by name into the table with its triggers
    and indexes. What any importer has to do at the least.
    """
    names = [each.strip() for each in COLUMNS.split(",")]
    columns, values = ", ".join(names), ", ".join(f"bare.{name}" for name in names)
    with psycopg.connect(**parameters()) as apart:
        started = time.perf_counter()
        apart.execute(
            f"create temp table bare on commit drop as select {columns} from accounts_account limit 0"  # noqa: S608
        )
        with apart.cursor().copy(f"copy bare ({columns}) from stdin") as copy:
            for number in range(ROWS):
                copy.write_row(_row(number))
        apart.execute(
            f"""merge into accounts_account account using bare on account.name = bare.name
            when matched then update set sector = bare.sector
            when not matched then insert ({columns}) values ({values})"""  # noqa: S608
        )
        seconds = time.perf_counter() - started
        apart.rollback()
    return seconds


def _row(number: int) -> list[object]:
    blank: list[object] = ["", "", "FR", "", "+33 4 72 00 00 00", ""]
    return [
        _name(number),
        "",
        "company",
        "{}",
        "{}",
        False,
        False,
        "prospect",
        "now",
        "Bois",
        *blank,
        "{}",
        "now",
        "now",
    ]
