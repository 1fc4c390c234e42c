"""The fields of the company in a merge: a line for each, side by side, that is chosen like any other."""

from __future__ import annotations

from kameo.core.customfields.reading import fields_of, record_field
from kameo.core.customfields.subjects import subject_of
from kameo.core.merging.fields import choice_of
from kameo.core.merging.nouns import Mergeable, MergeChoice, extensions


def _own_choices(noun: Mergeable) -> tuple[MergeChoice, ...]:
    subject = subject_of(noun.model)
    fields = [record_field(field) for field in fields_of(subject.key)] if subject else []
    return tuple(choice_of(field) for field in fields if not field.computed)


extensions.register("custom fields", _own_choices)
