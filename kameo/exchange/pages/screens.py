"""The screens of an import, from what is stored about it: plain rows, words already chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from kameo.core.importing import Importer, ImportField, importers
from kameo.core.installation import currencies
from kameo.core.ui import formats
from kameo.exchange.enums import ImportStatus, ProblemLevel
from kameo.exchange.models import Import, Problem
from kameo.exchange.pages.words import (
    ACTIONS,
    PHASES,
    RECOGNISED,
    STATUSES,
    explain,
    explain_problem,
    sentence,
    value_label,
)
from kameo.exchange.queries import DECIDABLE

ENCODINGS = ("utf-8", "cp1252", "iso-8859-15", "utf-16", "utf-16-le", "utf-16-be", "mac-roman", "cp850")
PROBLEMS_SHOWN = 100
PREVIEW_SHOWN = 30
SAMPLED = ("date_order", "decimal")  # a sample only helps where a value can be read in two ways
NUMERIC = frozenset({"amount", "number", "integer"})
TONES = {"certain": "ok", "likely": "info", "ambiguous": "bad", "chosen": "carn", "default": "mute"}


@dataclass(frozen=True)
class RecognisedOption:
    """One recognised thing with the values it may take."""

    name: str
    label: str
    value: str
    options: list[tuple[str, str]]
    status: str
    tone: str
    why: str
    samples: list[str]
    question: bool


def choices(record: Import) -> list[RecognisedOption]:
    """What was recognised about the file, questions first."""
    found = record.analysis.get("recognised", {})
    shown = [_choice(name, found[name]) for name in RECOGNISED if name in found]
    return sorted(shown, key=lambda choice: not choice.question)


def _choice(name: str, found: dict[str, Any]) -> RecognisedOption:
    question = found["status"] == "ambiguous"
    options = [(str(value), value_label(name, value)) for value in _candidates(name, found)]
    return RecognisedOption(
        name=name,
        label=str(RECOGNISED[name]),
        value="" if question or found["value"] is None else str(found["value"]),
        options=[("", _("Choose…")), *options] if question else options,
        status=str(STATUSES[found["status"]]),
        tone=TONES[found["status"]],
        why=sentence(found["why"], found["params"]),
        samples=[str(sample) for sample in found["samples"][:4]] if name in SAMPLED else [],
        question=question,
    )


def _candidates(name: str, found: dict[str, Any]) -> list[Any]:
    if name == "currency":
        known = [code for code, _label in currencies()]
        return list(dict.fromkeys([*found["candidates"], *known]))
    more = list(ENCODINGS) if name == "encoding" else []
    values = list(dict.fromkeys([*found["candidates"], *more]))
    return values if found["value"] in values or found["value"] is None else [found["value"], *values]


@dataclass(frozen=True)
class MappedColumn:
    """One column of the file, what it becomes, and why."""

    header: str
    samples: str
    field: str
    why: str
    score: int | None


def columns(record: Import) -> list[MappedColumn]:
    return [
        MappedColumn(
            header=each["header"],
            samples=" · ".join(str(sample) for sample in each["samples"] if str(sample)),
            field=each["field"],
            why=sentence(each["why"], each["params"]),
            score=each["score"],
        )
        for each in record.analysis.get("columns", [])
    ]


def target_fields(importer: Importer) -> list[tuple[str, str]]:
    """The fields a column may become."""
    fields = [(field.name, str(field.label)) for field in importer.fields]
    return [("", _("Leave out")), *sorted(fields, key=lambda pair: pair[1])]


def missing_fields(record: Import, importer: Importer) -> list[str]:
    """The necessary fields that no column holds, in words: one of each group is enough."""
    groups = record.analysis.get("missing", [])
    return [_(" or ").join(str(importer.field(name).label) for name in group) for group in groups]


@dataclass(frozen=True)
class PreviewCell:
    """One value as it will be read, or why it cannot be."""

    text: str
    problem: str
    numeric: bool


@dataclass(frozen=True)
class FirstRow:
    line: int
    cells: list[PreviewCell]


@dataclass(frozen=True)
class FirstRows:
    """The first rows under the names of the fields they go to; a head is a label and whether it is a number."""

    heads: list[tuple[str, bool]]
    rows: list[FirstRow]


def first_rows(record: Import, importer: Importer) -> FirstRows:
    """What becomes of the first rows with the columns and formats as they stand."""
    found = record.analysis.get("first", [])
    known = {each.name: each for each in importer.fields}
    names = [name for name in (found[0]["values"] if found else {}) if name in known]
    rows = [
        FirstRow(row["line"], [_cell(importer, known[name], row["values"][name]) for name in names]) for row in found
    ]
    return FirstRows([(str(known[name].label), known[name].kind in NUMERIC) for name in names], rows)


def _cell(importer: Importer, field: ImportField, value: dict[str, Any]) -> PreviewCell:
    params = {"value": value["text"], "field": str(field.label)}
    problem = explain(importer, value["problem"], params)[0] if value.get("problem") else ""
    return PreviewCell(_shown_value(value["text"], field), problem, field.kind in NUMERIC)


@dataclass(frozen=True)
class PreviewRow:
    line: int
    action: str
    title: str
    context: str
    changes: list[tuple[str, str, str]]


def preview(record: Import, importer: Importer) -> list[PreviewRow]:
    return [
        PreviewRow(
            line=row["line"],
            action=str(ACTIONS.get(row["action"], row["action"])),
            title=row["title"],
            context=row["context"],
            changes=[_shown_change(importer, name, *pair) for name, pair in row["changes"].items()],
        )
        for row in record.outcome.get("preview", [])[:PREVIEW_SHOWN]
    ]


def _shown_change(importer: Importer, name: str, old: Any, new: Any) -> tuple[str, str, str]:
    known = {field.name: field for field in importer.fields}
    field = known.get(name) or ImportField(name, "text", name)
    return str(field.label), _shown_value(old, field), _shown_value(new, field)


def _shown_value(value: Any, field: ImportField) -> str:
    """A value as people read it; amounts come as text or numbers, dates as ISO text."""
    if value is None or value == "":
        return ""
    try:
        if field.kind in NUMERIC:
            return formats.number(Decimal(str(value)), 2 if Decimal(str(value)) % 1 else 0)
        if field.kind == "date":
            return formats.date_long(date.fromisoformat(str(value)[:10]))
        if field.kind == "moment":
            return formats.date_time(datetime.fromisoformat(str(value)))
    except (ArithmeticError, ValueError):
        return str(value)
    if isinstance(value, list):
        return ", ".join(str(field.labels.get(one, one)) for one in value)
    return str(field.labels.get(value, value)) if field.kind == "choice" else str(value)


@dataclass(frozen=True)
class ProblemRow:
    line: int
    column: str
    value: str
    what: str
    remedy: str
    rejected: bool


def problems(record: Import, *, after: int = 0) -> tuple[list[ProblemRow], int | None]:
    """A page of what was wrong, by line, and where the next page starts."""
    importer = importers.get(record.kind)
    rows = list(_told_problems(record).filter(id__gt=after).order_by("id")[: PROBLEMS_SHOWN + 1])
    shown = [_problem(row, importer) for row in rows[:PROBLEMS_SHOWN]]
    return shown, rows[PROBLEMS_SHOWN - 1].pk if len(rows) > PROBLEMS_SHOWN else None


def problem_count(record: Import) -> int:
    return int(_told_problems(record).count())


def _told_problems(record: Import) -> Any:
    """Lines that wait for a decision have a list of their own as long as it can be taken."""
    found = Problem.objects.filter(of=record)
    return found.exclude(code__in=DECIDABLE) if record.status == ImportStatus.PLANNED else found


def _problem(row: Problem, importer: Importer | None) -> ProblemRow:
    what, remedy = explain_problem(importer, row)
    return ProblemRow(row.line, row.column, row.value, what, remedy, row.level == ProblemLevel.ERROR)


def phase_words(record: Import) -> str:
    return str(PHASES.get(record.progress.phase, record.progress.phase))


def wizard_step(record: Import) -> int:
    """Which step of the wizard an import is at: 1 columns, 2 outcome, 3 result."""
    if record.status in {ImportStatus.PLANNING, ImportStatus.PLANNED}:
        return 2
    return 1 if record.status in {ImportStatus.DRAFT, ImportStatus.FAILED, ImportStatus.CANCELLED} else 3
