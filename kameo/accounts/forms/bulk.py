"""Changing many accounts at once: what to change, and the new value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kameo.accounts.enums import Orientation, Status
from kameo.core.errors import DomainError
from kameo.core.ui.inputs import AmountField
from kameo.people.enums import Right
from kameo.people.picking.colleague import ColleagueField


@dataclass(frozen=True)
class BulkAction:
    """One thing to do: `fields` makes its controls, `arguments` what the verb is given of what was typed."""

    label: Any
    icon: str
    what: str
    fields: Callable[[], dict[str, forms.Field]]
    arguments: Callable[[dict[str, Any]], dict[str, Any]]
    right: str = Right.WRITE_ACCOUNTS


def _field(name: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda given: {"field": name, "value": given["value"]}


def _tags(key: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda given: {key: given["value"].split(",")}


def _tag_field() -> dict[str, forms.Field]:
    return {"value": forms.CharField(label=_("Tags, separated by commas"), max_length=500)}


def _lead_fields() -> dict[str, forms.Field]:
    why = _("Only beyond the cap of the role, for a director.")
    return {
        "value": ColleagueField(label=_("New lead")),
        "reason": forms.CharField(label=_("Reason"), required=False, max_length=500, help_text=why),
    }


def _orientations() -> dict[str, forms.Field]:
    choices = [("", _("None of its own")), *Orientation.choices]
    return {"value": forms.ChoiceField(label=_("Orientation"), required=False, choices=choices)}


def _text_field(label: Any, most: int) -> Callable[[], dict[str, forms.Field]]:
    return lambda: {"value": forms.CharField(label=label, required=False, max_length=most)}


def _days() -> dict[str, forms.Field]:
    label = _("Days between contacts")
    return {"value": forms.IntegerField(label=label, required=False, min_value=1, max_value=3650)}


ACTIONS = {
    "status": BulkAction(
        _("Status"),
        "flag",
        "status",
        lambda: {"value": forms.ChoiceField(label=_("Status"), choices=Status)},
        lambda given: {"status": given["value"]},
    ),
    "lead": BulkAction(
        _("Lead"), "person", "lead", _lead_fields, lambda given: {"user": given["value"].pk, "reason": given["reason"]}
    ),
    "add_tags": BulkAction(_("Add tags"), "tag", "tags", _tag_field, _tags("add")),
    "remove_tags": BulkAction(_("Remove tags"), "tag", "tags", _tag_field, _tags("remove")),
    "sector": BulkAction(_("Sector"), "building", "field", _text_field(_("Sector"), 160), _field("sector")),
    "country": BulkAction(_("Country"), "globe", "field", _text_field(_("Country code"), 2), _field("country")),
    "potential": BulkAction(
        _("Potential"),
        "euro",
        "field",
        lambda: {"value": AmountField(label=_("Potential"), required=False, min_value=0)},
        _field("potential"),
    ),
    "orientation": BulkAction(_("Orientation"), "target", "field", _orientations, _field("orientation")),
    "cadence": BulkAction(_("Cadence"), "clock", "field", _days, _field("cadence_days")),
    "watch": BulkAction(_("Watch"), "eye", "field", dict, lambda given: {"field": "watched", "value": True}),
    "unwatch": BulkAction(
        _("Stop watching"), "eye-off", "field", dict, lambda given: {"field": "watched", "value": False}
    ),
    "bin": BulkAction(_("Put in the bin"), "trash", "bin", dict, lambda given: {}, right=Right.BIN_ACCOUNTS),
}
REFUSALS: dict[str, Any] = {
    "cap_exceeded": _("the lead would pass the cap of the role"),
    "hidden_children": _("something below is confidential: ask a director"),
    "too_many_tags": _("there would be more than 50 tags"),
    "not_yours": _("no longer for you to change"),
}


class BulkForm(forms.Form):
    """The controls of one action; `what` and `arguments` are the verb's."""

    def __init__(self, data: Any = None, *, action: str) -> None:
        self.action = ACTIONS[action]
        super().__init__(data)
        self.fields.update(self.action.fields())

    @property
    def what(self) -> str:
        return self.action.what

    @property
    def arguments(self) -> dict[str, Any]:
        return self.action.arguments(self.cleaned_data)

    def refuse(self, error: DomainError) -> None:
        """A refusal of the domain, beside the control where there is one."""
        names = {"user": "value", "tags": "value", "reason": "reason"}
        name = names.get(error.field or "", "value")
        self.add_error(name if name in self.fields else None, str(error))
