"""Making one record of two, over every app that hangs rows on it, and taking it back.

Architecture.md "Relations across layers": each app registers its part in its `merging.py`, autodiscovered. A part
says which columns point at the subject (the model `Account`); most are a `Rows`, which repoints them, set-wise, and
leaves behind what would collide with a row of the kept one. What is done is written as steps into a ledger, and
`undo` plays the steps backwards: nothing is ever rewritten from memory, nothing is deleted without being kept whole.

The verb that merges belongs to the app of the subject (`accounts.domain.merge_accounts`); it locks, checks, chooses.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import Model

from kameo.core.merging.steps import change, move, remember_new, remove, take_back
from kameo.core.registry import Store

Subject = type[Model]
Column = tuple[type[Model], str]  # a model and one of its fields: (Invoice, "account")


@dataclass
class Merging:
    """One merge on its way. `choices` is what somebody chose, part by part; `steps` the ledger, in order."""

    kept: int
    absorbed: int
    choices: Mapping[str, Any] = field(default_factory=dict)
    by: Any = None
    steps: list[dict[str, Any]] = field(default_factory=list)

    def move(self, *moves: tuple[str, str], where: str = "") -> int:
        """Repoint rows from the absorbed to the kept one: (table, column) pairs, done and undone in that order.

        `where` cuts them (alias `moving`, parameters %(kept)s and %(absorbed)s). Returns how many moved.
        """
        step, moved = move(moves, self.absorbed, self.kept, where)
        self._keep(step, moved)
        return moved

    def change(self, table: str, row_id: int, **columns: Any) -> None:
        """Set columns of one row; only what differs is written."""
        self._keep(*change(table, row_id, columns))

    def remember_new(self, table: str, ids: Collection[int]) -> None:
        """Rows just inserted: undoing deletes them unless somebody changed them since."""
        self._keep(remember_new(table, ids), len(ids))

    def remove(self, table: str, ids: Collection[int]) -> None:
        """Delete rows, kept whole in the ledger."""
        if ids:
            self._keep(remove(table, ids), len(ids))

    def _keep(self, step: dict[str, Any], size: int) -> None:
        if size:
            self.steps.append(step)


Apply = Callable[[Merging], None]
Settle = Callable[[Collection[int]], None]


@dataclass(frozen=True)
class Part:
    """What one app does when two records become one.

    `covers` are the columns it answers for. `label`, a plural noun, and `counted` (table, column, condition) say on the
    page what will move. `settle(ids)` computes again what follows, after a merge and after its undoing.
    """

    covers: tuple[Column, ...]
    apply: Apply | None = None
    label: Any = None
    counted: tuple[str, str, str] | None = None
    settle: Settle | None = None


@dataclass(frozen=True)
class Stays:
    """A column that no merge touches, and why: a computed row, a record of what was true then."""

    column: Column
    because: str


_parts: dict[Subject, Store[Part]] = {}
_stays: dict[Subject, list[Stays]] = {}


def parts_of(subject: Subject) -> Store[Part]:
    """What is registered for merging two rows of this model."""
    return _parts.setdefault(subject, Store(f"merging {subject._meta.label}"))


def register(subject: Subject, key: str, part: Part, *, order: int = 100) -> Part:
    """Take part in merging two `subject`; lower `order` is done first, undone last."""
    return parts_of(subject).register(key, part, order=order)


def leave_column(subject: Subject, column: Column, *, because: str) -> None:
    """Say that this column keeps pointing at the absorbed row."""
    _stays.setdefault(subject, []).append(Stays(column, because))


def register_rows(
    model: type[Model],
    column: str = "account",
    *,
    once: Iterable[tuple[str, ...]] = (),
    unless: str = "",
    label: Any = None,
    counted: str = "true",
    settle: Settle | None = None,
) -> Part:
    """The common case: the rows of `model` whose `column` is the absorbed one now point at the kept one.

    `once`: columns that must be unique at one record; a row that the kept one has already stays where it is, and so
    does what the SQL condition `unless` finds (aliases as `Merging.move`). `counted` cuts what the page counts.
    """
    table, pointer = model._meta.db_table, str(model._meta.get_field(column).column)  # type: ignore[union-attr]
    where = " and ".join(
        f"not {condition}" for condition in (*_twice(table, pointer, once), unless and f"({unless})") if condition
    )
    return Part(
        covers=((model, column),),
        apply=lambda merging: _move(merging, table, pointer, where),
        label=label,
        counted=(table, pointer, counted) if label is not None else None,
        settle=settle,
    )


def run(subject: Subject, merging: Merging) -> None:
    """Let every part do its work, in order, in the caller's transaction."""
    for part in parts_of(subject):
        if part.apply is not None:
            part.apply(merging)


def undo(steps: Collection[dict[str, Any]]) -> None:
    """Play the ledger backwards; what somebody changed since is left as they made it.

    Raises IntegrityError where the database refuses (the verb says so to people).
    """
    for step in reversed(list(steps)):
        take_back(step)
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute("set constraints all deferred")


def settle(subject: Subject, ids: Collection[int]) -> None:
    for part in parts_of(subject):
        if part.settle is not None:
            part.settle(ids)


def count_parts(subject: Subject, row_id: int) -> list[tuple[str, Any, int]]:
    """What hangs on a row: (key, label, how many), empty kinds left out; one query."""
    named = [(key, part) for key, part in parts_of(subject).items() if part.counted]
    selects = [
        f"select {rank} as rank, count(*) from {part.counted[0]} where {part.counted[1]} = %s and {part.counted[2]}"  # noqa: S608 - constant texts
        for rank, (_key, part) in enumerate(named)
        if part.counted
    ]
    if not selects:
        return []
    with connection.cursor() as cursor:
        cursor.execute(" union all ".join(selects) + " order by rank", [row_id] * len(selects))
        found = dict(cursor.fetchall())
    return [(key, part.label, found[rank]) for rank, (key, part) in enumerate(named) if found[rank]]


def covered_columns(subject: Subject) -> list[Column]:
    """Every column that somebody answers for, exceptions included."""
    moved = [column for part in parts_of(subject) for column in part.covers]
    return [*moved, *(stay.column for stay in _stays.get(subject, []))]


def reasons_to_stay(subject: Subject) -> list[Stays]:
    return list(_stays.get(subject, []))


def _move(merging: Merging, table: str, pointer: str, where: str) -> None:
    merging.move((table, pointer), where=where)


def _twice(table: str, pointer: str, once: Iterable[tuple[str, ...]]) -> list[str]:
    return [
        f"exists (select from {table} there where there.{pointer} = %(kept)s"  # noqa: S608 - names from code
        + "".join(f" and there.{name} is not distinct from moving.{name}" for name in names)
        + ")"
        for names in once
    ]
