"""A sample record of any registered resource, from the kinds of its fields: as a verb, a form and the API take it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from kameo.core import clock
from kameo.core.kinds import values as kinds
from kameo.core.records.fields import Field
from kameo.core.records.resource import Resource

TODAY, MOMENT = date(2026, 3, 2), timedelta(days=40)


class Sample:
    """Values of one record. `given` are those that cannot be told from their kinds (a number that adds up, a code)."""

    def __init__(self, resource: Resource, user: Any, given: Mapping[str, Any] | None = None) -> None:
        self.resource, self.user, self.given = resource, user, dict(given or {})

    def values(self, *, number: int = 1) -> dict[str, Any]:
        """For the verb: every field that a value can be found for; `number` makes another one."""
        found = {field.name: self._value(field, number) for field in self.resource.all_fields()}
        return {name: value for name, value in found.items() if value is not None} | self._given(number)

    def typed(self, **options: Any) -> dict[str, Any]:
        """For the form."""
        return {
            name: self._typed(self.resource.named(name), value)
            for name, value in self.values(**options).items()
            if value is not False and value is not None and not self.resource.named(name).is_part
        } | {
            f"{field.name}-{count}": 0
            for field in self.resource.own_fields
            if field.is_part
            for count in ("TOTAL_FORMS", "INITIAL_FORMS")
        }

    def sent(self, **options: Any) -> dict[str, Any]:
        """For the API."""
        values = self.values(**options)
        served = {field.name: field for field in self.resource.all_fields() if field.served}
        return {served[name].public: self._plain(value) for name, value in values.items() if name in served}

    def changed(self) -> Field:
        """A text that may be changed without anything else."""
        plain = (kinds.TextKind, kinds.LongTextKind)
        return next(one for one in self.resource.own_fields if type(one.type) in plain and one.name not in self.given)

    def _given(self, number: int) -> dict[str, Any]:
        return {name: value(number) if callable(value) else value for name, value in self.given.items()}

    def _value(self, field: Field, number: int) -> Any:
        kind: Any = field.type
        if field.is_part:
            return None
        if isinstance(kind, kinds.ReferenceKind):
            if kind.called is not None:
                return kind.called(f"Sample {number}", by=self.user)
            return kind.visible(self.user).order_by("pk").last() if field.required and kind.visible else None
        return _SAMPLES[type(kind)](kind, number)

    def _typed(self, field: Field, value: Any) -> Any:
        kind: Any = field.type
        if isinstance(kind, kinds.ReferenceKind):
            return getattr(value, kind.name) if kind.called else value.pk
        return ", ".join(value) if isinstance(kind, kinds.TagsKind) else self._plain(value)

    def _plain(self, value: Any) -> Any:
        if hasattr(value, "pk"):
            return value.pk
        if isinstance(value, Decimal):
            return str(value)
        return value.isoformat() if hasattr(value, "isoformat") else value


_SAMPLES: dict[type[kinds.ValueKind], Any] = {
    kinds.TextKind: lambda kind, number: f"Sample {number}"[: kind.limit],
    kinds.LongTextKind: lambda kind, number: f"What the sample {number} says",
    kinds.UrlKind: lambda kind, number: f"https://sample.example/{number}",
    kinds.NumberKind: lambda kind, number: Decimal(number),
    kinds.MoneyKind: lambda kind, number: Decimal(100 * number),
    kinds.WholeKind: lambda kind, number: number,
    kinds.DayKind: lambda kind, number: TODAY,
    kinds.MomentKind: lambda kind, number: clock.now() - MOMENT,
    kinds.FlagKind: lambda kind, number: True,
    kinds.MailKind: lambda kind, number: f"sample{number}@sample.example",
    kinds.ChoiceKind: lambda kind, number: str(kind.offered()[0][0]) if kind.offered() else None,
    kinds.SeveralKind: lambda kind, number: [str(value) for value, _label in kind.offered()[:1]],
    kinds.TagsKind: lambda kind, number: [f"tag {number}"],
}
