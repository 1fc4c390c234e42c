"""Moving an account in the tree, from a day on and for a reason (R28)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kameo.accounts import domain
from kameo.accounts.enums import MoveReason
from kameo.accounts.models import Account
from kameo.accounts.names.picker import AccountField
from kameo.core import clock
from kameo.core.forms import DateInput, run_verb

REASONS = [(value, label) for value, label in MoveReason.choices if value != MoveReason.CREATION]


class MoveForm(forms.Form):
    parent = AccountField(label=_("Belongs to"), required=False, nothing=_("Nothing above it"))
    on = forms.DateField(
        label=_("Takes effect on"),
        widget=DateInput(),
        required=False,
        help_text=_("Past figures follow: before that day, its revenue stays where it was."),
    )
    reason = forms.ChoiceField(label=_("Reason"), choices=REASONS, initial=MoveReason.REORGANISATION)
    note = forms.CharField(label=_("Note"), max_length=250, required=False)

    def __init__(self, data: Any = None, *, user: Any, account: Account) -> None:
        self.user, self.account = user, account
        super().__init__(data, initial={"on": clock.company_today()})
        field = self.fields["parent"]
        field.user, field.widget.outside = user, account.pk

    def save(self) -> bool:
        return run_verb(self, lambda: domain.move_account(self.account, by=self.user, **self.cleaned_data))
