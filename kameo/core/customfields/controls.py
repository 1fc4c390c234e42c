"""The controls of the company's fields, in forms that are written by hand."""

from __future__ import annotations

from typing import Any

from django import forms

from kameo.core.customfields.values import own_fields
from kameo.core.kinds.forms import form_field, form_value


def add_own_controls(form: forms.BaseForm, subject: str, by: Any, row: Any = None) -> None:
    """A control for each field that people fill; a record that `by` does not see is neither shown nor changed."""
    for field in own_fields(subject):
        kind: Any = field.type
        stored = field.read(row) if row is not None else None
        if field.computed:
            continue
        if field.is_reference and stored is not None:
            stored = kind.visible(by).filter(pk=stored).first()
            if stored is None:
                continue
        words = {"help_text": field.help} if field.help else {}
        control = form_field(kind, label=field.label, required=field.asked_of(row), **words)
        if hasattr(control, "for_reader"):
            stored = control.for_reader(by, stored)
        form.fields[field.name] = control
        form.initial.setdefault(field.name, form_value(kind, stored))


def own_values(form: Any, subject: str) -> dict[str, Any]:
    """What the verb takes of them."""
    return {field.name: form.cleaned_data[field.name] for field in own_fields(subject) if field.name in form.fields}
