"""Forms made of the definitions of settings: each value is read and checked by its own definition."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from kameo.core import installation, preferences, rates
from kameo.core.forms import DateInput, run_verb
from kameo.core.models import Rate
from kameo.core.preferences import Definition
from kameo.core.ui import formats
from kameo.core.ui.inputs import AmountField


class PreferenceField(forms.Field):
    """One setting, read by its definition."""

    def __init__(self, definition: Definition, **options: Any) -> None:
        self.definition = definition
        required = definition.kind not in {"text", "boolean", "list", "lines"}
        super().__init__(
            label=definition.label,
            widget=_widget(definition),
            required=required,
            help_text=_help(definition),
            **options,
        )

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        if self.definition.kind == "boolean":
            return bool(value)
        return self.definition.clean("" if value is None else value)

    def prepare_value(self, value: Any) -> Any:
        return shown_value(self.definition, value)


class PreferenceForm(forms.Form):
    """The settings of one group; only those that changed are written."""

    def __init__(self, data: Any = None, *, group: str, **options: Any) -> None:
        super().__init__(data, **options)
        self.definitions = preferences.of_group(group)
        for definition in self.definitions:
            self.fields[definition.key] = PreferenceField(definition, initial=preferences.get(definition.key))

    def units(self) -> dict[str, str]:
        """What stands after each control."""
        return {one.key: unit_of(one) for one in self.definitions}

    def save_preferences(self, by: Any) -> bool:
        for definition in self.definitions:
            value = self.cleaned_data[definition.key]
            if value != preferences.get(definition.key) or not preferences.is_set(definition.key):
                preferences.set(definition.key, value, by=by)
        return True


class RateForm(forms.Form):
    currency = forms.ChoiceField(label=gettext_lazy("Currency"), choices=lambda: _foreign_currencies())
    day = forms.DateField(label=gettext_lazy("From"), widget=DateInput())
    rate = AmountField(label=gettext_lazy("Worth of one unit"), max_digits=18, decimal_places=8)

    def save(self, by: Any, row: Rate | None = None) -> bool:
        return run_verb(self, lambda: rates.set_rate(by=by, row=row, **self.cleaned_data))


def _foreign_currencies() -> list[tuple[str, str]]:
    own = preferences.get("currency")
    return [(code, name) for code, name in installation.currencies() if code != own]


def unit_of(definition: Definition) -> str:
    return str(preferences.get("currency")) if definition.unit == "currency" else str(definition.unit)


def shown_value(definition: Definition, value: Any) -> Any:
    """The value as its owner would type it: decimal comma in French, one line for each entry of a list."""
    if definition.kind in {"list", "lines"} and isinstance(value, list):
        return "\n".join(_(line) if definition.kind == "lines" else line for line in value)
    if definition.kind in {"integer", "decimal", "percent"} and isinstance(value, int | float | Decimal):
        plain = f"{Decimal(str(value)).normalize():f}"
        return plain.replace(".", ",") if (get_language() or "fr").startswith("fr") else plain
    return value


def _widget(definition: Definition) -> forms.Widget:
    if definition.kind == "choice" and definition.choices:
        return forms.Select(choices=definition.choices())
    if definition.kind == "boolean":
        return forms.CheckboxInput()
    if definition.kind in {"list", "lines"}:
        return forms.Textarea(attrs={"rows": 4})
    numeric = definition.kind in {"integer", "decimal", "percent"}
    return forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"} if numeric else {})


def _help(definition: Definition) -> str:
    """The definition's words, and the default where a number is asked."""
    words = str(definition.help)
    if definition.kind not in {"integer", "decimal", "percent"}:
        return words
    number = Decimal(str(definition.default))
    decimals = max(0, -int(number.normalize().as_tuple().exponent))
    default = _("Default: %(value)s.") % {"value": formats.number(number, decimals)}
    return f"{words} {default}".strip()
