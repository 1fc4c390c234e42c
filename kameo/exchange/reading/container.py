"""The container of a file, by its first bytes and never by its name; archives are unpacked."""

from __future__ import annotations

import gzip
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Literal

from .cards import looks_like_cards
from .errors import ReadingError

Container = Literal["text", "xlsx", "xls", "ods", "cards"]

UNPACKED_LIMIT = 1024 * 1024 * 1024
_CHUNK = 1024 * 1024
_FOREIGN = {
    b"%PDF": "a PDF document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"{\\rtf": "a text document (RTF)",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"SQLite format 3": "a database",
    b"PAR1": "a Parquet file",
}


@contextmanager
def unpacked_table(path: Path) -> Iterator[tuple[Path, Container]]:
    """The table's own file: `path` itself, or what a .gz or .zip around it holds.

    Errors: file_missing, file_empty, file_binary, file_html, archive_ambiguous, file_too_large.
    """
    head = first_bytes(path)
    if head.startswith(b"\x1f\x8b"):
        with _copied(lambda: gzip.open(path, "rb")) as inner:
            yield inner, container_of(inner)
    elif head.startswith(b"PK") and not _is_spreadsheet_zip(path):
        with zipfile.ZipFile(path) as archive, _copied(lambda: archive.open(_only_member(archive))) as inner:
            yield inner, container_of(inner)
    else:
        yield path, container_of(path)


def container_of(path: Path) -> Container:
    head = first_bytes(path)
    for magic, what in _FOREIGN.items():
        if head.startswith(magic):
            raise ReadingError("file_binary", what=what)
    if head.startswith(b"PK"):
        return "ods" if "content.xml" in zipfile.ZipFile(path).namelist() else "xlsx"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return "xls"
    if looks_like_cards(head):
        return "cards"
    if head.lstrip()[:20].lower().startswith((b"<html", b"<!doctype html", b"<table", b"<?xml")):
        raise ReadingError("file_html")
    return "text"


def first_bytes(path: Path) -> bytes:
    if not path.is_file():
        raise ReadingError("file_missing", name=path.name)
    with path.open("rb") as stream:
        head = stream.read(4096)
    if not head:
        raise ReadingError("file_empty")
    return head


def _is_spreadsheet_zip(path: Path) -> bool:
    try:
        names = set(zipfile.ZipFile(path).namelist())
    except zipfile.BadZipFile as error:
        raise ReadingError("spreadsheet_unreadable", detail=str(error)) from error
    return "[Content_Types].xml" in names or "content.xml" in names


def _only_member(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    members = [item for item in archive.infolist() if not item.is_dir() and not item.filename.startswith("__MACOSX")]
    if len(members) != 1:
        raise ReadingError("archive_ambiguous", count=len(members))
    if members[0].flag_bits & 1:
        raise ReadingError("file_protected")
    return members[0]


@contextmanager
def _copied(opened: object) -> Iterator[Path]:
    """Stream the inner file to disk under a limit: a small archive may hide terabytes."""
    with tempfile.NamedTemporaryFile(prefix="kameo-import-", suffix=".unpacked") as target:
        _pour(opened, target)
        yield Path(target.name)


def _pour(opened: object, target: IO[bytes]) -> None:
    written = 0
    try:
        with opened() as source:  # type: ignore[operator]
            while chunk := source.read(_CHUNK):
                written += len(chunk)
                if written > UNPACKED_LIMIT:
                    raise ReadingError("file_too_large", limit_mb=UNPACKED_LIMIT // _CHUNK)
                target.write(chunk)
    except (OSError, EOFError, zipfile.BadZipFile) as error:
        raise ReadingError("spreadsheet_unreadable", detail=str(error)) from error
    target.flush()
