"""The form of an option, from the fields of its list."""

from __future__ import annotations

from typing import Any

from django import forms

from kameo.core.choices.lists import ChoiceList
from kameo.core.forms import run_verb
from kameo.core.kinds.forms import form_field, form_value
from kameo.core.kinds.values import ChoiceKind, ValueKind
from kameo.core.records.fields import Field


class ChoiceForm(forms.Form):
    """An option, new (in `scope`, where the table holds several lists) or changed (`row`)."""

    def __init__(
        self, data: Any = None, *, choices: ChoiceList, by: Any, row: Any = None, scope: Any = None, **options: Any
    ) -> None:
        self.choices, self.by, self.row, self.scope = choices, by, row, scope
        self.saved: Any = None
        super().__init__(data, **options)
        for field in choices.fields_of(scope if row is None else choices.scope_of(row)):
            if (
                field.name != choices.rank and type(field.type) is not ValueKind
            ):  # neither order nor what no control takes
                self._add_control(field)

    def save(self) -> Any:
        """The option, or None: the refusal stands beside its field."""
        return self.saved if run_verb(self, self._write) else None

    def _write(self) -> None:
        if self.row is not None:
            self.saved = self.choices.change(self.row, by=self.by, **self.cleaned_data)
            return
        own = self.choices.scope is None or self.choices.scope.name in self.fields
        place = {} if own or self.choices.scope is None else {self.choices.scope.name: self.scope}
        self.saved = self.choices.add(by=self.by, **place, **self.cleaned_data)

    def _add_control(self, field: Field) -> None:
        words = {"help_text": field.help} if field.help else {}
        control = form_field(field.type, label=field.label, required=bool(field.required), **words)
        control.widget.attrs.update(field.attrs)
        self.fields[field.name] = control
        stored = self.choices.shown(self.row, field.name) if self.row is not None else None
        if stored is None and self.row is None and field.default is not None:
            stored = field.default()
        self.initial.setdefault(field.name, form_value(field.type, stored))
        if isinstance(field.type, ChoiceKind) and isinstance(control, forms.ChoiceField):
            _keep_carried(control, field.type, stored)


def _keep_carried(control: forms.ChoiceField, kind: ChoiceKind, stored: Any) -> None:
    """A retired choice that the option carries stays choosable for it."""
    choices: list[Any] = list(control.choices)  # type: ignore[arg-type]
    if stored and str(stored) not in {str(value) for value, _label in choices}:
        control.choices = [*choices, (stored, kind.words(stored))]
