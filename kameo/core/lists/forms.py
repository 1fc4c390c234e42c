"""Naming a saved view, changing one cell, changing many records."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kameo.core.errors import DomainError
from kameo.core.forms import run_verb
from kameo.core.kinds.forms import form_value
from kameo.core.lists.bulk.actions import BulkAction, control_of
from kameo.core.lists.bulk.columns import write_value
from kameo.core.lists.columns import Column
from kameo.core.lists.declaration import ListOf
from kameo.core.lists.models import SavedView
from kameo.core.lists.saved import verbs

PRIVATE, EVERYBODY = "private", "everybody"


class ViewForm(forms.Form):
    """A new view made of what is on the page (`content`), or another name and sharing for one's own (`view`)."""

    name = forms.CharField(label=_("Name"), max_length=120)
    sharing = forms.ChoiceField(label=_("Who may open it"), widget=forms.RadioSelect)
    usual = forms.BooleanField(
        label=_("Open the list with this view"), required=False, help_text=_("For you only: the list opens with it.")
    )

    def __init__(
        self,
        data: Any = None,
        *,
        noun: ListOf,
        by: Any,
        view: SavedView | None = None,
        content: dict[str, Any] | None = None,
    ) -> None:
        self.noun, self.by, self.view, self.content = noun, by, view, content or {}
        self.teams = {str(team.pk): team for team in by.teams.all()}
        super().__init__(data, initial=self._stored(view))
        self.fields["sharing"].choices = [  # type: ignore[attr-defined]
            (PRIVATE, _("Only you")),
            *((key, _("Team %(name)s") % {"name": team.name}) for key, team in self.teams.items()),
            (EVERYBODY, _("Everybody: each sees in it what they may see")),
        ]

    def save(self) -> bool:
        return run_verb(self, self._write)

    @property
    def is_default(self) -> bool:
        return self.view is not None and self.by.choices.get(self.noun.default_key) == self.view.pk

    def _stored(self, view: SavedView | None) -> dict[str, Any]:
        if view is None:
            return {"sharing": PRIVATE}
        sharing = EVERYBODY if view.shared else str(view.team_id or PRIVATE)
        return {"name": view.name, "sharing": sharing, "usual": self.is_default}

    def _write(self) -> None:
        given = self.cleaned_data
        sharing = {
            "name": given["name"],
            "shared": given["sharing"] == EVERYBODY,
            "team": self.teams.get(given["sharing"]),
        }
        if self.view is None:
            self.view = verbs.save_view(self.noun, by=self.by, **sharing, **self.content)
        else:
            self.view = verbs.change_view(self.view, by=self.by, **sharing)
        if given["usual"]:
            verbs.choose_default_view(self.noun, self.view, by=self.by)
        elif self.is_default:
            verbs.choose_default_view(self.noun, None, by=self.by)


class CellForm(forms.Form):
    """One cell. `undo` is what a form sends to give the value back."""

    def __init__(self, data: Any = None, *, noun: ListOf, by: Any, record: Any, column: Column) -> None:
        self.noun, self.by, self.record, self.column = noun, by, record, column
        edit: Any = column.edit
        read = edit.read or (lambda row: form_value(column.kind, getattr(row, edit.field or column.name)))
        self.stored = read(record)
        super().__init__(data, initial={"value": self.stored})
        self.fields["value"] = control_of(column)
        _choose_among(self, by, self.stored)

    @property
    def undo(self) -> dict[str, str]:
        stored = getattr(self.stored, "pk", self.stored)
        return {"value": "" if stored is None else str(stored)}

    def save(self) -> bool:
        value = self.cleaned_data["value"]
        return run_verb(self, lambda: write_value(self.noun, self.column, self.record, value, self.by))


class BulkForm(forms.Form):
    """The controls of one action; `arguments` are what its kind is given."""

    def __init__(self, data: Any = None, *, action: BulkAction, by: Any) -> None:
        self.action = action
        super().__init__(data)
        self.fields.update(action.fields())
        _choose_among(self, by, None)

    @property
    def arguments(self) -> dict[str, Any]:
        return self.action.arguments(self.cleaned_data)

    def refuse(self, error: DomainError) -> None:
        """A refusal of the domain, beside the control where there is one."""
        name = error.field if error.field in self.fields else "value"
        self.add_error(name if name in self.fields else None, str(error))


def _choose_among(form: forms.Form, by: Any, stored: Any) -> None:
    """Pickers offer what `by` sees, and begin with what is stored."""
    for name, control in form.fields.items():
        if hasattr(control, "for_reader"):
            form.initial[name] = control.for_reader(by, stored)
