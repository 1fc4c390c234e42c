"""Between forms and verbs: a refusal of the domain comes back beside the field it is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms

from kameo.core.errors import DomainError

Made = TypeVar("Made")


def run_verb(form: forms.BaseForm, verb: Callable[[], Any]) -> bool:
    """Run `verb`; False when it refuses, with its words beside the field it names, or above the form."""
    return made_by(form, lambda: (verb(),)) is not None


def made_by(form: forms.BaseForm, verb: Callable[[], Made]) -> Made | None:
    """What `verb` makes; None when it refuses, with its words as `run_verb` says them."""
    try:
        return verb()
    except DomainError as error:
        form.add_error(error.field if error.field in form.fields else None, str(error))
        return None


class DateInput(forms.DateInput):
    """The browser's own calendar; ISO on the wire whatever the language."""

    input_type = "date"

    def __init__(self, **attrs: Any) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")
