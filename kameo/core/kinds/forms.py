"""The control of a form that takes a value of each kind."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kameo.core.forms import DateInput
from kameo.core.kinds import values
from kameo.core.ui.inputs import AmountField

NOT_KNOWN = _("Not known")


@singledispatch
def form_field(kind: values.ValueKind, **words: Any) -> forms.Field:
    """A field for `kind`; `words` are `label`, `required`, `help_text`. The verb cleans what it takes."""
    raise TypeError(f"no control for {type(kind).__name__}")


@form_field.register
def _text_control(kind: values.TextKind, **words: Any) -> forms.Field:
    return forms.CharField(max_length=kind.limit, **words)


@form_field.register
def _long_text_control(kind: values.LongTextKind, **words: Any) -> forms.Field:
    return forms.CharField(max_length=kind.limit, widget=forms.Textarea(attrs={"rows": 4}), **words)


@form_field.register
def _number_control(kind: values.NumberKind, **words: Any) -> forms.Field:
    return AmountField(max_digits=18, decimal_places=kind.decimals, min_value=kind.low, max_value=kind.high, **words)


@form_field.register
def _whole_control(kind: values.WholeKind, **words: Any) -> forms.Field:
    return forms.IntegerField(
        min_value=None if kind.low is None else int(kind.low),
        max_value=None if kind.high is None else int(kind.high),
        **words,
    )


@form_field.register
def _scale_control(kind: values.ScaleKind, **words: Any) -> forms.Field:
    return forms.TypedChoiceField(choices=kind.steps(), coerce=int, **words)


@form_field.register
def _day_control(kind: values.DayKind, **words: Any) -> forms.Field:
    return forms.DateField(widget=DateInput(), **words)


@form_field.register
def _flag_control(kind: values.FlagKind, **words: Any) -> forms.Field:
    return forms.BooleanField(**{**words, "required": False})


@form_field.register
def _choice_control(kind: values.ChoiceKind, *, nothing: Any = NOT_KNOWN, **words: Any) -> forms.Field:
    offered, nothing = kind.offered(), nothing if kind.nothing is None else kind.nothing
    return forms.ChoiceField(choices=offered if words.get("required") else [("", nothing), *offered], **words)


@form_field.register
def _several_control(kind: values.SeveralKind, **words: Any) -> forms.Field:
    return forms.MultipleChoiceField(choices=kind.offered(), widget=forms.CheckboxSelectMultiple(), **words)


@form_field.register
def _tags_control(kind: values.TagsKind, **words: Any) -> forms.Field:
    return forms.CharField(max_length=2000, **{"help_text": _("Separated by commas."), **words})


@form_field.register
def _reference_control(kind: values.ReferenceKind, **words: Any) -> forms.Field:
    """Where a name is typed; an app that has a picker for its records registers it for its own kind."""
    if kind.called is None:
        raise TypeError(f"no control for a reference to {kind.to}")
    return forms.CharField(max_length=160, **words)


def form_value(kind: values.ValueKind, value: Any) -> Any:
    """What the control starts with for a stored value."""
    if isinstance(kind, values.TagsKind):
        return ", ".join(value or ())
    if isinstance(kind, values.ReferenceKind) and kind.called is not None and value is not None:
        return getattr(value, kind.name)
    return value
