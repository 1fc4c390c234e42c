"""The fields of the company among the lines of a merge: the filled value stays."""

from __future__ import annotations

from kameo.core.customfields.reading import fields_of, record_field
from kameo.core.customfields.subjects import subject_of
from kameo.core.merging.fields import choice_of
from kameo.core.merging.nouns import Mergeable, MergeChoice, extensions


def _own_choices(noun: Mergeable) -> tuple[MergeChoice, ...]:
    subject = subject_of(noun.model)
    if subject is None:
        return ()
    fields = (record_field(field) for field in fields_of(subject.key))
    return tuple(choice_of(field) for field in fields if not field.computed)


extensions.register("custom fields", _own_choices)
