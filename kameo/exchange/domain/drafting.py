"""Taking a file in, recognising it, deciding about its columns."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from kameo.core import clock
from kameo.core.errors import DomainError
from kameo.core.importing import Importer, importers
from kameo.core.money import reporting_currency
from kameo.exchange.enums import ImportSource, ImportStatus
from kameo.exchange.matching.names import key_of
from kameo.exchange.models import Import, Layout, Progress
from kameo.exchange.parsing.kinds import reader_for
from kameo.exchange.parsing.problems import CellError
from kameo.exchange.reading.errors import ReadingError
from kameo.exchange.reading.recognised import ReadOptions
from kameo.exchange.reading.values import text_of
from kameo.exchange.recognition.analysis import Analysis, analyse

FIRST_ROWS = 6
SIZE_LIMIT = 200 * 1024 * 1024


def importer_for(kind: str, by: Any) -> Importer:
    """The importer of that kind, if `by` may use it. Errors: import_kind_unknown, import_not_allowed."""
    importer = importers.get(kind)
    if importer is None:
        raise DomainError("import_kind_unknown", _("There is nothing called like that to import."), field="kind")
    if by is not None and not by.can(importer.right):
        raise DomainError("import_not_allowed", _("Your role does not import this."), field="kind")
    return importer


@transaction.atomic
def create_import(
    *,
    kind: str,
    file: File[bytes],
    name: str,
    by: Any,
    source: str = ImportSource.PAGE,
    options: Mapping[str, Any] | None = None,
    mapping: Mapping[str, str] | None = None,
) -> Import:
    """Keep the file and recognise it; what was decided for the same columns before applies again.

    Side effects, in order: the row, the stored file, its analysis. `options` and `mapping` win over what is
    remembered. A file that cannot be read is kept with its `failure`, so that a page can say why.
    Errors: import_kind_unknown, import_not_allowed, import_too_large.
    """
    importer = importer_for(kind, by)
    if (file.size or 0) > SIZE_LIMIT:
        raise DomainError(
            "import_too_large", _("The file is larger than %d MB.") % (SIZE_LIMIT // 1024**2), field="file"
        )
    record = Import.objects.create(
        kind=importer.kind,
        source=source,
        file_name=Path(name).name[:250],
        size=file.size or 0,
        digest=_digest(file),
        options=dict(options or {}),
        mapping=dict(mapping or {}),
        by=by,
    )
    Progress.objects.create(of=record)
    record.file.save(Path(name).name, file, save=True)
    recognise(record, remembered=True)
    return record


def _digest(file: File[bytes]) -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def recognise(record: Import, *, remembered: bool = False) -> None:
    """Read the file again and store what is recognised; a failure is stored too, never raised.

    With `remembered`, what was decided about files with the same columns completes options and mapping.
    """
    decided = record.outcome.get("decided", {})
    record.failure, record.analysis, record.outcome = {}, {}, {"decided": decided} if decided else {}
    record.status = ImportStatus.DRAFT
    try:
        with local_file(record) as path:
            _recognise(record, path, remembered)
    except ReadingError as error:
        record.failure = {"code": error.code, "params": error.params}
        record.status = ImportStatus.FAILED
    record.save()


def _recognise(record: Import, path: Path, remembered: bool) -> None:
    importer = importers[record.kind]
    for attempt in (1, 2):
        with analyse(
            path,
            importer,
            options=ReadOptions.from_mapping(record.options),
            mapping=record.mapping,
            currency=reporting_currency(),
        ) as found:
            layout = Layout.objects.filter(kind=record.kind, fingerprint=found.fingerprint).first()
            if attempt == 1 and remembered and layout is not None and _complete(record, layout, found):
                continue
            record.analysis = analysis_as_json(found, remembered=remembered and layout is not None)
            return


def _complete(record: Import, layout: Layout, found: Analysis) -> bool:
    """Add what is remembered to what was not decided this time; True when that changed something."""
    headers = set(found.table.headers)
    mapping = {**{h: f for h, f in layout.mapping.items() if h in headers}, **record.mapping}
    options = {**layout.options, **record.options}
    changed = mapping != record.mapping or options != record.options
    record.mapping, record.options = mapping, options
    return changed


def analysis_as_json(found: Analysis, *, remembered: bool = False) -> dict[str, Any]:
    """What pages and the API show of an analysis; `first` are some rows as they will be read."""
    matches = {match.index: match for match in found.matches.values()}
    declined = {key_of(name): _msgid(why) for why, names in found.importer.declined.items() for name in names}
    return {
        "container": found.table.container,
        "rows": found.rows,
        "remembered": remembered,
        "fingerprint": found.fingerprint,
        "recognised": {name: value.as_json() for name, value in found.recognised.items()},
        "questions": found.questions,
        "missing": [list(group) for group in found.missing],
        "first": list(_first_rows(found)),
        "columns": [
            {
                "header": column.header,
                "samples": list(column.samples[:4]),
                "field": matches[column.index].field if column.index in matches else "",
                "score": round(matches[column.index].score * 100) if column.index in matches else None,
                "why": matches[column.index].why
                if column.index in matches
                else declined.get(key_of(column.header), ""),
                "params": dict(matches[column.index].params) if column.index in matches else {},
            }
            for column in found.table.columns
        ],
    }


def _msgid(why: Any) -> str:
    """The English sentence, which pages translate when they show it."""
    with translation.override(None):
        return str(why)


def _first_rows(found: Analysis) -> Iterator[dict[str, Any]]:
    readers = [
        (name, match.index, reader_for(found.importer.field(name), found.format_of(name)))
        for name, match in sorted(found.matches.items(), key=lambda pair: pair[1].index)
    ]
    for row in found.samples[:FIRST_ROWS]:
        values = {}
        for name, index, read in readers:
            try:
                values[name] = {"text": _shown_option(read(row.cells[index]))}
            except CellError as error:
                values[name] = {"text": text_of(row.cells[index])[:80], "problem": error.code}
        yield {"line": row.line, "values": values}


def _shown_option(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    return "" if value is None else str(value)[:80]


@transaction.atomic
def change_choices(
    record: Import, *, options: Mapping[str, Any] | None = None, mapping: Mapping[str, str] | None = None
) -> None:
    """Set reading options, importer options and columns, then recognise again. An empty option is forgotten.

    Errors: import_not_open (it runs, or has run).
    """
    require_open(record)
    for name, value in (options or {}).items():
        if value in (None, ""):
            record.options.pop(name, None)
        else:
            record.options[name] = value
    record.mapping.update(mapping or {})
    recognise(record)


@transaction.atomic
def discard_import(record: Import) -> None:
    """Forget an import that has not run, its file included. Errors: import_not_open."""
    require_open(record)
    if record.file:
        record.file.delete(save=False)
    record.delete()


def require_open(record: Import) -> None:
    if not record.is_open:
        raise DomainError("import_not_open", _("This import can no longer be changed."))


def remember_layout(record: Import) -> None:
    """Keep what was decided, for the next file with the same columns."""
    personal = {"decisions", "sheet"}
    Layout.objects.update_or_create(
        kind=record.kind,
        fingerprint=record.analysis.get("fingerprint", ""),
        defaults={
            "mapping": record.mapping,
            "options": {name: value for name, value in record.options.items() if name not in personal},
            "by": record.by,
            "used_at": clock.now(),
        },
    )


@contextmanager
def local_file(record: Import) -> Iterator[Path]:
    """The file on this machine's disk, fetched from the bucket where documents live in one."""
    try:
        path = Path(record.file.path)
    except NotImplementedError:
        with NamedTemporaryFile(prefix="kameo-import-", suffix=Path(record.file_name).suffix) as copy:
            with record.file.open("rb") as stored:
                for chunk in stored.chunks():
                    copy.write(chunk)
            copy.flush()
            yield Path(copy.name)
        return
    yield path
