"""The notes of a data dictionary beside a file about its columns (unit, currency)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kameo.exchange.matching.names import key_of
from kameo.exchange.reading.errors import ReadingError
from kameo.exchange.reading.table import open_table
from kameo.exchange.reading.values import one_line

_NAMES = ("*dictionary*.csv", "*dictionnaire*.csv", "*data_dict*.csv")
_FIELD = {"field", "column", "champ", "colonne", "variable"}
_NOTE = {"description", "comment", "commentaire", "note", "definition", "libelle"}
_TABLE = {"table", "file", "fichier"}


def notes_beside(path: Path, headers: Sequence[str]) -> dict[str, str]:
    """Column name → note, from a small data dictionary in the same folder; empty when there is none."""
    for pattern in _NAMES:
        for candidate in sorted(path.parent.glob(pattern)):
            if (
                candidate != path
                and candidate.stat().st_size < 1_000_000
                and (found := _read_dictionary(candidate, path.stem))
            ):
                return {header: found[key_of(header)] for header in headers if key_of(header) in found}
    return {}


def _read_dictionary(dictionary: Path, table_name: str) -> dict[str, str]:
    try:
        with open_table(dictionary) as table:
            places = {key_of(column.header): column.index for column in table.columns}
            name = next((places[key] for key in _FIELD if key in places), None)
            note = next((places[key] for key in _NOTE if key in places), None)
            if name is None or note is None:
                return {}
            whose = next((places[key] for key in _TABLE if key in places), None)
            rows = [record.cells for record in table.rows()]
    except ReadingError:
        return {}
    ours = [row for row in rows if whose is None or key_of(one_line(row[whose])) == key_of(table_name)]
    return {key_of(one_line(row[name])): one_line(row[note]) for row in ours}
