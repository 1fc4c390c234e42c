"""Between forms and verbs: a refusal of the domain comes back beside the field it is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms

from kameo.core.errors import DomainError


def run_verb(form: forms.BaseForm, verb: Callable[[], Any]) -> bool:
    """Run `verb`; False when it refuses, with its words beside the field it names, or above the form."""
    try:
        verb()
    except DomainError as error:
        form.add_error(error.field if error.field in form.fields else None, str(error))
        return False
    return True


class DateInput(forms.DateInput):
    """The browser's own calendar; ISO on the wire whatever the language."""

    input_type = "date"

    def __init__(self, **attrs: Any) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")
