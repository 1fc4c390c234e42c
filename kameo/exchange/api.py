"""Imports over HTTP: send a file, look at what would happen, run, cancel, undo."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ninja import File, Form, Query, Router, Schema, Status
from ninja.files import UploadedFile
from pydantic import Field, Json

from kameo.core.access import SignedIn, get_visible
from kameo.core.api import Body, Page, PageQuery, page_of
from kameo.core.api.problem import RESPONSES
from kameo.core.importing import importers
from kameo.exchange import domain
from kameo.exchange.enums import ImportSource, ProblemLevel
from kameo.exchange.models import Import, Problem
from kameo.exchange.pages.words import explain_failure, explain_problem

router = Router(tags=["imports"])


class Line(Schema):
    line: int
    column: str
    value: str
    code: str
    level: str
    message: str


class ImportOut(Schema):
    """Where an import stands; the counts are those of its last check or run."""

    id: int
    kind: str
    status: str
    file_name: str
    created: int
    updated: int
    unchanged: int
    rejected: int
    warnings: int
    questions: list[str] = Field(description="What has to be answered first, for example `date_order`.")
    failure: str = Field(description="Why the file as a whole cannot be imported, empty otherwise.")
    options: dict[str, Any]
    mapping: dict[str, str]
    created_at: datetime
    finished_at: datetime | None

    @staticmethod
    def resolve_questions(row: Import) -> list[str]:
        return list(row.analysis.get("questions", []))

    @staticmethod
    def resolve_failure(row: Import) -> str:
        words = explain_failure(row)
        return " ".join(words) if words else ""


class ImportIn(Body):
    kind: str = Field(max_length=40, description="`accounts`, `people` or `invoices`.")
    options: Json[dict[str, Any]] | None = Field(
        None, description='JSON, for example {"date_order": "dmy", "currency": "EUR"}.'
    )
    mapping: Json[dict[str, str]] | None = Field(None, description="JSON: column name → field name.")
    dry_run: bool = Field(False, description="Only say what would happen.")


class ChoicesIn(Body):
    options: dict[str, Any] = {}
    mapping: dict[str, str] = {}


class UndoOut(Schema):
    removed: int
    restored: int
    kept: int


def _visible(request: SignedIn, import_id: int) -> Import:
    found: Import = get_visible(Import.objects, request.user, pk=import_id)
    return found


@router.get("", response={200: Page[ImportOut], **RESPONSES})
def list_imports(request: SignedIn, query: Query[PageQuery]) -> Any:
    """Yours, or everybody's for directors and administrators; the latest first."""
    return page_of(Import.objects.visible_to(request.user), query, order="-id", serialise=list)


@router.post("", response={202: ImportOut, **RESPONSES})
def create_import(request: SignedIn, payload: Form[ImportIn], file: File[UploadedFile]) -> Any:
    """Send a file: it is recognised at once, then checked (`dry_run`) or imported by the worker.

    A question (an ambiguous date order, say) or an unmatched column leaves it as a draft: answer with PATCH.
    """
    record = domain.create_import(
        kind=payload.kind,
        file=file,
        name=file.name or "file",
        by=request.user,
        source=ImportSource.API,
        options=payload.options or {},
        mapping=payload.mapping or {},
    )
    if not record.failure and not record.analysis.get("questions") and not record.analysis.get("missing"):
        (domain.request_plan if payload.dry_run else domain.request_apply)(record)
    return Status(202, _visible(request, record.pk))


@router.get("/{import_id}", response={200: ImportOut, **RESPONSES})
def read_import(request: SignedIn, import_id: int) -> Any:
    """Where it stands."""
    return _visible(request, import_id)


@router.patch("/{import_id}", response={200: ImportOut, **RESPONSES})
def change_choices(request: SignedIn, import_id: int, payload: ChoicesIn) -> Any:
    """Answer a question or match a column; the file is recognised again."""
    record = _visible(request, import_id)
    domain.change_choices(record, options=payload.options, mapping=payload.mapping)
    return _visible(request, import_id)


@router.post("/{import_id}/plans", response={202: ImportOut, **RESPONSES})
def plan_import(request: SignedIn, import_id: int) -> Any:
    """Check what it would do."""
    domain.request_plan(_visible(request, import_id))
    return Status(202, _visible(request, import_id))


@router.post("/{import_id}/runs", response={202: ImportOut, **RESPONSES})
def run_import(request: SignedIn, import_id: int) -> Any:
    """Do it."""
    domain.request_apply(_visible(request, import_id))
    return Status(202, _visible(request, import_id))


@router.post("/{import_id}/cancellations", response={202: ImportOut, **RESPONSES})
def cancel_import(request: SignedIn, import_id: int) -> Any:
    """Stop a run: it leaves nothing behind."""
    domain.request_cancel(_visible(request, import_id))
    return Status(202, _visible(request, import_id))


@router.post("/{import_id}/undos", response={201: UndoOut, **RESPONSES})
def undo_import(request: SignedIn, import_id: int) -> Any:
    """Take the whole import back; what changed since is kept."""
    return Status(201, domain.undo_import(_visible(request, import_id), by=request.user))


class ProblemQuery(PageQuery):
    level: ProblemLevel | None = None


@router.get("/{import_id}/problems", response={200: Page[Line], **RESPONSES})
def list_problems(request: SignedIn, import_id: int, query: Query[ProblemQuery]) -> Any:
    """Lines that were rejected or are worth a look, with the reason and the remedy."""
    record = _visible(request, import_id)
    rows = Problem.objects.filter(of=record)
    if query.level:
        rows = rows.filter(level=query.level)
    return page_of(rows, query, order="id", serialise=lambda found: [_problem_line(record, row) for row in found])


def _problem_line(record: Import, row: Problem) -> dict[str, Any]:
    message = " ".join(explain_problem(importers.get(record.kind), row))
    return {
        "line": row.line,
        "column": row.column,
        "value": row.value,
        "code": row.code,
        "level": row.level,
        "message": message.strip(),
    }
