"""The fields of the company in a merge: a line for each, side by side, that is chosen like any other."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kameo.core.customfields.reading import fields_of, record_field
from kameo.core.customfields.subjects import subject_of
from kameo.core.merging.fields import choice_of
from kameo.core.merging.nouns import Mergeable, MergeChoice, extensions
from kameo.core.records.fields import Field


def _own_choices(noun: Mergeable) -> tuple[MergeChoice, ...]:
    subject = subject_of(noun.model)
    fields = [record_field(field) for field in fields_of(subject.key)] if subject else []
    return tuple(_field_choice(field) for field in fields if not field.computed)


def _field_choice(field: Field) -> MergeChoice:
    """What points at a record is told by its number: whoever merges may not see that record."""
    found = choice_of(field)
    return replace(found, words=lambda row: _pointed_number(field, row)) if field.is_reference else found


def _pointed_number(field: Field, row: Any) -> str:
    plain = field.plain(row)
    return "" if plain is None else f"n° {plain}"


extensions.register("custom fields", _own_choices)
