"""The natural filter of a kind, where a list needs no other."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from kameo.core.kinds import ValueKind
from kameo.core.lists import filters
from kameo.core.lists.columns import Column, Source


def natural_filter(key: str, label: Any, kind: ValueKind, path: Source = "", **more: Any) -> filters.Filter:
    """A filter for values of `kind`, standing at `path`."""
    known: Any = kind
    given = {"key": key, "label": label, "path": path, **more}
    made: dict[str, Any] = {
        "text": lambda: filters.TextFilter(**given),
        "range": lambda: filters.RangeFilter(type=kind, **given),
        "switch": lambda: filters.SwitchFilter(**given),
        "choice": lambda: filters.ChoiceFilter(
            choices=known.offered, **{"say": partial(_labelled, label, kind), **given}
        ),
        "several": lambda: _several(kind, given),
        "reference": lambda: filters.ReferenceFilter(options=partial(_records, known), **given),
    }
    return made[kind.filter]()  # type: ignore[no-any-return]


def filter_for(column: Column, **more: Any) -> filters.Filter:
    """The natural filter of a column."""
    return natural_filter(column.key, column.label, column.kind, column.source, **more)


def _several(kind: Any, given: dict[str, Any]) -> filters.Filter:
    if not hasattr(kind, "offered"):
        return filters.TagsFilter(**given)
    return SeveralFilter(choices=kind.offered, **{"say": partial(_labelled, given["label"], kind), **given})


class SeveralFilter(filters.ChoiceFilter):
    """Rows that hold any of some values."""

    def _condition(self, path: str, value: Any) -> Any:
        found = Q()
        for one in value:
            found |= Q(**{f"{path}__contains": [one]})
        return found


def _labelled(label: Any, kind: ValueKind, value: Any) -> str:
    return f"{label}{_(': ')}{kind.words([value] if kind.filter == 'several' else value)}"


def _records(kind: Any, user: Any) -> list[tuple[Any, Any]]:
    return [(one.pk, getattr(one, kind.name)) for one in kind.visible(user)[:500]]
