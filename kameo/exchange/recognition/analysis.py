"""Open a file, recognise everything, match its columns: what the page shows and the engine applies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from kameo.core.importing import Importer, ImportField
from kameo.exchange.matching.mapping import ColumnContent, ColumnMatch, fingerprint, known_names, match_columns
from kameo.exchange.parsing.kinds import BY_DAY, Format, is_readable, reader_for
from kameo.exchange.parsing.problems import CellError
from kameo.exchange.reading.amounts import DecimalEvidence
from kameo.exchange.reading.dates import DateEvidence
from kameo.exchange.reading.errors import ReadingError
from kameo.exchange.reading.marks import N_
from kameo.exchange.reading.recognised import ReadOptions, Recognised
from kameo.exchange.reading.records import Record
from kameo.exchange.reading.table import Table, open_table
from kameo.exchange.reading.units import UNIT_CHOICES, recognise_currency, recognise_unit
from kameo.exchange.recognition.notes import notes_beside

SAMPLE_ROWS = 300
_AMOUNTS = frozenset({"amount", "number", "integer"})


@dataclass(slots=True)
class Analysis:
    """Everything known about a file before a row of it is planned.

    `matches`: field → column. `questions`: what somebody has to answer first. `missing`: groups of fields
    of which none is mapped. `rows` counts the rows below the header.
    """

    table: Table
    importer: Importer
    recognised: dict[str, Recognised[Any]]
    matches: dict[str, ColumnMatch]
    units: dict[str, int]
    rows: int
    samples: list[Record]
    notes: Mapping[str, str] = field(default_factory=dict)

    @property
    def questions(self) -> list[str]:
        return [name for name, found in self.recognised.items() if found.is_question]

    @property
    def missing(self) -> list[tuple[str, ...]]:
        return [group for group in self.importer.needs if not any(name in self.matches for name in group)]

    @property
    def unused(self) -> list[str]:
        used = {match.index for match in self.matches.values()}
        return [column.header for column in self.table.columns if column.index not in used]

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.importer.kind, self.table.headers)

    def format_of(self, name: str) -> Format:
        return Format(
            decimal=self.recognised["decimal"].value or ".",
            unit=self.units.get(name, 1),
            date_order=self.recognised["date_order"].value,
        )


@contextmanager
def analyse(
    path: Path,
    importer: Importer,
    *,
    options: ReadOptions | None = None,
    mapping: Mapping[str, str] | None = None,
    currency: str = "",
) -> Iterator[Analysis]:
    """Recognise a file for an importer. `mapping` is column name → field name ("" leaves it out) as
    somebody decided; columns it does not name are matched. `currency` is the installation's.

    Reads the file twice. Errors: any ReadingError (no_rows when it has names but no row).
    """
    options = options or ReadOptions()
    with open_table(path, options, known=known_names(importer.fields)) as table:
        samples = list(islice(table.rows(), SAMPLE_ROWS))
        if not samples:
            raise ReadingError("no_rows")
        notes = notes_beside(path, table.headers)
        matches = _matches(table, samples, importer, mapping or {})
        rows, dates, decimals = _read_through(table, importer, matches)
        recognised = dict(table.recognised)
        recognised["date_order"] = _answered(dates.verdict(), options.date_order)
        separator = str(recognised["separator"].value) if "separator" in recognised else ""
        recognised["decimal"] = _answered(decimals.verdict(separator=separator), options.decimal)
        found = Analysis(table, importer, recognised, matches, {}, rows, samples, notes)
        _recognise_money(found, options, currency)
        yield found


def _answered(found: Recognised[str], chosen: str | None) -> Recognised[str]:
    return found.chosen(chosen) if chosen else found


def _matches(
    table: Table, samples: list[Record], importer: Importer, mapping: Mapping[str, str]
) -> dict[str, ColumnMatch]:
    contents = [
        ColumnContent(column.index, column.header, [r.cells[column.index] for r in samples if not r.issue])
        for column in table.columns
    ]
    chosen: dict[str, ColumnMatch] = {}
    for content in contents:
        name = mapping.get(content.header)
        if name:
            why = N_("You chose it.")
            chosen[name] = ColumnMatch(name, content.index, content.header, 1.0, why, {})
    free = [content for content in contents if content.header not in mapping]
    left = [each for each in importer.fields if each.name not in chosen]
    return {**match_columns(free, left, is_readable), **chosen}


def _read_through(
    table: Table, importer: Importer, matches: Mapping[str, ColumnMatch]
) -> tuple[int, DateEvidence, DecimalEvidence]:
    """One pass over the whole file: a single row far down may prove the date order."""
    dates, decimals = DateEvidence(), DecimalEvidence()
    watched = []
    for name, match in matches.items():
        kind = importer.field(name).kind
        if kind in BY_DAY:
            watched.append((match.index, dates.add))
        elif kind in _AMOUNTS:
            watched.append((match.index, decimals.add))
    rows = 0
    for record in table.rows():
        rows += 1
        cells = record.cells
        for index, add in watched:
            add(cells[index])
    return rows, dates, decimals


def _recognise_money(found: Analysis, options: ReadOptions, currency: str) -> None:
    """Currency and unit: from the amount columns' names and values, notes beside the file, plausibility."""
    columns = [m for name, m in found.matches.items() if found.importer.field(name).kind == "amount"]
    money: Recognised[str] = Recognised(None, "default", N_("Nothing in the file names a currency."))
    unit: Recognised[int] = Recognised(1, "default", N_("Nothing names another unit."), candidates=UNIT_CHOICES)
    for match in columns:
        note = found.notes.get(match.header, "")
        values = [str(r.cells[match.index]) for r in found.samples[:50] if r.cells[match.index] is not None]
        own_currency, own_unit = (recognise_currency(match.header, values, note), recognise_unit(match.header, note))
        found.units[match.field] = own_unit.value or 1
        money = own_currency if money.value is None else money
        unit = own_unit if unit.status == "default" else unit
    if unit.status == "default" and (guessed := _guess_unit(found)):
        unit = Recognised(guessed, "likely", N_("Otherwise the figures would not be plausible."), {}, UNIT_CHOICES)
        found.units.update(dict.fromkeys(found.units, guessed))
    if money.value is None and currency:
        money = Recognised(currency, "default", N_("It is the company's currency."))
    found.recognised["currency"] = money.chosen(options.currency) if options.currency else money
    if options.unit:
        unit = unit.chosen(options.unit)
        found.units.update(dict.fromkeys(found.units, options.unit))
    if columns:
        found.recognised["unit"] = unit


def _guess_unit(found: Analysis) -> int | None:
    if found.importer.guess_unit is None:
        return None
    numbers: dict[str, list[Decimal]] = {}
    for name, match in found.matches.items():
        spec = found.importer.field(name)
        if spec.kind in _AMOUNTS:
            numbers[name] = list(_sample_numbers(found, spec, match.index))
    return found.importer.guess_unit(numbers)


def _sample_numbers(found: Analysis, spec: ImportField, index: int) -> Iterator[Decimal]:
    read = reader_for(spec, found.format_of(spec.name))
    for record in found.samples:
        try:
            value = read(record.cells[index])
        except CellError:
            continue
        if value is not None:
            yield Decimal(value)
