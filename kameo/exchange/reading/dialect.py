"""The dialect of a text file: its separator and its quotes."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from .marks import N_
from .recognised import Recognised

# A note of several pages fits in a cell; csv refuses beyond 128 kB unless told, once for the process.
csv.field_size_limit(4 * 1024 * 1024)

SEPARATORS = (",", ";", "\t", "|", "^", ":")
# The separator of a file that has one column: a character that no text holds.
NOTHING = "\x1f"
_SAMPLE = 256 * 1024
_RECORDS = 400


@dataclass(frozen=True, slots=True)
class Dialect:
    separator: str
    quote: str
    escape: str | None
    width: int
    skip_lines: int = 0

    def reader(self, lines: object, *, quoted: bool = True) -> csv._reader:  # type: ignore[name-defined]
        return csv.reader(
            lines,  # type: ignore[arg-type]
            delimiter=self.separator,
            quotechar=self.quote,
            escapechar=self.escape,
            quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
            skipinitialspace=False,
        )


@dataclass(frozen=True, slots=True)
class DialectRecognised:
    dialect: Dialect
    separator: Recognised[str]
    quote: Recognised[str]
    line_ending: Recognised[str]


def recognise_dialect(
    path: Path, encoding: str, *, separator: str | None = None, quote: str | None = None
) -> DialectRecognised:
    text = read_sample(path, encoding)
    hinted, text = _excel_hint(text)
    found_quote = Recognised(quote, "chosen", "") if quote else _recognise_quote(text)
    mark = found_quote.value or '"'
    escape = _recognise_escape(text, mark)
    if separator or hinted:
        value = separator or hinted or ","
        status, why = ("chosen", "") if separator else ("certain", N_("The first line names it (sep=)."))
        found = Recognised(value, status, why)  # type: ignore[arg-type]
    else:
        found = _recognise_separator(text, mark, escape)
    cut = NOTHING if found.status == "default" else found.value or NOTHING
    dialect = Dialect(cut, mark, escape, _width(text, cut, mark, escape), 1 if hinted else 0)
    return DialectRecognised(dialect, found, found_quote, _line_ending(text))


def read_sample(path: Path, encoding: str) -> str:
    """The beginning of the file, cut after a whole line."""
    with path.open(encoding=encoding, errors="replace", newline="") as stream:
        text = stream.read(_SAMPLE).replace("\0", "")
        if stream.read(1):
            cut = max(text.rfind("\n"), text.rfind("\r"))
            text = text[: cut + 1] if cut > 0 else text
    return text


def _excel_hint(text: str) -> tuple[str | None, str]:
    match = re.match(r'"?sep=(.)"?(?:\r\n|\r|\n)', text)
    return (match.group(1), text[match.end() :]) if match else (None, text)


def _recognise_quote(text: str) -> Recognised[str]:
    # A lone apostrophe is a letter of French; only quotes hugging separators on both sides count.
    single = len(re.findall(r"(?:^|[,;\t|])'[^'\r\n]*'(?=[,;\t|\r\n]|$)", text, re.MULTILINE))
    double = text.count('"')
    if single > 2 and double == 0:
        return Recognised("'", "likely", N_("Values stand between apostrophes."), candidates=('"', "'"))
    if double:
        return Recognised('"', "certain", N_("Values stand between quotation marks."), candidates=('"', "'"))
    return Recognised('"', "default", N_("No value is quoted."), candidates=('"', "'"))


def _recognise_escape(text: str, mark: str) -> str | None:
    r"""A backslash, where a file writes \" inside values and never doubles the mark (MySQL does).

    A backslash that ends a value stands before the closing mark: that is no escape.
    """
    edge = r"[,;\t|^:\r\n\x1f]"
    escaped = re.search(rf"\\{mark}(?!{edge}|{mark}|$)", text)
    doubled = re.search(rf"(?<!{edge})(?<!^){mark}{mark}|{mark}{mark}(?!{edge}|$)", text)
    return "\\" if escaped and not doubled else None


def _records(text: str, separator: str, quote: str, escape: str | None) -> list[list[str]]:
    dialect = Dialect(separator, quote, escape, 0)
    rows: list[list[str]] = []
    try:
        for row in dialect.reader(io.StringIO(text, newline="")):
            if any(cell.strip() for cell in row):
                rows.append(row)
            if len(rows) >= _RECORDS:
                break
    except csv.Error:
        return []
    return rows


def _width(text: str, separator: str, quote: str, escape: str | None) -> int:
    """The number of columns most records have, wider ones first when it is a tie."""
    widths = Counter(len(row) for row in _records(text, separator, quote, escape))
    return max(widths, key=lambda width: (widths[width], width)) if widths else 1


def _recognise_separator(text: str, quote: str, escape: str | None) -> Recognised[str]:
    scores = {sep: _separator_score(_records(text, sep, quote, escape)) for sep in SEPARATORS}
    best = max(SEPARATORS, key=lambda sep: scores[sep])
    if scores[best] == 0:
        return Recognised("", "default", N_("The file has one column."), candidates=SEPARATORS)
    rivals = [sep for sep in SEPARATORS if sep != best and scores[sep] > scores[best] * 0.9]
    status = "likely" if rivals or scores[best] < 0.8 else "certain"
    why = N_("It cuts {share} % of the lines in the same number of columns.")
    share = round(min(scores[best], 1) * 100)
    return Recognised(best, status, why, {"share": share}, SEPARATORS, tuple(text.splitlines()[:3]))  # type: ignore[arg-type]


def _separator_score(rows: list[list[str]]) -> float:
    """Share of the records that have the usual width; a colon or a caret needs to be almost perfect."""
    widths = Counter(len(row) for row in rows)
    wide = {width: count for width, count in widths.items() if width > 1}
    if not wide:
        return 0.0
    width = max(wide, key=lambda each: (wide[each], each))
    share = wide[width] / len(rows)
    if share < 0.25 or (len(rows[0]) == 1 and share < 0.5):
        return 0.0
    return share + min(width, 50) / 1000


def _line_ending(text: str) -> Recognised[str]:
    crlf = text.count("\r\n")
    counts = {"CRLF": crlf, "LF": text.count("\n") - crlf, "CR": text.count("\r") - crlf}
    best = max(counts, key=lambda name: counts[name])
    return Recognised(best if counts[best] else "LF", "certain", "")
