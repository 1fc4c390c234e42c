"""Handing accounts over: first who to whom, then which, on a page that says what it comes to."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kameo.accounts.enums import Function
from kameo.core import clock
from kameo.core.forms import DateInput, made_by
from kameo.core.text import number_of
from kameo.people.picking.colleague import ColleagueField
from kameo.portfolio import domain
from kameo.portfolio.models import Transfer


class TransferForm(forms.Form):
    """What is handed over, to whom, from when, why. `accounts` is read from the boxes of the page."""

    taker = ColleagueField(label=_("To"))
    function = forms.ChoiceField(
        label=_("Function"), required=False, choices=[("", _("Every function")), *Function.choices]
    )
    on = forms.DateField(label=_("From the"), widget=DateInput, help_text=_("A day to come is applied that morning."))
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Shown on each account. Beyond a limit, it is what lets it through."),
    )

    def __init__(self, data: Any = None, *, by: Any, giver: Any) -> None:
        self.by, self.giver = by, giver
        super().__init__(data, initial={"on": clock.company_today()})
        self.fields["taker"] = ColleagueField(but=giver, label=_("To"))
        self.order_fields(["taker", "function", "on", "reason"])

    @property
    def accounts(self) -> list[int]:
        ticked = self.data.getlist("account") if self.is_bound else []
        return [pk for raw in ticked if (pk := number_of(raw)) is not None]

    def save(self) -> Transfer | None:
        given = {"accounts": self.accounts, **self.cleaned_data}
        return made_by(self, lambda: domain.transfer_accounts(self.giver, by=self.by, **given))


class GiverForm(forms.Form):
    """Whose accounts."""

    giver = ColleagueField(label=_("From"))
