"""Which records may have fields of the company's own, and which records such a field may point at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from kameo.core.kinds.values import ReferenceKind, ValueKind
from kameo.core.registry import Store


@dataclass(frozen=True)
class Input:
    """A column of the record that formulas may use: a number, an amount or a day."""

    label: Any
    kind: ValueKind


@dataclass(frozen=True)
class Subject:
    """`key` names it in addresses and in the API; `one` and `many` are its words. `inputs` are columns for formulas,
    `page(row)` is its address: without one, the search does not find its records by these fields.
    """

    key: str
    model: type[models.Model]
    one: Any
    many: Any
    inputs: Mapping[str, Input] = field(default_factory=dict)
    page: Callable[[Any], str] | None = None

    @property
    def table(self) -> str:
        return self.model._meta.db_table

    def label_of(self, key: str) -> str:
        return str(self.inputs[key].label)


subjects: Store[Subject] = Store("subjects of custom fields")
# What a field of kind "account" or "person" points at: the app above that has such records says.
references: Store[ReferenceKind] = Store("records that custom fields point at")


def register(subject: Subject, *, order: int = 100) -> Subject:
    return subjects.register(subject.key, subject, order=order)


def subject_of(model: type[models.Model]) -> Subject | None:
    """The subject whose records are of `model`, or None."""
    return next((one for one in subjects if one.model is model), None)
