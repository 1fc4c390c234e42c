"""The register of figures, and reading several of them for many subjects at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from django.utils.functional import Promise, lazystr

from kameo.core.kinds import NumberKind, ValueKind
from kameo.core.registry import Store
from kameo.core.ui import formats

FigureScope = Literal["account", "portfolio", "person", "user"]
Words = str | Promise


@dataclass(frozen=True)
class PercentKind(NumberKind):
    """A part out of a hundred."""

    decimals: int = 1

    def words(self, value: Any) -> str:
        return "" if value is None else formats.percent(value, self.decimals)


@dataclass(frozen=True)
class FigureValue:
    """`value` is None with a `reason` in the reader's language; `inputs` are what it was made of, by name."""

    value: Any
    reason: str = ""
    inputs: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class FigureSource:
    """What several figures are read from: `read(user, subject_ids, as_of)` gives a row for each subject, in one go.

    The caller has checked that the user sees the subjects; what of them the user may not see, the source leaves out.
    `past`: it answers for the end of a day of the past too; otherwise `as_of` is always None.
    """

    read: Callable[[Any, Collection[int], date | None], Mapping[int, Any]]
    past: bool = False


@dataclass(frozen=True)
class DeclaredFigure:
    """`of` takes the figure from a row of its source; `words` are its definition, a function where settings change it.

    `records(subject_id)` is the address of the page that shows what it counts.
    """

    key: str
    label: Words
    kind: ValueKind
    scope: FigureScope
    source: FigureSource
    of: Callable[[Any], FigureValue]
    words: Words | Callable[[], str]
    records: Callable[[int], str]

    @property
    def definition(self) -> str:
        """Numerator, denominator and period in words, with the company's settings."""
        return str(self.words() if callable(self.words) else self.words)

    def shown(self, found: FigureValue) -> str | None:
        """The value as people write it, None when it is not known."""
        return None if found.value is None else self.kind.words(found.value)

    def value(self, user: Any, subject_id: int, as_of: date | None = None) -> FigureValue:
        return self.values(user, [subject_id], as_of)[subject_id]

    def values(self, user: Any, subject_ids: Collection[int], as_of: date | None = None) -> dict[int, FigureValue]:
        """The same for many, by id. Raises ValueError for a day where only today is known."""
        return {pk: row[self.key] for pk, row in read([self.key], user, subject_ids, as_of).items()}


registered: Store[DeclaredFigure] = Store("figures")


def register(figure: DeclaredFigure, *, order: int = 100) -> DeclaredFigure:
    """Offer it under its key. Raises ValueError when the key is taken."""
    return registered.register(figure.key, figure, order=order)


def definition(key: str) -> Promise:
    """The definition of a figure that an app above may register later: looked up when it is shown."""
    return lazystr(_LateDefinition(key))


def read(
    keys: Iterable[str], user: Any, subject_ids: Collection[int], as_of: date | None = None
) -> dict[int, dict[str, FigureValue]]:
    """Several figures of many subjects, by id and key; each source is read once."""
    wanted = [registered[key] for key in keys]
    sources = list(dict.fromkeys(one.source for one in wanted))
    if as_of is not None and not all(source.past for source in sources):
        raise ValueError(f"known of today alone: {', '.join(one.key for one in wanted if not one.source.past)}")
    rows = {source: source.read(user, subject_ids, as_of) for source in sources}
    return {pk: {one.key: one.of(rows[one.source][pk]) for one in wanted} for pk in subject_ids}


@dataclass(frozen=True)
class _LateDefinition:
    key: str

    def __str__(self) -> str:
        return registered[self.key].definition
