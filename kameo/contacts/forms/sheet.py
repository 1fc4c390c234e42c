"""The form of a refusal, on a person's sheet."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from kameo.contacts.enums import Channel


class RefusalForm(forms.Form):
    """They asked not to be reached."""

    channel = forms.ChoiceField(label=_("They refuse"), choices=Channel)
    said = forms.CharField(
        label=_("How they said it"),
        max_length=200,
        required=False,
        help_text=_("For example: by telephone on Monday, to Camille."),
    )
