"""Encodings, separators, quotation marks, header rows: recognised, explained, changeable."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kameo.exchange.reading.dialect import recognise_dialect
from kameo.exchange.reading.encoding import recognise_encoding
from kameo.exchange.reading.errors import ReadingError
from kameo.exchange.reading.records import read_records
from kameo.exchange.tests.files import headers_of, records_of, rows_of, write

FRENCH = "société;ville;chiffre d’affaires\nCrêperie du Château;Besançon;1 234,50 €\nÉts Noël;Hœdic;12\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "mac_roman"])
def test_accents_survive(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path, FRENCH.encode(encoding))
    assert headers_of(path) == ("société", "ville", "chiffre d’affaires")
    assert rows_of(path)[0] == ["Crêperie du Château", "Besançon", "1 234,50 €"]


def test_one_byte_at_the_end_tells_the_encoding(tmp_path: Path) -> None:
    path = write(tmp_path, b"name;town\n" + b"plain;text\n" * 50_000 + "Noël;Sète\n".encode("cp1252"))
    found = recognise_encoding(path)
    assert (found.value, found.status) == ("cp1252", "likely")
    assert found.samples[0] == "Noël;Sète"


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_capitals_inside_words_tell_windows_from_a_macintosh(tmp_path: Path, encoding: str) -> None:
    """With many typographic signs both readings consist of letters and signs that people use."""
    path = write(tmp_path, "nom;CA (k€)\nÉmaillerie du Val d’Orne;1\nSociété Tronchet – Œnologie;2\n".encode(encoding))
    assert recognise_encoding(path).value == encoding
    assert rows_of(path)[0][0] == "Émaillerie du Val d’Orne"


def test_a_chosen_encoding_that_does_not_fit_says_where(tmp_path: Path) -> None:
    path = write(tmp_path, "nom\nNoël\n".encode("cp1252"))
    with pytest.raises(ReadingError) as caught:
        rows_of(path, encoding="utf-8")
    assert (caught.value.code, caught.value.params["position"]) == ("encoding_mismatch", 6)
    with pytest.raises(ReadingError) as caught:
        rows_of(path, encoding="klingon")
    assert caught.value.code == "encoding_unknown"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators(tmp_path: Path, separator: str) -> None:
    lines = [["nom", "montant", "ville"], ["Dupont", "12", "Lyon"], ["Durand", "7", "Nice"]]
    path = write(tmp_path, "\n".join(separator.join(line) for line in lines))
    assert recognise_dialect(path, "utf-8").separator.value == separator
    assert rows_of(path) == lines[1:]


def test_decimal_commas_do_not_pass_for_separators(tmp_path: Path) -> None:
    path = write(tmp_path, "nom;net;brut\nA;1,5;1,8\nB;2,5;3,0\nC;7;8\n")
    assert rows_of(path)[0] == ["A", "1,5", "1,8"]


def test_excel_names_the_separator_itself(tmp_path: Path) -> None:
    path = write(tmp_path, "sep=;\r\nnom;net\r\nA;1\r\n")
    assert (headers_of(path), rows_of(path)) == (("nom", "net"), [["A", "1"]])
    assert records_of(path)[0].line == 3


def test_an_unclosed_quotation_mark_costs_its_line_only(tmp_path: Path) -> None:
    path = write(tmp_path, 'name,town\nAcme,Lyon\n"Broken,Nice\n' + "".join(f"N{i},T\n" for i in range(3000)))
    rows = records_of(path)
    assert len(rows) == 3002
    assert [(row.line, row.cells, row.issue) for row in rows[:3]] == [
        (2, ["Acme", "Lyon"], None),
        (3, ['"Broken', "Nice"], "stray_quote"),
        (4, ["N0", "T"], None),
    ]


def test_an_unclosed_quotation_mark_does_not_swallow_until_the_next_one(tmp_path: Path) -> None:
    path = write(tmp_path, 'a,b,c\n1,"foo,3\n4,5,6\n7,"bar",9\n')
    assert [row.cells for row in records_of(path)] == [["1", '"foo', "3"], ["4", "5", "6"], ["7", "bar", "9"]]


def test_line_breaks_inside_quotes_are_kept_and_lines_counted(tmp_path: Path) -> None:
    path = write(tmp_path, 'name,note\nA,"one\ntwo\nthree"\nB,x\n')
    rows = records_of(path)
    assert [(row.line, row.cells) for row in rows] == [(2, ["A", "one\ntwo\nthree"]), (5, ["B", "x"])]


def test_blank_lines_and_columns_are_left_out(tmp_path: Path) -> None:
    path = write(tmp_path, "\n\nname,,town,\n\nA,,Lyon,\n,,,\nB,,Nice,\n")
    assert (headers_of(path), [row[0] for row in rows_of(path)]) == (("name", "town"), ["A", "B"])


def test_repeated_and_missing_names_are_told_apart(tmp_path: Path) -> None:
    path = write(tmp_path, "name,name,\nA,B,C\n")
    assert headers_of(path) == ("name", "name (2)", "#3")


def test_somebody_may_say_where_the_header_is(tmp_path: Path) -> None:
    path = write(tmp_path, "1,2\n3,4\n")
    assert headers_of(path, header_row=1) == ("1", "2")
    assert rows_of(path, header_row=1) == [["3", "4"]]
    with pytest.raises(ReadingError) as caught:
        rows_of(path, header_row=9)
    assert caught.value.code == "header_row_missing"


CELL = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=20)


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=20), st.sampled_from(",;\t|"))
def test_what_a_program_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list, separator: str
) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=separator, quoting=csv.QUOTE_ALL).writerows([["alpha", "beta", "gamma"], *rows])
    path = write(tmp_path_factory.mktemp("csv"), stream.getvalue())
    dialect = recognise_dialect(path, "utf-8", separator=separator, quote='"').dialect
    read = [record.cells for record in read_records(path, "utf-8", dialect)]
    assert read[1:] == rows


def test_archives_are_unpacked(tmp_path: Path) -> None:
    import gzip
    import zipfile

    packed = tmp_path / "file.csv.gz"
    packed.write_bytes(gzip.compress(FRENCH.encode()))
    assert rows_of(packed)[1][0] == "Ets Noël".replace("E", "É")
    with zipfile.ZipFile(tmp_path / "file.zip", "w") as archive:
        archive.writestr("inner.csv", FRENCH)
    assert len(rows_of(tmp_path / "file.zip")) == 2
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("one.csv", FRENCH)
        archive.writestr("two.csv", FRENCH)
    with pytest.raises(ReadingError) as caught:
        rows_of(tmp_path / "two.zip")
    assert caught.value.code == "archive_ambiguous"


def test_a_sheet_is_chosen_or_named(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "Lisez-moi"
    book.active.append(["Export du 3 mars"])
    clients = book.create_sheet("Clients")
    for row in (["Nom", "SIREN", "Depuis"], ["Acme", 732829320, None], ["Bolt", 5880596, None]):
        clients.append(row)
    book.save(tmp_path / "book.xlsx")
    assert rows_of(tmp_path / "book.xlsx")[0][:2] == ["Acme", 732829320]
    with pytest.raises(ReadingError) as caught:
        rows_of(tmp_path / "book.xlsx", sheet="Nulle part")
    assert (caught.value.code, caught.value.params["sheets"]) == ("sheet_missing", "Lisez-moi, Clients")


def test_backslashes_escape_where_marks_are_never_doubled(tmp_path: Path) -> None:
    path = write(tmp_path, 'name,note\n"Acme","a \\"big\\" one"\n"Bolt",""\n')
    assert rows_of(path) == [["Acme", 'a "big" one'], ["Bolt", ""]]
    path = write(tmp_path, 'name,folder\n"Acme","C:\\"\n"Bolt","D:\\data\\"\n')
    assert rows_of(path) == [["Acme", "C:\\"], ["Bolt", "D:\\data\\"]]
