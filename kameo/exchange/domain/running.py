"""Planning and applying: by job for pages and API, at once for the command."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.files import File
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kameo.core import clock
from kameo.core.authorship import Client, through, written_by
from kameo.core.errors import DomainError
from kameo.core.importing import CancelledError, importers
from kameo.core.journal.domain import bulk
from kameo.exchange import events
from kameo.exchange.domain.drafting import importer_for, local_file, remember_layout, require_open
from kameo.exchange.engine.progress import followed_progress
from kameo.exchange.engine.run import Found, Outcome, QuestionError, UnmatchedError, run
from kameo.exchange.engine.run import RunProgress as Follow
from kameo.exchange.enums import ImportSource, ImportStatus, ProblemLevel
from kameo.exchange.jobs import APPLY, PLAN
from kameo.exchange.models import Import, Problem, Progress
from kameo.exchange.reading.container import first_bytes
from kameo.exchange.reading.errors import ReadingError

# Pages show a beginning, the file of rejected lines holds them all.
STORED_WARNINGS = 2000
CRASHED = "crashed"


@transaction.atomic
def request_plan(record: Import) -> None:
    """Ask the worker what the import would do. Errors: import_not_open, import_unanswered, import_unmatched."""
    require_open(record)
    _require_answers(record)
    _start_progress(record, ImportStatus.PLANNING)
    PLAN.defer(once=record.pk, import_id=record.pk)


@transaction.atomic
def request_apply(record: Import) -> None:
    """Ask the worker to import. Errors: import_not_open, import_unanswered, import_unmatched."""
    require_open(record)
    _require_answers(record)
    _start_progress(record, ImportStatus.WAITING)
    APPLY.defer(once=record.pk, import_id=record.pk)


def _require_answers(record: Import) -> None:
    if record.analysis.get("questions"):
        raise DomainError("import_unanswered", _("Answer the question about the file first."))
    if record.analysis.get("missing") or not record.analysis:
        raise DomainError("import_unmatched", _("A necessary column is not matched."))


def _start_progress(record: Import, status: str) -> None:
    record.status = status
    record.failure = {}
    record.save(update_fields=["status", "failure"])
    Progress.objects.update_or_create(
        of=record, defaults={"phase": "", "done": 0, "total": 0, "cancel_requested": False}
    )


def request_cancel(record: Import) -> None:
    """Ask an import to stop: it leaves nothing behind. One that no worker has begun stops at once.

    Errors: import_not_running.
    """
    if not record.is_busy:
        raise DomainError("import_not_running", _("This import is not running."))
    with transaction.atomic():
        progress = Progress.objects.select_for_update().get(of=record)
        progress.cancel_requested = True
        progress.save(update_fields=["cancel_requested"])
        if not progress.phase:
            _end(record, ImportStatus.DRAFT if record.status == ImportStatus.PLANNING else ImportStatus.CANCELLED)


def plan_import(record: Import) -> None:
    """Rehearse the import and store what it would do. A file that cannot be read ends as failed.

    Nothing happens when nobody waits for it any more (done already, or cancelled).
    """
    if not _begin(record, ImportStatus.PLANNING, ImportStatus.PLANNING):
        return
    try:
        with followed_progress(record.pk) as progress:
            outcome = _run(record, progress, apply=False)
    except CancelledError:
        _end(record, ImportStatus.DRAFT)
    except (ReadingError, QuestionError, UnmatchedError) as error:
        _fail(record, error)
    except Exception:
        _crash(record)
        raise
    else:
        _store(record, outcome, ImportStatus.PLANNED)


def apply_import(record: Import) -> None:
    """Import, in one transaction: rows, changes for undo, projections, one journal event, then the layout.

    Run again after a crash, it starts from the beginning: nothing had stayed. A cancel leaves nothing either.
    Nothing happens when it is done already or was cancelled: a job may be delivered twice, even while the first
    delivery still runs (the second waits for the row, then finds it done).
    """
    if not _begin(record, ImportStatus.RUNNING, ImportStatus.WAITING, ImportStatus.RUNNING):
        return
    try:
        with followed_progress(record.pk) as progress, signed(record, by=record.by), transaction.atomic():
            if not Import.objects.select_for_update().filter(pk=record.pk, status=ImportStatus.RUNNING).exists():
                return
            outcome = _run(record, progress, apply=True)
            _store(record, outcome, ImportStatus.DONE)
            _announce(record, outcome)
            remember_layout(record)
    except CancelledError:
        _end(record, ImportStatus.CANCELLED)
    except (ReadingError, QuestionError, UnmatchedError) as error:
        _fail(record, error)
    except Exception:
        _crash(record)
        raise


@contextmanager
def signed(record: Import, *, by: Any) -> Iterator[None]:
    """What is written inside, and what follows from it, comes through this import."""
    with through(Client.IMPORT, id=record.pk, name=record.file_name), written_by(by):
        yield


def _run(record: Import, progress: Follow, *, apply: bool) -> Outcome:
    with local_file(record) as path:
        return run(
            path,
            importers[record.kind],
            options=record.options,
            mapping=record.mapping,
            by=record.by,
            import_id=record.pk if apply else None,
            progress=progress,
        )


def rehearse_file(
    path: Path, *, kind: str, options: Mapping[str, Any], mapping: Mapping[str, str], progress: Follow | None = None
) -> Outcome:
    """What importing a file would do, nothing kept, not even the file (the command's --dry-run)."""
    return run(path, importer_for(kind, None), options=options, mapping=mapping, progress=progress)


def import_file(
    path: Path, *, kind: str, options: Mapping[str, Any], mapping: Mapping[str, str], progress: Follow | None = None
) -> tuple[Import, Outcome]:
    """Import a file at once, for the command. The same steps as `apply_import`, without a worker.

    Errors: ReadingError, QuestionError, UnmatchedError; then nothing is kept, the file neither.
    """
    importer_for(kind, None)
    first_bytes(path)
    with transaction.atomic(), _file_kept_on_success() as kept:
        record = Import.objects.create(
            kind=kind,
            source=ImportSource.COMMAND,
            file_name=path.name[:250],
            size=path.stat().st_size,
            options=dict(options),
            mapping=dict(mapping),
            started_at=clock.now(),
        )
        with path.open("rb") as stream:
            record.file.save(path.name, File(stream), save=True)
        kept.append(record)
        Progress.objects.create(of=record)
        with signed(record, by=None):
            outcome = run(
                path, importers[kind], options=options, mapping=mapping, import_id=record.pk, progress=progress
            )
            _store(record, outcome, ImportStatus.DONE)
            _announce(record, outcome)
    return record, outcome


@contextmanager
def _file_kept_on_success() -> Iterator[list[Import]]:
    """The database forgets a failed import by itself; its stored file has to be told."""
    kept: list[Import] = []
    try:
        yield kept
    except BaseException:
        for record in kept:
            record.file.delete(save=False)
        raise


@transaction.atomic
def _store(record: Import, outcome: Outcome, status: str) -> None:
    record.status = status
    record.finished_at = clock.now()
    record.created, record.updated = outcome.created, outcome.updated
    record.unchanged, record.rejected = outcome.unchanged, outcome.rejected
    warnings = [each for each in outcome.problems if each.level == ProblemLevel.WARNING]
    record.warnings = len(warnings)
    record.sealed = outcome.sealed
    record.outcome = {
        "decided": record.outcome.get("decided", {}),
        "rows": outcome.rows,
        "details": outcome.details,
        "preview": [
            {"line": p.line, "action": p.action, "title": p.title, "context": p.context, "changes": dict(p.changes)}
            for p in outcome.preview
        ],
    }
    record.save()
    Problem.objects.filter(of=record).delete()
    errors = [each for each in outcome.problems if each.level == ProblemLevel.ERROR]
    rows = [_problem(record, each) for each in (*errors, *warnings[:STORED_WARNINGS])]
    Problem.objects.bulk_create(rows, batch_size=2000)


def _problem(record: Import, found: Found) -> Problem:
    return Problem(
        of=record,
        line=found.line,
        field=found.field,
        column=found.column[:250],
        value=found.value[:250],
        code=found.code,
        level=found.level,
        params=dict(found.params),
    )


def _announce(record: Import, outcome: Outcome) -> None:
    bulk(
        events.IMPORTED,
        by=record.by,
        data={
            "import_id": record.pk,
            "kind": record.kind,
            "file": record.file_name,
            "created": outcome.created,
            "updated": outcome.updated,
            "unchanged": outcome.unchanged,
            "rejected": outcome.rejected,
        },
    )


def _end(record: Import, status: str) -> None:
    record.status = status
    record.finished_at = clock.now()
    record.save(update_fields=["status", "finished_at"])


def _begin(record: Import, status: str, *awaited: str) -> bool:
    """Take the work on, if somebody still waits for it or it crashed and is tried again."""
    waiting = Q(status__in=awaited) | Q(failure__code=CRASHED)
    begun = Import.objects.filter(waiting, pk=record.pk).update(status=status, failure={}, started_at=clock.now())
    record.refresh_from_db()
    return bool(begun)


def _crash(record: Import) -> None:
    """Something nobody foresaw: nothing was written. The worker tries again, and may succeed."""
    record.status, record.failure = ImportStatus.FAILED, {"code": CRASHED, "params": {}}
    record.finished_at = clock.now()
    record.save(update_fields=["status", "failure", "finished_at"])


def _fail(record: Import, error: ReadingError | QuestionError | UnmatchedError) -> None:
    if isinstance(error, ReadingError):
        record.failure = {"code": error.code, "params": error.params}
    elif isinstance(error, QuestionError):
        record.failure = {"code": "question", "params": {"names": error.names}}
    else:
        record.failure = {"code": "unmatched", "params": {"groups": [list(group) for group in error.groups]}}
    record.status = ImportStatus.FAILED
    record.finished_at = clock.now()
    record.save(update_fields=["status", "failure", "finished_at"])
