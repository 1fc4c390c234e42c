"""Repeated parts of an account's form: its numbers and its addresses. An empty row is left out."""

from __future__ import annotations

from typing import Any

from babel import Locale
from django import forms
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from kameo.accounts.enums import AddressKind, Scheme
from kameo.core.text import fold


def countries() -> list[tuple[str, Any]]:
    """Two-letter codes with names in the reader's language, by name."""
    names = Locale((translation.get_language() or "fr")[:2]).territories
    codes = [(code, name) for code, name in names.items() if len(code) == 2 and code not in {"ZZ", "EU", "UN", "EZ"}]
    return [("", ""), *sorted(codes, key=lambda pair: fold(pair[1]))]


class IdentifierForm(forms.Form):
    scheme = forms.ChoiceField(label=_("Kind of number"), choices=Scheme, required=False)
    value = forms.CharField(label=_("Number"), max_length=80, required=False)
    source = forms.CharField(label=_("System"), max_length=60, required=False)


class AddressForm(forms.Form):
    kind = forms.ChoiceField(label=_("Kind of address"), choices=AddressKind, required=False)
    lines = forms.CharField(label=_("Street"), max_length=300, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=20, required=False)
    city = forms.CharField(label=_("Town"), max_length=120, required=False)
    region = forms.CharField(label=_("Region"), max_length=120, required=False)
    country = forms.ChoiceField(label=_("Country"), choices=countries, required=False)


class Rows(forms.BaseFormSet):
    """Rows whose every text field is empty count as absent."""

    def filled(self, *required: str) -> list[dict[str, str]]:
        found = [form.cleaned_data for form in self.forms if any(form.cleaned_data.get(name) for name in required)]
        return [{name: value or "" for name, value in row.items()} for row in found]


IdentifierRows = forms.formset_factory(IdentifierForm, formset=Rows, extra=2, max_num=40)
AddressRows = forms.formset_factory(AddressForm, formset=Rows, extra=1, max_num=40)
