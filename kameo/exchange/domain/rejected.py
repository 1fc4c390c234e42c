"""The lines that an import rejected, as rows of a file to correct and send again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from kameo.core.importing import importers
from kameo.core.spreadsheets import harmless_cell
from kameo.exchange.enums import ProblemLevel
from kameo.exchange.matching.mapping import known_names
from kameo.exchange.models import Import, Problem
from kameo.exchange.pages.words import explain_problem
from kameo.exchange.reading.recognised import ReadOptions
from kameo.exchange.reading.table import open_table


def rejected_lines(record: Import, path: Path) -> Iterator[list[Any]]:
    """The file's own columns, then the line it stood on and why it was refused; the header first.

    Sent again, the two last columns are not matched to anything. Errors: any ReadingError.
    """
    importer = importers[record.kind]
    reasons = _reasons(record)
    options = ReadOptions.from_mapping(record.options)
    with open_table(path, options, known=known_names(importer.fields)) as table:
        yield [*(harmless_cell(name) for name in table.headers), _("Line in the file"), _("Why it was rejected")]
        for row in table.rows():
            if row.line in reasons:
                cells = ["" if cell is None else harmless_cell(str(cell)) for cell in row.cells]
                yield [*cells, row.line, reasons[row.line]]


def _reasons(record: Import) -> dict[int, str]:
    importer = importers[record.kind]
    found: dict[int, list[str]] = {}
    for row in Problem.objects.filter(of=record, level=ProblemLevel.ERROR).order_by("line", "id").iterator():
        found.setdefault(row.line, []).append(" ".join(explain_problem(importer, row)).strip())
    return {line: " ".join(sentences) for line, sentences in found.items()}
