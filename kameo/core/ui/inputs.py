"""Form fields for numbers and amounts as people type them: "240 000", "1 234,56", "18 %"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

_NOISE = re.compile(r"[\s€%$£\u00a0\u202f\u2019']")


def plain_number(text: str) -> str:
    """`text` as Decimal reads it: no spaces, no symbol, a full stop. In French a comma is decimal."""
    bare = _NOISE.sub("", text).replace("\N{MINUS SIGN}", "-")
    if (get_language() or "fr").startswith("fr"):
        return bare.replace(",", ".")
    whole, comma, cents = bare.partition(",")
    if comma and "." not in cents and len(cents) in {1, 2}:  # "12,5" cannot be a thousand
        return f"{whole}.{cents}"
    return bare.replace(",", "")


class AmountField(forms.DecimalField):
    """A decimal written by a person; what cannot be read comes back as it was typed."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    default_error_messages = {"invalid": _("Write a number, for example 240 000.")}

    def to_python(self, value: Any) -> Any:
        return super().to_python(plain_number(value) if isinstance(value, str) else value)

    def prepare_value(self, value: Any) -> Any:
        """`1234.50` is shown "1234,50" in French; what was typed wrong is left alone."""
        if isinstance(value, Decimal) and (get_language() or "fr").startswith("fr"):
            return f"{value.normalize():f}".replace(".", ",")
        return f"{value.normalize():f}" if isinstance(value, Decimal) else value
