"""Who serves an account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kameo.accounts import domain
from kameo.accounts.enums import Function
from kameo.accounts.models import Account, AccountMember
from kameo.core.forms import run_verb
from kameo.people.enums import Right
from kameo.people.picking.colleague import ColleagueField


class ExcessForm(forms.Form):
    """A form that may put a lead beyond the role's cap: a user with the right confirms it with a reason (R100)."""

    account: Account
    member: AccountMember | None = None

    reason = forms.CharField(
        label=_("Why go beyond the limit"),
        max_length=500,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Kept with the account and shown beside the load."),
    )

    def only_for(self, by: Any) -> None:
        """Take the reason away from who may not confirm."""
        if not by.can(Right.EXCEED_CAPS):
            del self.fields["reason"]

    @property
    def asks_reason(self) -> bool:
        """Whether a cap stands in the way, or stood and the reason is there."""
        return "reason" in self.fields and bool(self.errors.get("reason") or self.data.get("reason"))


class TeamMemberForm(ExcessForm):
    """A colleague joins the team, or `member` changes function. A new lead makes the old one back-up."""

    user = ColleagueField(label=_("Colleague"))
    function = forms.ChoiceField(label=_("Function"), choices=Function, initial=Function.SALES)
    responsibilities = forms.CharField(
        label=_("Responsibilities"),
        max_length=250,
        required=False,
        help_text=_("For example: logistics contracts, the Lyon sites."),
    )

    def __init__(self, data: Any = None, *, by: Any, account: Account, member: AccountMember | None = None) -> None:
        self.by, self.account, self.member = by, account, member
        stored = {"function": member.function, "responsibilities": member.responsibilities} if member else {}
        super().__init__(data, initial=stored)
        self.only_for(by)
        if member is not None:
            del self.fields["user"]

    def save(self) -> bool:
        if self.member is not None:
            changed = self.member
            return run_verb(self, lambda: domain.change_member(changed, by=self.by, **self.cleaned_data))
        return run_verb(self, lambda: domain.add_member(self.account, by=self.by, **self.cleaned_data))


class LeadForm(ExcessForm):
    """Another colleague leads from now on; the present lead becomes back-up."""

    user = ColleagueField(label=_("New lead"))

    def __init__(self, data: Any = None, *, by: Any, account: Account) -> None:
        self.by, self.account = by, account
        super().__init__(data)
        self.only_for(by)

    def save(self) -> bool:
        return run_verb(self, lambda: domain.make_lead(self.account, by=self.by, **self.cleaned_data))
