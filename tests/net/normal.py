"""An answer as lines of text that are equal whenever a reader could see no difference."""

from __future__ import annotations

import csv
import io
import json
import re
from hashlib import sha256

from tests.net.visitor import Answer

SECRETS = (
    (re.compile(r'(name="csrfmiddlewaretoken" value=")[^"]*'), r"\1…"),
    (re.compile(r'("X-CSRFToken": ")[^"]*'), r"\1…"),
    (re.compile(r"(static/[\w/.-]+?)\.[0-9a-f]{12}(\.\w+)"), r"\1\2"),
)
# Between these, white space is not seen; between words and inline elements it is.
BLOCKS = (
    "html|head|body|meta|link|title|script|template|div|section|article|main|nav|header|footer|aside|form|fieldset|"
    "legend|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col|h[1-6]|p|details|summary|option|"
    "select|optgroup|datalist|dialog|figure|figcaption|hr|br|svg|g|path|rect|circle|line|text|tspan|symbol|use|defs|"
    "style|polyline|polygon|marker|desc|clipPath|kameo-[a-z-]+"
)
TAG = re.compile(r"""<!--.*?-->|<(?:"[^"]*"|'[^']*'|[^'">])*>""", re.DOTALL)
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
    position, raw = 0, ""
    for match in TAG.finditer(text):
        between, tag = text[position : match.start()], match[0]
        position = match.end()
        lines.append(between.replace("\n", "⏎") if raw else SPACE.sub(" ", between))
        if not tag.startswith("<!--"):
            lines.append(re.sub(r"\s*(/?>)$", r"\1", SPACE.sub(" ", tag)))
        opened = IS_RAW.match(tag)
        raw = opened[1] if opened else ("" if tag.lower() == f"</{raw.lower()}>" else raw)
    lines.append(SPACE.sub(" ", text[position:]))
    return "\n".join(_unseen_spaces_gone(lines))


def _unseen_spaces_gone(lines: list[str]) -> list[str]:
    """Strip the white space beside block elements; elsewhere it stays, as one space."""
    kept: list[str] = []
    for place, line in enumerate(lines):
        if not line.startswith("<"):
            if place == 0 or IS_BLOCK.match(lines[place - 1]):
                line = line.lstrip(" ")
            if place + 1 == len(lines) or IS_BLOCK.match(lines[place + 1]):
                line = line.rstrip(" ")
        if line:
            kept.append(line)
    return kept


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
