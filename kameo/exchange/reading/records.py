"""Stream the records of a text file, and find the way again after a quotation mark never closed."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

from .dialect import Dialect
from .errors import ReadingError
from .values import Cell

LINE_LIMIT = 4 * 1024 * 1024
# A quoted value that runs longer than this is a quotation mark somebody forgot to close.
RECORD_LINES = 2000


# Worth saying, but the row is whole.
HARMLESS_ISSUES = frozenset({"stray_quote", "card_several_jobs"})


class Record(NamedTuple):
    """One record: the line where it starts (from 1), its cells, and what is wrong with its form."""

    line: int
    cells: list[Cell]
    issue: str | None = None


class _RunawayQuoteError(Exception):
    pass


class _Feed:
    """Gives csv its lines, remembers those of the record being read, takes them back on demand."""

    def __init__(self, stream: IO[str]) -> None:
        self._readline = stream.readline
        self._returned: deque[str] = deque()
        self.taken: list[str] = []
        self.line = 0
        self.ended = False

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        if len(self.taken) >= RECORD_LINES:
            raise _RunawayQuoteError
        text = self._returned.popleft() if self._returned else self._readline(LINE_LIMIT)
        if not text:
            self.ended = True
            raise StopIteration
        if len(text) >= LINE_LIMIT:
            raise ReadingError("line_too_long", line=self.line + 1, limit=LINE_LIMIT)
        if "\0" in text:
            # PostgreSQL stores no null character, and none means anything in a table.
            text = text.replace("\0", "")
            text = text or "\n"
        self.line += 1
        self.taken.append(text)
        return text

    def give_back_all_but_first(self) -> str:
        first, *rest = self.taken
        self._returned.extendleft(reversed(rest))
        self.line -= len(rest)
        self.ended = False
        return first


def read_records(path: Path, encoding: str, dialect: Dialect) -> Iterator[Record]:
    """Every record of the file, blank ones included, in bounded memory.

    A quotation mark that is never closed costs its own line at most: the record carries the issue
    `stray_quote` (its cells are right all the same) or `unbalanced_quote`, and the next line is read
    afresh. Errors: line_too_long.
    """
    with path.open(encoding=encoding, errors="replace", newline="") as stream:
        feed = _Feed(stream)
        for _ in range(dialect.skip_lines):
            next(feed, None)
        yield from _records(feed, dialect)


def _records(feed: _Feed, dialect: Dialect) -> Iterator[Record]:
    reader = dialect.reader(feed)
    while True:
        feed.taken.clear()
        start = feed.line + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except (csv.Error, _RunawayQuoteError):
            cells = None
        if cells is None or _swallowed(cells, feed, dialect):
            first = feed.give_back_all_but_first()
            reader = dialect.reader(feed)
            yield _reread(start, _cut_without_quotes(first, dialect), dialect)
        else:
            yield Record(start, cells)  # type: ignore[arg-type]


def _swallowed(cells: list[str], feed: _Feed, dialect: Dialect) -> bool:
    """Did an open quotation mark swallow the following lines? Either the file ended inside it, or
    the first line alone has the right width while the whole record is wrong or has an odd mark."""
    if feed.ended:
        return True
    if len(feed.taken) == 1:
        return False
    alone = len(_cut_without_quotes(feed.taken[0], dialect))
    wrong = len(cells) != dialect.width
    odd = sum(line.count(dialect.quote) for line in feed.taken) % 2 == 1
    return (alone == dialect.width and (wrong or odd)) or (wrong and len(feed.taken) > 50)


def _reread(line: int, cells: list[Cell], dialect: Dialect) -> Record:
    """Cut at the expected places, the mark is part of a text; otherwise nobody knows where cells end."""
    fits = len(cells) == dialect.width
    return Record(line, cells, "stray_quote" if fits else "unbalanced_quote")


def _cut_without_quotes(line: str, dialect: Dialect) -> list[Cell]:
    return next(dialect.reader([line], quoted=False), [])  # type: ignore[return-value]
