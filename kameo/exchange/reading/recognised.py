"""A recognised fact, how sure it is and why: shown to people, who may change it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, Literal, TypeVar

T = TypeVar("T")

Status = Literal["certain", "likely", "ambiguous", "default", "chosen"]


@dataclass(frozen=True, slots=True)
class Recognised(Generic[T]):
    """One recognised thing.

    `why` is an English msgid with named parameters. `ambiguous` means that the machine
    refuses to choose between `candidates`: somebody has to answer.
    """

    value: T | None
    status: Status
    why: str
    params: Mapping[str, object] = field(default_factory=dict)
    candidates: tuple[T, ...] = ()
    samples: tuple[str, ...] = ()

    @property
    def is_question(self) -> bool:
        return self.status == "ambiguous"

    def chosen(self, value: T) -> Recognised[T]:
        """The same thing once a person has decided."""
        return replace(self, value=value, status="chosen", why="", params={})

    def as_json(self) -> dict[str, Any]:
        return {
            "value": self.value,
            "status": self.status,
            "why": self.why,
            "params": dict(self.params),
            "candidates": list(self.candidates),
            "samples": list(self.samples),
        }


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a person decided about a file; `None` means "recognise it".

    `header_row` is the line of the column names, counted from 1 as an editor shows it;
    0 says that the file has none.
    """

    sheet: str | None = None
    encoding: str | None = None
    separator: str | None = None
    quote: str | None = None
    header_row: int | None = None
    decimal: str | None = None
    date_order: str | None = None
    currency: str | None = None
    unit: int | None = None

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any]) -> ReadOptions:
        """Keep the known keys that carry something; ignore the rest."""
        known = {name: values[name] for name in cls.__slots__ if values.get(name) not in (None, "")}
        for name in ("header_row", "unit"):
            if name in known:
                known[name] = int(known[name])
        return cls(**known)

    def as_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__ if getattr(self, name) is not None}
