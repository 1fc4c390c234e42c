"""The form of the first run, the only one open to a stranger: who opens the installation, and for which company."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kameo.core import installation, preferences
from kameo.core.forms import made_by
from kameo.people import domain
from kameo.people.models import User
from kameo.web.settings.forms import PreferenceForm


class SetupForm(PreferenceForm):
    first_name = forms.CharField(label=_("First name"), max_length=80)
    last_name = forms.CharField(label=_("Last name"), max_length=80)
    email = forms.EmailField(label=_("E-mail address"))
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Ten characters or more; a short sentence does well."),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, group=installation.GROUP)
        self.fields["company"].required = True
        if not preferences.is_set("language"):
            self.initial["language"] = get_language()

    def save(self) -> User | None:
        """The administrator and the company's settings, together or not at all."""
        person = {name: self.cleaned_data[name] for name in ("email", "password", "first_name", "last_name")}
        with transaction.atomic():
            if made := made_by(self, lambda: domain.create_first_administrator(**person)):
                self.save_preferences(made)
        return made
