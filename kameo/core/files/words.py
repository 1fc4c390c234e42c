"""The text of a document, for search: bounded in pages and letters, never run, never fetched from outside."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from kameo.core.files.kinds import FileKind, check_size

MOST_LETTERS = 400_000  # kept per document; a tsvector takes a megabyte
MOST_PAGES = 1_000
MOST_ROWS = 50_000


@dataclass(frozen=True)
class FileWords:
    """`text` is empty when there is none to read (a scan); `pages` is None where pages mean nothing."""

    text: str
    pages: int | None = None


def words_of(content: bytes, kind: FileKind) -> FileWords:
    """The words of a document. Raises what its reader raises on a damaged file; the caller notes it."""
    reader = _READERS.get(kind.words)
    if reader is None:
        return FileWords("")
    found = reader(content)
    return FileWords(_tidy(found.text), found.pages)


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.replace("\x00", "").splitlines())
    return "\n".join(line for line in lines if line)[:MOST_LETTERS]


def _pdf(content: bytes) -> FileWords:
    import pypdfium2  # loads a native library: only the worker and previews need it

    with pypdfium2.PdfDocument(content) as document:
        count, parts, letters = len(document), [], 0
        for number in range(min(count, MOST_PAGES)):
            page = document[number]
            parts.append(page.get_textpage().get_text_bounded())
            letters += len(parts[-1])
            page.close()
            if letters > MOST_LETTERS:
                break
        return FileWords("\n".join(parts), count)


def _docx(content: bytes) -> FileWords:
    from docx import Document  # slow to import, only the worker needs it

    document = Document(io.BytesIO(content))
    parts = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        parts += [" ".join(dict.fromkeys(cell.text for cell in row.cells)) for row in table.rows]
    return FileWords("\n".join(parts))


def _sheet(content: bytes) -> FileWords:
    from python_calamine import CalamineWorkbook  # a native library, see above

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    lines, left = [], MOST_ROWS
    for name in workbook.sheet_names:
        rows = workbook.get_sheet_by_name(name).to_python(nrows=left)
        lines.append(name)
        lines += [" ".join(str(cell) for cell in row if cell not in ("", None)) for row in rows]
        left -= len(rows)
        if left <= 0:
            break
    return FileWords("\n".join(lines))


def _slides(content: bytes) -> FileWords:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        check_size(archive)
        slides = sorted(
            (name for name in archive.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)),
            key=lambda name: int("".join(filter(str.isdigit, name.rsplit("/", 1)[1]))),
        )
        text = "\n".join(_stripped(archive.read(name), b"a:p") for name in slides[:MOST_PAGES])
    return FileWords(text, len(slides))


def _open(content: bytes) -> FileWords:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        check_size(archive)
        return FileWords(_stripped(archive.read("content.xml"), b"text:p"))


def _stripped(xml: bytes, paragraph: bytes) -> str:
    """The text of an XML part by dropping its tags: no parser, so no entity to expand."""
    lines = xml.replace(b"</" + paragraph + b">", b"\n")
    return unescape(re.sub(rb"<[^>]*>", b" ", lines).decode("utf-8", "replace"))


def _plain_text(content: bytes) -> FileWords:
    for encoding in ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            return FileWords(
                content[: MOST_LETTERS * 4].decode(encoding, "strict" if encoding != "cp1252" else "replace")
            )
        except UnicodeDecodeError:
            continue
    return FileWords(content[: MOST_LETTERS * 4].decode("utf-8", "replace"))


_READERS: dict[str, Callable[[bytes], FileWords]] = {
    "pdf": _pdf,
    "docx": _docx,
    "sheet": _sheet,
    "slides": _slides,
    "open": _open,
    "text": _plain_text,
}
