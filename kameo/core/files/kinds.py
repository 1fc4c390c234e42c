"""The kind of a file, read from its content: an allow-list, so that an unknown kind does not get in."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.translation import gettext as _

from kameo.core.errors import DomainError

HEAD = 8192  # bytes read to recognise a file

MOST_PARTS = 5_000  # entries of an archive
MOST_UNPACKED = 400 * 1024 * 1024  # bytes, all entries together
MOST_RATIO = 150  # an office document shrinks by 3 to 20; a bomb by 1000


class Refused(DomainError):  # noqa: N818 - reads "raise Refused(…)", like DomainError's codes
    """A file that is not taken in, and what to do instead."""


@dataclass(frozen=True)
class FileKind:
    """`preview` is "image", "pdf" or "" (none); `words` names a reader of `words.py`, "" for none."""

    content_type: str
    extensions: tuple[str, ...]
    preview: str = ""
    words: str = ""


PDF = FileKind("application/pdf", (".pdf",), "pdf", "pdf")
PNG = FileKind("image/png", (".png",), "image")
JPEG = FileKind("image/jpeg", (".jpg", ".jpeg"), "image")
GIF = FileKind("image/gif", (".gif",), "image")
WEBP = FileKind("image/webp", (".webp",), "image")
TIFF = FileKind("image/tiff", (".tif", ".tiff"), "image")
BMP = FileKind("image/bmp", (".bmp",), "image")
HEIC = FileKind("image/heic", (".heic", ".heif"))
_OOXML = "application/vnd.openxmlformats-officedocument."
DOCX = FileKind(f"{_OOXML}wordprocessingml.document", (".docx", ".docm"), "", "docx")
XLSX = FileKind(f"{_OOXML}spreadsheetml.sheet", (".xlsx", ".xlsm"), "", "sheet")
PPTX = FileKind(f"{_OOXML}presentationml.presentation", (".pptx", ".pptm"), "", "slides")
_ODF = "application/vnd.oasis.opendocument."
ODT = FileKind(f"{_ODF}text", (".odt",), "", "open")
ODS = FileKind(f"{_ODF}spreadsheet", (".ods",), "", "sheet")
ODP = FileKind(f"{_ODF}presentation", (".odp",), "", "open")
OLE = FileKind("application/vnd.ms-office", (".doc", ".xls", ".ppt", ".msg", ".vsd"))
XLS = FileKind("application/vnd.ms-excel", (".xls",), "", "sheet")
RTF = FileKind("application/rtf", (".rtf",))
DWG = FileKind("image/vnd.dwg", (".dwg",))
CSV = FileKind("text/csv", (".csv", ".tsv"), "", "text")
MAIL = FileKind("message/rfc822", (".eml",), "", "text")
CALENDAR = FileKind("text/calendar", (".ics",), "", "text")
CARD = FileKind("text/vcard", (".vcf",), "", "text")
TEXT = FileKind("text/plain", (".txt", ".md", ".log", ".json", ".xml", ".yaml", ".yml"), "", "text")

ALL = (
    PDF,
    PNG,
    JPEG,
    GIF,
    WEBP,
    TIFF,
    BMP,
    HEIC,
    DOCX,
    XLSX,
    PPTX,
    ODT,
    ODS,
    ODP,
    OLE,
    XLS,
    RTF,
    DWG,
    CSV,
    MAIL,
    CALENDAR,
    CARD,
    TEXT,
)


def by_content_type(content_type: str) -> FileKind:
    """The kind recognised earlier, from what was noted then. Raises StopIteration for a type of nobody's."""
    return next(kind for kind in ALL if kind.content_type == content_type)


