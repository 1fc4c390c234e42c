"""An answer as lines of text that are equal whenever a reader could see no difference."""

from __future__ import annotations

import csv
import io
import json
import re
from functools import lru_cache
from hashlib import sha256

from tests.net.visitor import Answer

SECRETS = (
    (re.compile(r'(name="csrfmiddlewaretoken" value=")[^"]*'), r"\1…"),
    (re.compile(r'("X-CSRFToken": ")[^"]*'), r"\1…"),
    (re.compile(r"\b0x[0-9a-f]{8,}"), "0x…"),  # where an object stood in memory: no page should say so
    (re.compile(r"(static/[\w/.-]+?)\.[0-9a-f]{12}(\.\w+)"), r"\1\2"),
)
# Between these, white space is not seen; between words and inline elements it is.
BLOCKS = (
    "html|head|body|meta|link|title|script|template|div|section|article|main|nav|header|footer|aside|form|fieldset|"
    "legend|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col|h[1-6]|p|details|summary|option|"
    "select|optgroup|datalist|dialog|figure|figcaption|hr|br|svg|g|path|rect|circle|line|text|tspan|symbol|use|defs|"
    "style|polyline|polygon|marker|desc|clipPath|kameo-[a-z-]+"
)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
TAG = re.compile(r"""<(?:"[^"]*"|'[^']*'|[^'">])*>""", re.DOTALL)
IS_BLOCK = re.compile(rf"</?(?:{BLOCKS}|!doctype)\b", re.IGNORECASE)
IS_RAW = re.compile(r"<(pre|textarea)\b", re.IGNORECASE)
SPACE = re.compile(r"\s+")


def normal(answer: Answer) -> str:
    """Status, kind, the headers that matter, then the body."""
    head = [f"{answer.status} {answer.content_type}", *(f"{name}: {value}" for name, value in answer.headers.items())]
    head += [f"written: {line}" for line in answer.written.splitlines()]
    return _without_secrets("\n".join(head) + "\n\n" + _body(answer)).rstrip() + "\n"


def _without_secrets(text: str) -> str:
    for pattern, replacement in SECRETS:
        text = pattern.sub(replacement, text)
    return text


def _body(answer: Answer) -> str:
    if not answer.body:
        return ""
    kind = answer.content_type.partition(";")[0]
    if kind in {"text/html", "image/svg+xml"}:
        return html_lines(answer.body.decode())
    if kind.endswith("json"):
        return json.dumps(json.loads(answer.body), ensure_ascii=False, indent=1, sort_keys=True)
    if kind == "application/pdf":
        return _pdf(answer.body)
    if kind.endswith("spreadsheetml.sheet"):
        return _sheets(answer.body)
    if kind.startswith("text/") or kind.endswith("javascript"):
        return answer.body.decode("utf-8-sig", "replace")
    return f"{len(answer.body)} bytes, {sha256(answer.body).hexdigest()}"


def html_lines(text: str) -> str:
    """One tag or text a line; white space that nobody sees is gone, wherever templates break their lines."""
    lines: list[str] = []
    position, raw, after_block = 0, "", True
    text = COMMENT.sub("", text)
    for match in TAG.finditer(text):
        tag = match[0]
        block = _is_block(tag)
        lines.append(_text(text[position : match.start()], raw, after_block, block))
        lines.append(_tag(tag))
        position, after_block = match.end(), block
        opened = IS_RAW.match(tag)
        raw = opened[1] if opened else ("" if tag.lower() == f"</{raw.lower()}>" else raw)
    lines.append(_text(text[position:], raw, after_block, True))
    return "\n".join(line for line in lines if line)


def _text(text: str, raw: str, after_block: bool, before_block: bool) -> str:
    """Strip the white space beside block elements; elsewhere it stays, as one space."""
    if not text or raw:
        return text.replace("\n", "⏎")
    text = SPACE.sub(" ", text)
    text = text.lstrip(" ") if after_block else text
    return text.rstrip(" ") if before_block else text


@lru_cache(maxsize=50_000)
def _tag(tag: str) -> str:
    return re.sub(r"\s*(/?>)$", r"\1", SPACE.sub(" ", tag))


@lru_cache(maxsize=50_000)
def _is_block(tag: str) -> bool:
    return IS_BLOCK.match(tag) is not None


def _pdf(content: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        return "\n--- page\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def _sheets(content: bytes) -> str:
    import openpyxl

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for sheet in openpyxl.load_workbook(io.BytesIO(content)).worksheets:
        out.write(f"--- {sheet.title} {sheet.dimensions}\n")
        writer.writerows([[cell.value for cell in row] for row in sheet.iter_rows()])
    return out.getvalue()
