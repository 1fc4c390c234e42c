"""Small real files, made by code: a PDF with selectable text, a Word document, a drawing as PNG."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime

from docx import Document
from PIL import Image, ImageDraw, ImageFont

LEFT, TOP, LEADING = 64, 770, 17  # points, from the bottom left of an A4 page
PAGE = 42  # lines
_EPOCH = datetime(2024, 1, 1, tzinfo=UTC)  # files must not differ from one build to the next


def pdf(title: str, lines: Sequence[str]) -> bytes:
    """An A4 document in Helvetica, the title on the first page."""
    pages = [lines[start : start + PAGE] for start in range(0, len(lines), PAGE)] or [[]]
    kids = " ".join(f"{4 + 2 * rank} 0 R" for rank in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for rank, page in enumerate(pages):
        content = _page_content(title if rank == 0 else "", page)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> "
            f"/Contents {5 + 2 * rank} 0 R >>".encode()
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream")
    return _assembled(objects)


def _page_content(title: str, lines: Sequence[str]) -> bytes:
    out = [b"BT", f"{LEFT} {TOP} Td {LEADING} TL".encode()]
    if title:
        out += [b"/F 17 Tf", _pdf_text(title), b"T* T*"]
    out.append(b"/F 11 Tf")
    for line in lines:
        out += [_pdf_text(line), b"T*"]
    return b"\n".join([*out, b"ET"])


def _pdf_text(text: str) -> bytes:
    plain = text.replace("\u202f", " ").replace("\u00a0", " ")
    escaped = plain.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return b"(" + escaped.encode("cp1252", "replace") + b") Tj"


def _assembled(objects: Sequence[bytes]) -> bytes:
    """The objects, their table of places and the trailer."""
    out, places = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + table
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return bytes(out + trailer.encode())


def docx(title: str, paragraphs: Sequence[str]) -> bytes:
    document = Document()
    document.core_properties.title = title
    document.core_properties.author = "Ardelane"
    document.core_properties.created = document.core_properties.modified = _EPOCH
    document.add_heading(title, level=1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def png(title: str, labels: Sequence[str]) -> bytes:
    """A wiring sketch: one box per label, in a row, joined by lines."""
    width, height = 220 * len(labels) + 60, 320
    image = Image.new("RGB", (width, height), "#fbf8f2")
    pen, font = ImageDraw.Draw(image), ImageFont.load_default(18)
    pen.text((40, 32), title, fill="#1f1b16", font=font)
    for rank, label in enumerate(labels):
        left = 40 + 220 * rank
        pen.rectangle((left, 120, left + 170, 210), outline="#1f1b16", width=2, fill="#ffffff")
        pen.text((left + 14, 152), label, fill="#1f1b16", font=font)
        if rank:
            pen.line((left - 50, 165, left, 165), fill="#b4432f", width=3)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
