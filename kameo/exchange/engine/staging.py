"""Read every row, parse its cells, COPY it into the staging table."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from kameo.core.importing import Batch, Importer, ImportField
from kameo.exchange.parsing.kinds import Reader, reader_for, sql_type
from kameo.exchange.parsing.problems import CellError
from kameo.exchange.reading.records import HARMLESS_ISSUES, Record
from kameo.exchange.reading.values import text_of
from kameo.exchange.recognition.analysis import Analysis

CHUNK = 5000

# (line, field, value, code, level, params)
Found = tuple[int, str, str, str, str, str]
Planned = tuple[str, int, Reader, bool]


def create_tables(cursor: Any, importer: Importer) -> None:
    """The temporary tables of a run (see `kameo.core.importing.batch`)."""
    columns = [f'"{field.name}" {sql_type(field.kind)}' for field in importer.fields if not field.key]
    columns += [f'"{name}" {kind}' for name, kind in importer.derived.items()]
    columns.append("custom jsonb")
    drop_leftovers(cursor)
    cursor.execute(f"create temp table staged (line integer primary key, {', '.join(columns)}) on commit drop")
    cursor.execute(
        "create temp table staged_problem (id serial, line integer not null, field text, value text,"
        " code text not null, level text not null, params jsonb) on commit drop"
    )
    cursor.execute(
        "create temp table staged_log (id serial, relation text, row_id bigint, before jsonb) on commit drop"
    )


def drop_leftovers(cursor: Any) -> None:
    """Temporary tables end with their transaction; two runs may share one (a rehearsal inside another)."""
    cursor.execute(
        "select quote_ident(relname) from pg_class where relnamespace = pg_my_temp_schema() and relkind = 'r'"
    )
    if tables := [row[0] for row in cursor.fetchall()]:
        cursor.execute(f"drop table if exists {', '.join(f'pg_temp.{name}' for name in tables)} cascade")


def stage(batch: Batch, analysis: Analysis, advance: Callable[[int], None]) -> int:
    """Copy every row; rows with an unreadable strict value are copied too, with their problem.

    `advance(rows)` is called after each chunk and may raise CancelledError. Returns the number of rows.
    """
    create_tables(batch.cursor, batch.importer)
    parser = RowParser(batch.importer, analysis)
    rows = analysis.table.rows()
    total = 0
    while chunk := list(islice(rows, CHUNK)):
        total += len(chunk)
        problems: list[Found] = []
        _copy_rows(batch.cursor, parser, chunk, problems)
        _copy_problems(batch.cursor, problems)
        advance(total)
    batch.run("create index on staged_problem (line)")
    batch.run("analyze staged")
    return total


def _copy_rows(cursor: Any, parser: RowParser, chunk: list[Record], problems: list[Found]) -> None:
    names = ", ".join(f'"{name}"' for name in parser.columns)
    with cursor.copy(f"copy staged (line, {names}) from stdin") as copy:
        write = copy.write_row
        for record in chunk:
            write(parser.parse(record, problems))


def _copy_problems(cursor: Any, problems: list[Found]) -> None:
    if not problems:
        return
    with cursor.copy("copy staged_problem (line, field, value, code, level, params) from stdin") as copy:
        for found in problems:
            copy.write_row(found)


class RowParser:
    """Turns records into the rows of the staging table."""

    def __init__(self, importer: Importer, analysis: Analysis) -> None:
        self._planned = list(_planned(importer, analysis))
        self._prepare = importer.prepare
        fields = [field for name in analysis.matches if not (field := importer.field(name)).key]
        if self._prepare is not None:
            # `prepare` may fill any field, mapped or not.
            fields = [field for field in importer.fields if not field.key]
        self.columns = [*(field.name for field in fields), *(importer.derived if self._prepare else ())]
        self._custom = [field for name in analysis.matches if (field := importer.field(name)).key]
        if self._custom:
            self.columns.append("custom")
        self._blank: dict[str, Any] = dict.fromkeys(self.columns)

    def parse(self, record: Record, problems: list[Found]) -> list[Any]:
        """The staging row; what is wrong is appended to `problems`."""
        line, cells, issue = record
        if issue is not None:
            level = "warning" if issue in HARMLESS_ISSUES else "error"
            problems.append((line, "", "", issue, level, "{}"))
        values = self._blank.copy()
        for name, index, read, strict in self._planned:
            try:
                values[name] = read(cells[index])
            except CellError as problem:
                level = "error" if strict else "warning"
                shown = text_of(cells[index])[:250]
                problems.append((line, name, shown, problem.code, level, json.dumps(problem.params)))
        if self._custom:
            self._gather_custom(line, values, problems)
        if self._prepare is not None:
            self._prepare(values)
        return [line, *map(values.__getitem__, self.columns)]

    def _gather_custom(self, line: int, values: dict[str, Any], problems: list[Found]) -> None:
        """What the row says of the company's own fields, by key, as JSON holds it."""
        said = {}
        for field in self._custom:
            value = values.pop(field.name, None)
            if value is not None:
                try:
                    said[field.key] = field.dump(value)
                except ValueError as error:
                    params = json.dumps({"why": str(error)})
                    problems.append((line, field.name, str(value)[:250], "value_refused", "warning", params))
        values["custom"] = json.dumps(said) if said else None


def _planned(importer: Importer, analysis: Analysis) -> Iterator[Planned]:
    for name, match in analysis.matches.items():
        field: ImportField = importer.field(name)
        yield name, match.index, reader_for(field, analysis.format_of(name)), field.strict