_STARTS: tuple[tuple[bytes, FileKind], ...] = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"BM", BMP),
    (b"{\\rtf", RTF),
    (b"AC10", DWG),
)
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"#!", b"dex\n")
_PROGRAM_NAMES = re.compile(
    r"\.(exe|com|bat|cmd|msi|msp|scr|pif|cpl|hta|jar|app|apk|dmg|pkg|deb|rpm|sh|ps1|psm1|vbs|vbe|js|jse|mjs|wsf|wsh"
    r"|lnk|reg|inf|dll|so|dylib|py|php|pl|rb|html?|xhtml|svgz?|mht|mhtml|url|desktop|iso|img|chm)$",
    re.IGNORECASE,
)
_MARKUP = re.compile(rb"<\s*(!doctype\s+html|html|svg|script|head|body|iframe)\b", re.IGNORECASE)
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")


def recognise(file: BinaryIO, name: str) -> FileKind:
    """The kind of `file`, from its content; the name only chooses between kinds that start alike.

    Raises Refused: file_empty, file_program, file_archive, file_unknown, file_bomb, file_damaged.
    """
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    if not head:
        raise Refused("file_empty", _("This file is empty. Choose another one."), field="file")
    _refuse_programs(head, name)
    for start, kind in _STARTS:
        if head.startswith(start) and (start != b"BM" or b"\x00" in head[:16]):
            return kind
    found = _container(file, head, name) or _text_kind(head, name)
    file.seek(0)
    if found is None:
        raise Refused(
            "file_unknown",
            _("Kameo does not know this kind of file. Send a PDF, an image, an office document or a text."),
            field="file",
        )
    return found


def _refuse_programs(head: bytes, name: str) -> None:
    if head.startswith(_PROGRAMS) or _PROGRAM_NAMES.search(name.strip().rstrip(".")) or _MARKUP.search(head[:1024]):
        raise Refused(
            "file_program",
            _("A program or a web page is not kept here. Save it as a PDF, or send a link to it in a note."),
            field="file",
        )
    if head.startswith(_ARCHIVES):
        raise _archive()


def _archive() -> Refused:
    return Refused("file_archive", _("Unpack this archive and add the files that it holds."), field="file")


def _container(file: BinaryIO, head: bytes, name: str) -> FileKind | None:
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _office(file)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return XLS if name.lower().endswith(".xls") else OLE
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    if head[4:8] == b"ftyp" and head[8:12] in {b"heic", b"heix", b"mif1", b"msf1", b"heif"}:
        return HEIC
    return None


def _office(file: BinaryIO) -> FileKind:
    try:
        with zipfile.ZipFile(file) as archive:
            check_size(archive)
            names = set(archive.namelist())
            if "mimetype" in names:
                declared = archive.read("mimetype")[:120].decode("ascii", "replace").strip()
                found = next((kind for kind in (ODT, ODS, ODP) if kind.content_type == declared), None)
                if found:
                    return found
    except (zipfile.BadZipFile, RuntimeError, OSError, NotImplementedError) as error:
        raise Refused(
            "file_damaged",
            _("This document is damaged or locked. Open it, save it again, and send that."),
            field="file",
        ) from error
    parts = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX, "xl/workbook.bin": XLSX, "ppt/presentation.xml": PPTX}
    for part, kind in parts.items():
        if part in names:
            return kind
    raise _archive()


def check_size(archive: zipfile.ZipFile) -> None:
    """Refuse an archive that unpacks to far more than it weighs (a zip bomb). Raises Refused("file_bomb")."""
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    if len(entries) > MOST_PARTS or unpacked > MOST_UNPACKED or (unpacked > 10**7 and unpacked > MOST_RATIO * packed):
        raise Refused(
            "file_bomb", _("This document unpacks to far more than it weighs. Save a lighter copy."), field="file"
        )


def _text_kind(head: bytes, name: str) -> FileKind | None:
    if not _is_text(head):
        return None
    lower = name.lower()
    return next((kind for kind in (CSV, MAIL, CALENDAR, CARD) if lower.endswith(kind.extensions)), TEXT)


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decodes(head[: len(head) // 2 * 2], "utf-16")
    controls = sum(byte < 9 or 13 < byte < 32 for byte in head)
    return controls == 0 and (_decodes(head, "utf-8") or _decodes(head, "cp1252"))


def _decodes(head: bytes, encoding: str) -> bool:
    try:
        head.decode(encoding)
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4  # a letter cut by the end of what was read
    return True
