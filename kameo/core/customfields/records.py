"""The fields of the company among those of each noun: forms, API, history and conflicts take them from here."""

from __future__ import annotations

from kameo.core.customfields.reading import fields_of, record_field
from kameo.core.customfields.subjects import subject_of
from kameo.core.records import Field, Resource, extensions


def _own_fields(resource: Resource) -> tuple[Field, ...]:
    subject = subject_of(resource.model)
    return tuple(record_field(field) for field in fields_of(subject.key)) if subject else ()


extensions.register("custom fields", _own_fields)
