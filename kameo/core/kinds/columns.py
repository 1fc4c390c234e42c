"""The kind of a model's field, where its class says it."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kameo.core.kinds import values


def kind_of(field: models.Field[Any, Any]) -> values.ValueKind:
    """Its kind; money and references say more than a column knows, and are declared. Raises TypeError for those."""
    if field.choices:
        return values.ChoiceKind(choices=tuple(field.flatchoices))
    for column, make in _KINDS:
        if isinstance(field, column):
            return make(field)
    raise TypeError(f"declare the kind of {field}")


def _text_kind(field: Any) -> values.ValueKind:
    return values.TextKind(limit=field.max_length)


def _link_kind(field: Any) -> values.ValueKind:
    return values.UrlKind(limit=field.max_length)


def _number_kind(field: Any) -> values.ValueKind:
    return values.NumberKind(decimals=field.decimal_places)


# The first that fits: a URLField is a CharField, a DateTimeField a DateField.
_KINDS: tuple[tuple[type[models.Field[Any, Any]], Any], ...] = (
    (models.URLField, _link_kind),
    (models.EmailField, lambda field: values.MailKind(limit=field.max_length)),
    (models.CharField, _text_kind),
    (models.TextField, lambda field: values.LongTextKind()),
    (models.DateTimeField, lambda field: values.MomentKind()),
    (models.DateField, lambda field: values.DayKind()),
    (models.BooleanField, lambda field: values.FlagKind()),
    (models.DecimalField, _number_kind),
    (models.IntegerField, lambda field: values.WholeKind()),
    (ArrayField, lambda field: values.TagsKind()),
)
