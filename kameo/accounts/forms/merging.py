"""Choosing the account that is the same as this one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kameo.accounts.domain.merge_choices import chosen_keys
from kameo.accounts.models import Account
from kameo.accounts.names.picker import AccountField


class OtherForm(forms.Form):
    """`other`: the account to be merged with `account`, among those that the user sees."""

    other = AccountField(label=_("The same as"), nothing=_("No account chosen"))

    def __init__(self, data: Any = None, *, user: Any, account: Account) -> None:
        self.account = account
        super().__init__(data)
        self.fields["other"].user = user

    def clean_other(self) -> Account:
        other: Account = self.cleaned_data["other"]
        if other.pk == self.account.pk:
            raise forms.ValidationError(_("Choose two different accounts."), code="same_account")
        return other


def choices_in(data: Any) -> dict[str, str]:
    """What was chosen line by line, as the verb takes it."""
    return {name: data[name] for name in chosen_keys() if data.get(name)}
