"""Give each field its best column, say why, and never the same column twice."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kameo.core.importing import ImportField
from kameo.exchange.reading.marks import N_
from kameo.exchange.reading.values import Cell, is_absent

from .names import key_of, name_score

# Below this, a column is left to the person.
THRESHOLD = 0.6
Readable = Callable[[str, Cell], bool]


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """Field `field` takes column `index`. `why` is an English msgid with parameters."""

    field: str
    index: int
    header: str
    score: float
    why: str
    params: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ColumnContent:
    """A column as the matcher sees it: its place, its name, some of its filled cells."""

    index: int
    header: str
    cells: Sequence[Cell]


def match_columns(
    columns: Sequence[ColumnContent], fields: Iterable[ImportField], readable: Readable
) -> dict[str, ColumnMatch]:
    """Field name → match. `readable(kind, cell)` says whether a cell reads as that kind."""
    scored = [
        found
        for field in fields
        for column in columns
        if (found := _score(column, field, readable)) is not None and found.score >= THRESHOLD
    ]
    scored.sort(key=lambda match: (-match.score, match.index))
    taken: dict[str, ColumnMatch] = {}
    used: set[int] = set()
    for match in scored:
        if match.field not in taken and match.index not in used:
            taken[match.field] = match
            used.add(match.index)
    return taken


def known_names(fields: Iterable[ImportField]) -> Callable[[str], bool]:
    """A test for the header finder: does some field go by this name?"""
    keys = {key_of(synonym) for field in fields for synonym in (field.name, *field.synonyms)}
    return lambda name: key_of(name) in keys


def _score(column: ColumnContent, field: ImportField, readable: Readable) -> ColumnMatch | None:
    name, synonym = _best_name(column.header, field)
    if name < 0.9 and all(is_absent(cell) for cell in column.cells):
        return None
    share = _content_share(column, field, readable)
    if name == 0 and not (field.by_content and share is not None and share >= 0.8):
        return None
    if share is None:
        why = N_("Its name is close to “{synonym}”.")
        return ColumnMatch(field.name, column.index, column.header, name, why, {"synonym": synonym})
    if share < 0.5 and name >= 0.99 and field.strict:
        # Called “SIREN”, and full of anything else: its rows have to be told, unless a better column turns up.
        why = N_("Its name is close to “{synonym}”, but {share} % of its values fit.")
        params = {"synonym": synonym, "share": round(share * 100)}
        return ColumnMatch(field.name, column.index, column.header, 0.62, why, params)
    if share < 0.5 and (name < 0.9 or share == 0):
        # The values contradict the name, unless the name is plain and some values fit.
        return None
    percent = {"synonym": synonym, "share": round(share * 100)}
    if name == 0:
        why = N_("{share} % of its values read as such.")
        return ColumnMatch(field.name, column.index, column.header, 0.7 * share, why, percent)
    why = N_("Its name is close to “{synonym}” and {share} % of its values fit.")
    return ColumnMatch(field.name, column.index, column.header, 0.75 * name + 0.25 * share, why, percent)


def _best_name(header: str, field: ImportField) -> tuple[float, str]:
    best, chosen = 0.0, field.name
    for rank, synonym in enumerate((field.name, *field.synonyms)):
        # Among exact names the first declared wins, by a hair.
        score = name_score(header, synonym) - rank * 0.001
        if score > best:
            best, chosen = score, synonym
    return best, chosen


FREE_KINDS = frozenset({"text", "long_text", "tags", "phone"})


def _content_share(column: ColumnContent, field: ImportField, readable: Readable) -> float | None:
    """Share of the filled cells that read as the field's kind; None when any text would do or none is filled."""
    filled = [cell for cell in column.cells if not is_absent(cell)]
    if field.kind in FREE_KINDS or not filled:
        return None
    if field.kind == "choice":
        return 1.0 if any(_spelled(cell, field) for cell in filled) else 0.0
    return sum(readable(field.kind, cell) for cell in filled) / len(filled)


def _spelled(cell: Cell, field: ImportField) -> bool:
    """As the reader of choices will spell it: “m” is a salutation, and no beginning of “manager”."""
    key = key_of(str(cell))
    return any(
        key == key_of(word) or (len(key_of(word)) > 3 and key.startswith(key_of(word)))
        for words in field.words.values()
        for word in words
    )


def fingerprint(kind: str, headers: Sequence[str]) -> str:
    """What a layout is remembered by: the names of its columns, in any order."""
    text = "\n".join(sorted({key_of(header) for header in headers}))
    return hashlib.sha256(f"{kind}\n{text}".encode()).hexdigest()[:32]
