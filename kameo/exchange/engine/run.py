"""One run: read, plan and, unless it is a rehearsal, apply; all in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from kameo.core.importing import Batch, Importer, RecordPreview, from_json
from kameo.core.importing.references import find_named, tell_names
from kameo.core.money import reporting_currency
from kameo.exchange.engine.seals import Sealed, keep_changes
from kameo.exchange.engine.staging import stage
from kameo.exchange.reading.recognised import ReadOptions
from kameo.exchange.recognition.analysis import Analysis, analyse

PREVIEW_ROWS = 60
# Two runs of one kind would decide on the same accounts at the same time.
_LOCK = 0x6B616D01


class QuestionError(Exception):
    """Somebody has to answer first: `names` are the recognised things that are ambiguous."""

    def __init__(self, analysis: Analysis) -> None:
        self.names = analysis.questions
        self.recognised = {name: analysis.recognised[name] for name in self.names}
        super().__init__(", ".join(self.names))


class UnmatchedError(Exception):
    """A field without which nothing can be imported has no column: `groups` lists the alternatives."""

    def __init__(self, analysis: Analysis) -> None:
        self.groups = analysis.missing
        self.headers = analysis.table.headers
        super().__init__(str(self.groups))


@dataclass(frozen=True, slots=True)
class Found:
    """A problem of a line, as the staging tables hold it."""

    line: int
    field: str
    column: str
    value: str
    code: str
    level: str
    params: Mapping[str, Any]


@dataclass(slots=True)
class Outcome:
    """What a run gave, or would give. `rejected` counts lines of the file, the others records."""

    rows: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    problems: list[Found] = field(default_factory=list)
    preview: list[RecordPreview] = field(default_factory=list)
    details: dict[str, Any] = field(default_factory=dict)
    sealed: Sealed = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RunProgress:
    """Where a run tells how far it is. `check` raises CancelledError when somebody asked to stop."""

    phase: Callable[[str], None] = lambda name: None
    rows: Callable[[int, int], None] = lambda done, total: None


def run(
    path: Path,
    importer: Importer,
    *,
    options: Mapping[str, Any],
    mapping: Mapping[str, str],
    by: Any = None,
    import_id: int | None = None,
    progress: RunProgress | None = None,
) -> Outcome:
    """Plan the import of a file and, given an `import_id`, apply it and remember its changes for undo.

    Without an `import_id` nothing stays. Must be the outermost transaction for a cancel to undo it all.
    Errors: ReadingError, QuestionError, UnmatchedError, CancelledError.
    """
    progress = progress or RunProgress()
    reading = ReadOptions.from_mapping(options)
    progress.phase("recognising")
    with analyse(path, importer, options=reading, mapping=mapping, currency=reporting_currency()) as analysis:
        if analysis.missing:
            raise UnmatchedError(analysis)
        if analysis.questions:
            raise QuestionError(analysis)
        with transaction.atomic():
            outcome = _run(importer, analysis, options, mapping, by, import_id, progress)
            if import_id is None:
                transaction.set_rollback(True)
    return outcome


def _run(
    importer: Importer,
    analysis: Analysis,
    options: Mapping[str, Any],
    mapping: Mapping[str, str],
    by: Any,
    import_id: int | None,
    progress: RunProgress,
) -> Outcome:
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [_LOCK])
        # Staging tables are small or scanned whole: a parallel or JIT plan would cost more than it gains.
        cursor.execute("set local jit = off")
        batch = Batch(
            cursor,
            importer,
            by=by,
            options={
                **options,
                "currency": analysis.recognised["currency"].value,
                "unknown_columns": {h: f for h, f in mapping.items() if h not in analysis.table.headers},
            },
            mapped={name: match.header for name, match in analysis.matches.items()},
            report=progress.phase,
        )
        progress.phase("reading")
        rows = stage(batch, analysis, lambda done: progress.rows(done, analysis.rows))
        progress.phase("planning")
        find_named(batch)
        importer.plan(batch)
        # What the file says and nobody reads: said, so that nothing is lost in silence.
        batch.details["ignored"] = analysis.unused
        outcome = _outcome(batch, rows)
        if import_id is not None:
            check_links_at_once(cursor)
            importer.apply(batch)
            _refresh_statistics(batch)
            outcome.sealed = keep_changes(batch, import_id)
            progress.phase("settling")
            importer.settle(batch, sorted(set(batch.touched)))
    return outcome


def check_links_at_once(cursor: Any) -> None:
    """Check foreign keys after each statement rather than at commit, for the rest of the transaction.

    What a row's history trigger costs grows with the number of checks still pending: with 100 000 of them,
    milliseconds instead of microseconds for every row.
    """
    cursor.execute("set constraints all immediate")


def _refresh_statistics(batch: Batch) -> None:
    """After a large load the planner still believes the tables small, and everything after crawls.

    Projections are about to be filled in the same way: there, only nested loops can go wrong.
    """
    large = batch.all("select relation from staged_log group by relation having count(*) > 500")
    for (table,) in large:
        batch.run(f"analyze {table} ({', '.join(_keys_of(batch, table))})")
    if large:
        batch.run("set local enable_nestloop = off")


def _keys_of(batch: Batch, table: str) -> list[str]:
    """What tables are joined by. Texts and arrays cost ten times as much to look at; autovacuum comes for them."""
    rows = batch.all(
        "select quote_ident(attname) from pg_attribute where attrelid = %(table)s::regclass and attnum > 0"
        " and not attisdropped and atttypid in ('bigint'::regtype, 'integer'::regtype)",
        {"table": table},
    )
    return [row[0] for row in rows]


def _outcome(batch: Batch, rows: int) -> Outcome:
    found = batch.all(
        "select p.line, coalesce(p.field, ''), coalesce(p.value, ''), p.code, p.level, coalesce(p.params, '{}')"
        " from staged_problem p order by p.line, p.id"
    )
    problems = [
        Found(line, name, batch.mapped.get(name, ""), value[:250], code, level, from_json(params))
        for line, name, value, code, level, params in _first_of_each(found)
    ]
    rejected = len({each.line for each in problems if each.level == "error"})
    problems += _unknown_columns(batch)
    preview = tell_names(batch, batch.importer.preview(batch, PREVIEW_ROWS)) if batch.importer.preview else []
    outcome = Outcome(rows=rows, rejected=rejected, problems=problems, preview=preview, details=batch.details)
    outcome.created, outcome.updated = batch.counts["created"], batch.counts["updated"]
    outcome.unchanged = batch.counts["unchanged"]
    return outcome


def _unknown_columns(batch: Batch) -> list[Found]:
    """Columns that somebody mapped and that the file does not have: probably a typing mistake."""
    return [
        Found(0, str(name), header, header, "column_unknown", "warning", {})
        for header, name in batch.options["unknown_columns"].items()
    ]


def _first_of_each(found: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """A line is not told twice that it is a double because two of its numbers are."""
    seen: set[tuple[Any, ...]] = set()
    kept = []
    for row in found:
        key = (row[0], row[3]) if row[3].startswith("double") else (row[0], row[1], row[3])
        if key not in seen:
            seen.add(key)
            kept.append(row)
    return kept
