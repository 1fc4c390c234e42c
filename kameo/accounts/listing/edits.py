"""The cells of the list of accounts that are changed in place, and what else is done to many."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kameo.accounts import domain
from kameo.accounts.enums import Function, Orientation, Status
from kameo.accounts.models import Account, AccountMember, AccountPulse
from kameo.core.lists.bulk.actions import BulkAction
from kameo.core.lists.columns import InlineEdit
from kameo.core.ui.inputs import AmountField
from kameo.people.enums import Right
from kameo.people.picking.colleague import ColleagueField

Controls = Callable[[], dict[str, forms.Field]]


def _status() -> forms.Field:
    return forms.ChoiceField(label=_("Status"), choices=Status)


def _potential() -> forms.Field:
    return AmountField(label=_("Potential"), required=False, min_value=0)


def _sector() -> forms.Field:
    return forms.CharField(label=_("Sector"), required=False, max_length=160)


def _country() -> forms.Field:
    return forms.CharField(label=_("Country code"), required=False, max_length=2)


def _tags(most: int = 2000, *, required: bool = False) -> forms.Field:
    return forms.CharField(label=_("Tags, separated by commas"), required=required, max_length=most)


def _orientation() -> forms.Field:
    choices = [("", _("None of its own")), *Orientation.choices]
    return forms.ChoiceField(label=_("Orientation"), required=False, choices=choices)


def _cadence() -> forms.Field:
    return forms.IntegerField(label=_("Days between contacts"), required=False, min_value=1, max_value=3650)


def _lead(account: Account) -> Any:
    member = AccountMember.objects.filter(account=account, function=Function.LEAD).first()
    return member.user_id if member else None


def _set_lead(account: Account, user: Any, by: Any) -> Any:
    if user is None:
        lead = AccountMember.objects.filter(account=account, function=Function.LEAD).select_related("account").first()
        return domain.remove_member(lead, by=by) if lead else None
    return domain.make_lead(account, user=user, by=by) if user.pk != _lead(account) else None


def _set_tags(account: Account, typed: str, by: Any) -> Any:
    return domain.set_tags(account, tags=[tag for tag in typed.split(",") if tag.strip()], by=by)


# In bulk each has a statement of its own (`domain.bulk`), below: the engine's would run a verb a row.
EDITS = {
    "status": InlineEdit(
        lambda account, value, by: domain.set_status(account, status=value, by=by), control=_status, many=False
    ),
    "potential": InlineEdit(control=_potential, many=False),
    "sector": InlineEdit(control=_sector, many=False),
    "tags": InlineEdit(_set_tags, read=lambda account: ", ".join(account.tags), control=_tags, many=False),
    "lead": InlineEdit(
        _set_lead, read=_lead, control=lambda: ColleagueField(label=_("Lead"), required=False), many=False
    ),
    "orientation": InlineEdit(control=_orientation, many=False),
    "cadence": InlineEdit(control=_cadence, field="cadence_days", many=False),
}


def _one(control: Callable[[], forms.Field]) -> Controls:
    return lambda: {"value": control()}


def _field(name: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda given: {"field": name, "value": given["value"]}


def _some_tags(key: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda given: {key: given["value"].split(",")}


def _lead_fields() -> dict[str, forms.Field]:
    why = _("Only beyond the cap of the role, for a director.")
    return {
        "value": ColleagueField(label=_("New lead")),
        "reason": forms.CharField(label=_("Reason"), required=False, max_length=500, help_text=why),
    }


def _written_tags() -> forms.Field:
    return _tags(500, required=True)


def _watch(value: bool) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda given: {"field": "watched", "value": value}


ACTIONS = {
    "status": BulkAction(_("Status"), "flag", "status", _one(_status), lambda given: {"status": given["value"]}),
    "lead": BulkAction(
        _("Lead"), "person", "lead", _lead_fields, lambda given: {"user": given["value"].pk, "reason": given["reason"]}
    ),
    "add_tags": BulkAction(_("Add tags"), "tag", "tags", _one(_written_tags), _some_tags("add")),
    "remove_tags": BulkAction(_("Remove tags"), "tag", "tags", _one(_written_tags), _some_tags("remove")),
    "sector": BulkAction(_("Sector"), "building", "field", _one(_sector), _field("sector")),
    "country": BulkAction(_("Country"), "globe", "field", _one(_country), _field("country")),
    "potential": BulkAction(_("Potential"), "euro", "field", _one(_potential), _field("potential")),
    "orientation": BulkAction(_("Orientation"), "target", "field", _one(_orientation), _field("orientation")),
    "cadence": BulkAction(_("Cadence"), "clock", "field", _one(_cadence), _field("cadence_days")),
    "watch": BulkAction(_("Watch"), "eye", "field", dict, _watch(True)),
    "unwatch": BulkAction(_("Stop watching"), "eye-off", "field", dict, _watch(False)),
    "bin": BulkAction(
        _("Put in the bin"), "trash", "bin", dict, lambda given: {}, right=Right.BIN_ACCOUNTS, danger=True
    ),
}
REFUSALS: dict[str, Any] = {
    "cap_exceeded": _("the lead would pass the cap of the role"),
    "hidden_children": _("something below is confidential: ask a director"),
    "too_many_tags": _("there would be more than 50 tags"),
}


def class_of(account: Account) -> str:
    """What marks the whole line: with another class, more than one cell changes."""
    found = AccountPulse.objects.filter(account=account).values_list("account_class", flat=True).first()
    return str(found or "")
