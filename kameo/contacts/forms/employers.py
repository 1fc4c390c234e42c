"""The form of a new employer: an account of ours, or one to create (R73)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kameo.accounts.names.picker import AccountField
from kameo.accounts.rules import can_create
from kameo.contacts.domain import employers
from kameo.contacts.enums import Family, Seniority
from kameo.contacts.models import Person, Position
from kameo.core import clock
from kameo.core.forms import DateInput, run_verb


def _optional(choices: Any) -> list[tuple[str, Any]]:
    return [("", _("Not known")), *choices.choices]


class EmployerForm(forms.Form):
    """`name` is offered to whoever may create accounts."""

    account = AccountField(label=_("Their new employer"), nothing=_("None of our accounts"), required=False)
    name = forms.CharField(
        label=_("Account to create"),
        max_length=200,
        required=False,
        help_text=_("When it is not an account yet: it becomes a prospect that you lead."),
    )
    title = forms.CharField(label=_("Title"), max_length=160, required=False)
    family = forms.ChoiceField(label=_("Function"), choices=_optional(Family), required=False)
    level = forms.ChoiceField(label=_("Level"), choices=_optional(Seniority), required=False)
    on = forms.DateField(label=_("Since"), widget=DateInput())

    def __init__(self, data: Any = None, *, by: Any, person: Person) -> None:
        self.by, self.person = by, person
        self.made: Position | None = None
        super().__init__(data, initial={"on": clock.company_today()})
        self.fields["account"].user = by
        if not can_create(by):
            del self.fields["name"]

    def save(self) -> bool:
        def write() -> None:
            self.made = employers.follow_to(self.person, by=self.by, **self.cleaned_data)

        return run_verb(self, write)
