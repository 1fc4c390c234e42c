"""A sample option of any registered list, from the kinds of its fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kameo.core.choices import ChoiceList
from kameo.core.kinds import values as kinds


def sample_option(choices: ChoiceList, name: str, given: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Values of an option called `name`, in the first list of its table. `given` are those that a kind cannot tell."""
    scope = choices.scopes()[0][0] if choices.scope else None
    values = {
        field.name: _sample_value(field.type, name) for field in choices.fields_of(scope) if field.name != choices.rank
    }
    values |= {choices.scope.name: scope} if choices.scope else {}
    return (
        {key: value for key, value in values.items() if value is not None} | dict(given or {}) | {choices.label: name}
    )


def _sample_value(kind: kinds.ValueKind, name: str) -> Any:
    if isinstance(kind, kinds.ChoiceKind):
        return kind.offered()[0][0]
    if isinstance(kind, kinds.NumberKind):
        return int(kind.low or 0) + 1
    if isinstance(kind, kinds.TextKind | kinds.LongTextKind):
        return name
    return None
