"""Every file of csv-torture gives the right rows or a clear coded error."""

from __future__ import annotations

import csv
import datetime as dt
import json
from pathlib import Path

import pytest

from kameo.exchange.reading.errors import MESSAGES, ReadingError
from kameo.exchange.reading.table import open_table
from kameo.exchange.tests.files import SHARED, headers_of, records_of, rows_of, shared, write

SPECTRUM = sorted(path.stem for path in (SHARED / "csv-torture/csv-spectrum").glob("*.csv"))
EVERYTHING = sorted(
    str(path.relative_to(SHARED))
    for folder in ("csv-torture", "fr", "northwind", "maven-crm-sales", "salesforce-devorg")
    for path in (SHARED / folder).rglob("*")
    if path.is_file()
)


@pytest.mark.parametrize("name", SPECTRUM or ["simple"])
def test_csv_spectrum_gives_the_published_rows(name: str) -> None:
    path = shared(f"csv-torture/csv-spectrum/{name}.csv")
    expected = json.loads(shared(f"csv-torture/csv-spectrum-expected-json/{name}.json").read_text())
    if b"\r" not in path.read_bytes():
        # The shared copies of the CRLF files lost their carriage returns on the way.
        expected = [{key: text.replace("\r\n", "\n") for key, text in row.items()} for row in expected]
    headers = headers_of(path)
    assert [dict(zip(headers, row, strict=True)) for row in rows_of(path)] == expected


@pytest.mark.parametrize("name", EVERYTHING or ["csv-torture/csvkit/dummy.csv"])
def test_every_file_gives_rows_or_a_coded_error(name: str) -> None:
    try:
        with open_table(shared(name)) as table:
            width = table.layout.width
            for row in table.rows():
                assert len(row.cells) == width or row.issue
    except ReadingError as error:
        assert error.code in MESSAGES
        assert str(error)


# name: (column names, rows) — what csvkit's own tests expect of these files.
KIT = {
    "dummy.csv": (("a", "b", "c"), [["1", "2", "3"]]),
    "dummy.tsv": (("a", "b", "c"), [["1", "2", "3"]]),
    "dummy.xls": (("a", "b", "c"), [[1, 2, 3]]),
    "dummy.xlsx": (("a", "b", "c"), [[1, 2, 3]]),
    "mac_newlines.csv": (("a", "b", "c"), [["1", "2", "3"], ["Once upon\ra time", "5", "6"]]),
    "null_byte.csv": (("a", "b", "c"), [["", "2", "3"]]),
    "optional_quote_characters.csv": (("a", "b", "c"), [["1", "2", "3"]]),
    "no_header_row.csv": (("#1", "#2", "#3"), [["1", "2", "3"]]),
    "no_header_row3.csv": (("#1", "#2", "#3"), [["1", "2", "3"], ["4", "5", "6"]]),
    "test_skip_lines.csv": (("a", "b", "c"), [["1", "2", "3"]]),
    "test_utf16_big.csv": (("a", "b", "c"), [["1", "2", "3"], ["4", "5", "ʤ"]]),
    "test_utf16_little.csv": (("a", "b", "c"), [["1", "2", "3"], ["4", "5", "ʤ"]]),
    "test_utf8.csv": (("foo", "bar", "baz"), [["1", "2", "3"], ["4", "5", "ʤ"]]),
    "test_utf8_bom.csv": (("foo", "bar", "baz"), [["1", "2", "3"], ["4", "5", "ʤ"]]),
    "test_latin1.csv": (("a", "b", "c"), [["1", "2", "3"], ["4", "5", "©"]]),
    "test_header_newline.csv": (("start end", "b", "c"), [["d", "e", "f"]]),
    "test_empty_columns.csv": (("a", "b", "c"), [["a", "", ""], ["", "", "c"]]),
    "test_extra_header.csv": (("a", "b", "c", "d"), [["1", "2", "3", None]]),
    "sniff_limit.csv": (("a", "b", "c"), [["1", "2", "3"]]),
    "sort_ints_nulls.csv": (("a", "b", "c"), [["1", "2", "3"], ["4", "", "6"], ["5", "1", "7"]]),
}


@pytest.mark.parametrize("name", KIT)
def test_csvkit_gives_the_expected_rows(name: str) -> None:
    path = shared(f"csv-torture/csvkit/{name}")
    assert (headers_of(path), rows_of(path)) == KIT[name]


def test_spreadsheets_keep_the_type_of_each_cell() -> None:
    path = shared("csv-torture/csvkit/test_skip_lines.xlsx")
    assert headers_of(path)[:5] == ("text", "date", "integer", "boolean", "float")
    assert rows_of(path)[0][:4] == ["Chicago Reader", dt.date(1971, 1, 1), 40, True]


def test_a_blank_file_says_that_it_is_empty() -> None:
    with pytest.raises(ReadingError) as caught:
        rows_of(shared("csv-torture/csvkit/empty.csv"))
    assert caught.value.code == "file_empty"


def test_ragged_rows_are_padded_or_told() -> None:
    rows = records_of(shared("csv-torture/csvkit/bad.csv"))
    assert [(row.line, row.issue) for row in rows] == [(2, "too_many_cells"), (3, None), (4, None)]
    assert rows[1].cells == ["", "I'm too short!", None]


def test_a_title_above_the_column_names_is_skipped() -> None:
    path = shared("csv-torture/csvkit/realdata/Datagov_FY10_EDU_recp_by_State.csv")
    assert headers_of(path)[:2] == ("State Name", "State Abbreviate")
    assert len(rows_of(path)) == 55


def test_naughty_strings_go_through_as_text(tmp_path: Path) -> None:
    strings = [text for text in json.loads(shared("csv-torture/blns/blns.json").read_text()) if text.strip()]
    path = tmp_path / "naughty.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["name", "number"])
        writer.writerows([text, index] for index, text in enumerate(strings))
    assert [row[0] for row in rows_of(path)] == [text.replace("\0", "") for text in strings]


def test_one_column_of_prose_is_one_column() -> None:
    path = shared("csv-torture/blns/blns.txt")
    lines = [line for line in path.read_text().splitlines() if line.strip()]
    rows = rows_of(path)
    assert len(headers_of(path)) == 1
    assert {"undefined", "NULL", "1,000,000.00", "' OR 1=1 -- 1"} <= {str(row[0]) for row in rows}
    assert len(rows) > len(lines) * 0.95


def test_formulas_are_read_as_text(tmp_path: Path) -> None:
    payloads = shared("csv-torture/csv-injection-payloads.txt").read_text().splitlines()
    path = tmp_path / "payloads.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["name", "town"], *([text, "Lyon"] for text in payloads)])
    assert [row[0] for row in rows_of(path)] == payloads


def test_a_binary_is_refused(tmp_path: Path) -> None:
    for content, code in (
        (b"%PDF-1.7 ...", "file_binary"),
        (b"\x89PNG\r\n\x1a\n", "file_binary"),
        (bytes(range(256)) * 20, "file_binary"),
        (b"<html><table></table></html>", "file_html"),
        (b"", "file_empty"),
        (b"PK\x03\x04 broken", "spreadsheet_unreadable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 broken", "spreadsheet_unreadable"),
    ):
        with pytest.raises(ReadingError) as caught:
            rows_of(write(tmp_path, content))
        assert caught.value.code == code
