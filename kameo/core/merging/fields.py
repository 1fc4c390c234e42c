"""Lines of a merge made from the fields of a record."""

from __future__ import annotations

from typing import Any

from kameo.core.merging.nouns import MergeChoice
from kameo.core.records.fields import Field
from kameo.core.records.forms import words_for
from kameo.core.records.resource import Resource


def choices_of(resource: Resource) -> tuple[MergeChoice, ...]:
    """One line for each of its own fields; the company's come along by themselves."""
    return tuple(choice_of(one) for one in resource.own_fields if not (one.is_part or one.computed))


def choice_of(one: Field) -> MergeChoice:
    """The line of one field, those that the company added included."""
    reference = f"{one.name}_id" if one.is_reference and not one.within else one.name
    return MergeChoice(
        one.name,
        (one.within or reference,),
        one.label,
        told=lambda row, user: words_for(one, row, user),
        value=one.plain,
        take=lambda result, source: _take(one, result, source),
    )


def _take(one: Field, result: Any, source: Any) -> None:
    one.write(result, one.read(source))
