"""An import on a terminal: what is printed, and with which exit status."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from django.utils import translation

from kameo.core.command import emit, fail
from kameo.core.errors import DomainError
from kameo.core.importing import importers
from kameo.exchange import domain
from kameo.exchange.engine.run import Found, Outcome, QuestionError, RunProgress, UnmatchedError
from kameo.exchange.engine.undo import Undone
from kameo.exchange.enums import ProblemLevel
from kameo.exchange.models import Import
from kameo.exchange.pages.words import PHASES, explain_problem, sentence
from kameo.exchange.reading.errors import ReadingError
from kameo.exchange.reading.recognised import ReadOptions

NOTHING_READABLE = 2
SHOWN = 20
SOME_REJECTED = 1


def import_and_tell(
    file: Path, *, kind: str, options: Mapping[str, Any], mapping: Mapping[str, str], dry_run: bool, as_json: bool
) -> int:
    """Import (or rehearse), print, return the exit status: 0, 1 (some rows rejected) or 2 (nothing readable)."""
    _check_choices(kind, options, mapping)
    # Commands speak English, whatever the company's language.
    with translation.override("en"):
        return _import_and_tell(file, kind, options, mapping, dry_run=dry_run, as_json=as_json)


def _check_choices(kind: str, options: Mapping[str, Any], mapping: Mapping[str, str]) -> None:
    if (importer := importers.get(kind)) is None:
        fail(f"nothing called {kind} is imported. Known: {', '.join(importers.keys())}.", code=NOTHING_READABLE)
    known = {*ReadOptions.__slots__, *(option.name for option in importer.options), "decisions"}
    if wrong := sorted(set(options) - known):
        fail(f"nothing is called {', '.join(wrong)} here. Known: {', '.join(sorted(known))}.", code=NOTHING_READABLE)
    names = {field.name for field in importer.fields} | {""}
    if wrong := sorted(set(mapping.values()) - names):
        fail(f"there is no field {', '.join(wrong)}. Known: {', '.join(sorted(names - {''}))}.", code=NOTHING_READABLE)


def _import_and_tell(
    file: Path, kind: str, options: Mapping[str, Any], mapping: Mapping[str, str], *, dry_run: bool, as_json: bool
) -> int:
    record: Import | None = None
    try:
        with _shown_progress(quiet=as_json) as progress:
            if dry_run:
                outcome = domain.rehearse_file(file, kind=kind, options=options, mapping=mapping, progress=progress)
            else:
                record, outcome = domain.import_file(
                    file, kind=kind, options=options, mapping=mapping, progress=progress
                )
    except (ReadingError, QuestionError, UnmatchedError) as error:
        _refuse(error, kind, as_json=as_json)
        return NOTHING_READABLE
    if as_json:
        emit(as_document(outcome, kind, import_id=record.pk if record else None))
    else:
        _print_outcome(outcome, kind, file, record)
    return 1 if outcome.rejected else 0


def as_document(outcome: Outcome, kind: str, *, import_id: int | None) -> dict[str, Any]:
    """The one JSON form of an outcome, shared with the API."""
    importer = importers[kind]
    said = [_problem(importer, problem) for problem in outcome.problems]
    levels = [problem.level for problem in outcome.problems]
    return {
        "import_id": import_id,
        "created": outcome.created,
        "updated": outcome.updated,
        "unchanged": outcome.unchanged,
        "rejected": outcome.rejected,
        "warnings": [each for each, level in zip(said, levels, strict=True) if level == ProblemLevel.WARNING],
        "errors": [each for each, level in zip(said, levels, strict=True) if level == ProblemLevel.ERROR],
    }


def _problem(importer: Any, problem: Found) -> dict[str, Any]:
    message, remedy = explain_problem(importer, problem)
    return {
        "line": problem.line,
        "column": problem.column or problem.field,
        "value": problem.value,
        "code": problem.code,
        "message": f"{message} {remedy}".strip(),
    }


@contextmanager
def _shown_progress(*, quiet: bool) -> Iterator[RunProgress]:
    """A progress bar for the rows, then the name of each phase; nothing with --json."""
    if quiet:
        yield RunProgress()
        return
    bar: Any = None

    def rows(done: int, total: int) -> None:
        nonlocal bar
        if bar is None:
            bar = click.progressbar(length=total, label=str(PHASES["reading"]), file=sys.stderr)
            bar.__enter__()
        bar.update(done - bar.pos)
        if done >= total:
            bar.__exit__(None, None, None)

    def phase(name: str) -> None:
        if name != "reading":
            click.echo(f"{PHASES.get(name, name)}…", err=True)

    yield RunProgress(phase=phase, rows=rows)


def _refuse(error: ReadingError | QuestionError | UnmatchedError, kind: str, *, as_json: bool) -> None:
    problems = list(_refusals(error, kind))
    if as_json:
        counts = dict.fromkeys(("created", "updated", "unchanged", "rejected"), 0)
        emit({"import_id": None, **counts, "warnings": [], "errors": problems})
        return
    for problem in problems:
        click.echo(f"Error: {problem['message']}", err=True)


def _refusals(error: ReadingError | QuestionError | UnmatchedError, kind: str) -> Iterator[dict[str, Any]]:
    if isinstance(error, ReadingError):
        said = f"{sentence(error.message, error.params)} {sentence(error.remedy, error.params)}"
        line = error.params.get("line")
        yield {"line": line, "column": "", "value": "", "code": error.code, "message": said}
    elif isinstance(error, QuestionError):
        for name, found in error.recognised.items():
            remedy = {
                "date_order": "Answer with --date-order " + "|".join(found.candidates) + ".",
                "decimal": 'Answer with decimal = "," or decimal = "." in a file given to --mapping.',
            }.get(name, "Answer it in a file given to --mapping.")
            said = f"{sentence(found.why, found.params)} {remedy}"
            shown = ", ".join(found.samples[:5])
            yield {"line": None, "column": name, "value": shown, "code": f"{name}_ambiguous", "message": said}
    else:
        importer = importers[kind]
        for group in error.groups:
            names = ", ".join(str(importer.field(name).label) for name in group)
            said = (
                f"No column holds: {names}. The file has: {', '.join(error.headers)}. "
                'Say which one it is in a file given to --mapping ([columns] "Their name" = "field").'
            )
            yield {"line": None, "column": group[0], "value": "", "code": "column_missing", "message": said}


def _print_outcome(outcome: Outcome, kind: str, file: Path, record: Import | None) -> None:
    would = "would be " if record is None else ""
    click.echo(
        f"{file.name}: {outcome.created} {would}created, {outcome.updated} {would}updated, "
        f"{outcome.unchanged} unchanged, {outcome.rejected} lines {would}rejected."
    )
    for total in outcome.details.get("net", []):
        click.echo(f"Net: {total['net']} {total['currency']}.")
    if ignored := outcome.details.get("ignored"):
        click.echo(f"Columns left out: {', '.join(ignored)}.")
    for level, title in ((ProblemLevel.ERROR, "Rejected"), (ProblemLevel.WARNING, "To check")):
        _tell_problems(title, [each for each in outcome.problems if each.level == level], kind)
    if record is None:
        click.echo("Nothing was kept: run it again without --dry-run.")
    else:
        click.echo(f"This is import {record.pk}. To take it back: kameo import undo {record.pk}")
        if outcome.rejected:
            click.echo(f"Rejected lines, as a file to correct: the page /imports/{record.pk}/ of the site.")


def _tell_problems(title: str, found: list[Found], kind: str) -> None:
    """Each different sentence once, with the first lines it is about."""
    lines: dict[str, list[int]] = {}
    for problem in found:
        said = _problem(importers[kind], problem)
        lines.setdefault(f"{said['column'] or 'row'}: {said['message']}", []).append(problem.line)
    if found:
        click.echo(f"{title} ({len(found)}):")
    for sentence_, where in list(lines.items())[:SHOWN]:
        more = f"… {len(where)} in all" if len(where) > 5 else ""
        click.echo(f"  {sentence_} (line {', '.join(map(str, where[:5]))}{more})")
    if len(lines) > SHOWN:
        click.echo(f"  and {len(lines) - SHOWN} other reasons: --json lists them all.")


def undo_and_tell(record: Import, *, as_json: bool) -> int:
    """Take an import back, print, return the exit status: 0, 1 (something stays) or 2 (refused)."""
    with translation.override("en"):
        try:
            result = domain.undo_import(record, by=None)
        except DomainError as error:
            fail(error, code=NOTHING_READABLE)
        if as_json:
            emit(undo_as_json(record, result))
        else:
            tell_undo(record, result)
    return SOME_REJECTED if result.kept else 0


def undo_as_json(record: Import, result: Undone) -> dict[str, Any]:
    return {
        "import_id": record.pk,
        "status": record.status,
        "removed": result.removed,
        "restored": result.restored,
        "kept": result.kept,
        "reasons": result.reasons,
    }


def tell_undo(record: Import, result: Undone) -> None:
    click.echo(f"{record.file_name}: {result.removed} removed, {result.restored} given back, {result.kept} kept.")
    for reason in result.reasons[:SHOWN]:
        why = "changed since" if reason["code"] == "changed_since" else f"used by {reason['detail']}"
        click.echo(f"  {reason['title']}: {why}")
