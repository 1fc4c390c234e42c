"""Rating, aligning, deciding, proposing, orienting: one account's qualification."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kameo.accounts.domain import change_account
from kameo.accounts.enums import AccountClass, Orientation
from kameo.accounts.models import Account
from kameo.core import clock
from kameo.core.forms import DateInput, run_verb
from kameo.qualification.domain.decisions import decide_class, propose_class, review_day
from kameo.qualification.domain.ratings import rate_alignment, rate_criterion
from kameo.qualification.enums import DecisionKind, Help
from kameo.qualification.models import Criterion, Objective

AXES = {
    AccountClass.LARGE_KEY: (True, True),
    AccountClass.KEY: (False, True),
    AccountClass.LARGE: (True, False),
    AccountClass.STANDARD: (False, False),
}
REASON = forms.Textarea(attrs={"rows": 3})


class RatingForm(forms.Form):
    """A score of one criterion; empty takes the rating back."""

    line = "criterion"
    criterion = forms.ModelChoiceField(Criterion.objects.all())
    score = forms.TypedChoiceField(
        choices=[("", ""), *((n, n) for n in range(6))], coerce=int, empty_value=None, required=False
    )
    evidence = forms.CharField(max_length=10_000, required=False)

    def save(self, account: Account, by: Any) -> bool:
        return run_verb(self, lambda: rate_criterion(account, by=by, **self.cleaned_data))


class AlignmentForm(forms.Form):
    """How far the account helps one objective; empty takes it back."""

    line = "objective"
    objective = forms.ModelChoiceField(Objective.objects.all())
    value = forms.TypedChoiceField(choices=[("", ""), *Help.choices], coerce=int, empty_value=None, required=False)
    evidence = forms.CharField(max_length=10_000, required=False)

    def save(self, account: Account, by: Any) -> bool:
        return run_verb(self, lambda: rate_alignment(account, by=by, **self.cleaned_data))


class DecisionForm(forms.Form):
    """Accept what is computed, or set it aside with a reason, for how long."""

    kind = forms.ChoiceField(label=_("Decision"), choices=DecisionKind, initial=DecisionKind.ACCEPTED)
    account_class = forms.ChoiceField(
        label=_("Class decided"),
        choices=AccountClass,
        required=False,
        help_text=_("Read when the computed class is set aside; accepting takes the computed one."),
    )
    reason = forms.CharField(
        label=_("Reason"),
        widget=REASON,
        max_length=4000,
        required=False,
        help_text=_("Required when the computed class is set aside."),
    )
    expires_on = forms.DateField(
        label=_("Expires on"),
        widget=DateInput(),
        required=False,
        help_text=_("From that day the computed class is back. Empty: until the next decision."),
    )
    due_on = forms.DateField(label=_("To be looked at again on"), widget=DateInput(), required=False)

    def __init__(self, data: Any = None, *, account: Account, by: Any, in_force: str = "") -> None:
        self.account, self.by = account, by
        initial = {"account_class": in_force, "due_on": review_day(clock.company_today())}
        super().__init__(data, initial=initial)

    def save(self) -> bool:
        values = dict(self.cleaned_data)
        chosen = values.pop("account_class")
        if values["kind"] == DecisionKind.OVERRIDDEN and chosen:
            values["large"], values["key"] = AXES[AccountClass(chosen)]
        return run_verb(self, lambda: decide_class(self.account, by=self.by, **values))


class ProposalForm(forms.Form):
    """For those who may not decide: a class and why."""

    account_class = forms.ChoiceField(label=_("Class proposed"), choices=AccountClass)
    reason = forms.CharField(label=_("Reason"), widget=REASON, max_length=4000)

    def __init__(self, data: Any = None, *, account: Account, by: Any, in_force: str = "") -> None:
        self.account, self.by = account, by
        super().__init__(data, initial={"account_class": in_force})

    def save(self) -> bool:
        large, key = AXES[AccountClass(self.cleaned_data["account_class"])]
        reason = self.cleaned_data["reason"]
        return run_verb(self, lambda: propose_class(self.account, large=large, key=key, reason=reason, by=self.by))


class OrientationForm(forms.Form):
    """What the relationship is for first, and how often one calls (R10)."""

    orientation = forms.ChoiceField(
        label=_("Orientation"), required=False, choices=[("", _("That of the programme")), *Orientation.choices]
    )
    cadence_days = forms.IntegerField(
        label=_("Longest time between two contacts"),
        required=False,
        min_value=1,
        max_value=365,
        help_text=_("Empty: that of the orientation."),
    )

    def __init__(self, data: Any = None, *, account: Account, by: Any) -> None:
        self.account, self.by = account, by
        super().__init__(data, initial={"orientation": account.orientation, "cadence_days": account.cadence_days})

    def save(self) -> bool:
        return run_verb(self, lambda: change_account(self.account, by=self.by, **self.cleaned_data))
