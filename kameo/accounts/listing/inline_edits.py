"""The cells of the list that are changed in place: what each takes, the verb behind it, and how to take it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kameo.accounts import domain
from kameo.accounts.enums import Function, Orientation, Status
from kameo.accounts.models import Account, AccountMember
from kameo.core.forms import run_verb
from kameo.core.ui.inputs import AmountField
from kameo.people.picking.colleague import ColleagueField


@dataclass(frozen=True)
class InlineEdit:
    """`field` makes the control; `read` gives what it starts with, `write` runs the verb; `back` is the stored value
    as a form sends it, for undoing. `column` is the list's column that shows it.
    """

    column: str
    field: Callable[[], forms.Field]
    read: Callable[[Account], Any]
    write: Callable[[Account, Any, Any], Any]


def _change_field(name: str) -> Callable[[Account, Any, Any], Any]:
    return lambda account, value, by: domain.change_account(account, by=by, **{name: value})


def _lead(account: Account) -> Any:
    member = AccountMember.objects.filter(account=account, function=Function.LEAD).first()
    return member.user_id if member else None


def _set_lead(account: Account, user: Any, by: Any) -> Any:
    if user is None:
        lead = AccountMember.objects.filter(account=account, function=Function.LEAD).select_related("account").first()
        return domain.remove_member(lead, by=by) if lead else None
    return domain.make_lead(account, user=user, by=by) if user.pk != _lead(account) else None


def _tags(value: str) -> list[str]:
    return [tag for tag in value.split(",") if tag.strip()]


INLINE_EDITS = {
    "status": InlineEdit(
        "status",
        lambda: forms.ChoiceField(label=_("Status"), choices=Status),
        lambda account: account.status,
        lambda account, value, by: domain.set_status(account, status=value, by=by),
    ),
    "potential": InlineEdit(
        "potential",
        lambda: AmountField(label=_("Potential"), required=False, min_value=0),
        lambda account: account.potential,
        _change_field("potential"),
    ),
    "sector": InlineEdit(
        "sector",
        lambda: forms.CharField(label=_("Sector"), required=False, max_length=160),
        lambda account: account.sector,
        _change_field("sector"),
    ),
    "tags": InlineEdit(
        "tags",
        lambda: forms.CharField(label=_("Tags, separated by commas"), required=False, max_length=2000),
        lambda account: ", ".join(account.tags),
        lambda account, value, by: domain.set_tags(account, tags=_tags(value), by=by),
    ),
    "lead": InlineEdit("lead", lambda: ColleagueField(label=_("Lead"), required=False), _lead, _set_lead),
    "orientation": InlineEdit(
        "orientation",
        lambda: forms.ChoiceField(
            label=_("Orientation"), required=False, choices=[("", _("None of its own")), *Orientation.choices]
        ),
        lambda account: account.orientation,
        _change_field("orientation"),
    ),
    "cadence": InlineEdit(
        "cadence",
        lambda: forms.IntegerField(label=_("Days between contacts"), required=False, min_value=1, max_value=3650),
        lambda account: account.cadence_days,
        _change_field("cadence_days"),
    ),
}


class InlineEditForm(forms.Form):
    """One cell. `undo` is what a form sends to give the value back."""

    def __init__(self, data: Any = None, *, by: Any, account: Account, name: str) -> None:
        self.by, self.account, self.cell = by, account, INLINE_EDITS[name]
        self.stored = self.cell.read(account)
        super().__init__(data, initial={"value": self.stored})
        self.fields["value"] = self.cell.field()

    @property
    def undo(self) -> dict[str, str]:
        return {"value": "" if self.stored is None else str(self.stored)}

    def save(self) -> bool:
        return run_verb(self, lambda: self.cell.write(self.account, self.cleaned_data["value"], self.by))
