"""Who serves an account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kameo.accounts import domain
from kameo.accounts.enums import Function
from kameo.accounts.models import Account, AccountMember
from kameo.core.forms import accepted
from kameo.people.models import User
from kameo.people.pickers import ColleagueField


class MemberForm(forms.Form):
    """Somebody joins the team, or does something else on it (`member`). A new lead makes the old one back-up."""

    user = ColleagueField(label=_("Colleague"))
    function = forms.ChoiceField(label=_("Function"), choices=Function, initial=Function.SALES)
    responsibilities = forms.CharField(
        label=_("Responsibilities"), max_length=250, required=False,
        help_text=_("For example: logistics contracts, the Lyon sites."),
    )  # fmt: skip

    def __init__(
        self, data: Any = None, *, by: Any, account: Account, member: AccountMember | None = None
    ) -> None:
        self.by, self.account, self.member = by, account, member
        stored = {"function": member.function, "responsibilities": member.responsibilities} if member else {}
        super().__init__(data, initial=stored)
        if member is not None:
            del self.fields["user"]

    def save(self) -> bool:
        if self.member is not None:
            changed = self.member
            return accepted(self, lambda: domain.change_member(changed, by=self.by, **self.cleaned_data))
        return accepted(self, lambda: domain.add_member(self.account, by=self.by, **self.cleaned_data))


class LeadForm(forms.Form):
    """Somebody else leads from now on; the present lead becomes back-up."""

    user = ColleagueField(label=_("New lead"))

    def __init__(self, data: Any = None, *, by: Any, account: Account) -> None:
        self.by, self.account = by, account
        super().__init__(data)

    def save(self) -> bool:
        return accepted(self, lambda: make_lead(self.account, user=self.cleaned_data["user"], by=self.by))


def make_lead(account: Account, *, user: User, by: Any) -> AccountMember:
    """`user` leads the account; a back-up who takes over keeps no second row."""
    spare = AccountMember.objects.filter(account=account, user=user, function=Function.BACK_UP).first()
    if spare is not None:
        return domain.change_member(spare, by=by, function=Function.LEAD, replace_lead=True)
    return domain.add_member(account, by=by, user=user, function=Function.LEAD, replace_lead=True)
