"""Naming a view of the list, and choosing who may open it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kameo.accounts import domain
from kameo.core.forms import run_verb
from kameo.core.lists.models import SavedView

PRIVATE, EVERYBODY = "private", "everybody"


class ViewForm(forms.Form):
    """A new view made of what is on the page (`content`), or another name and sharing for one's own (`view`)."""

    name = forms.CharField(label=_("Name"), max_length=120)
    sharing = forms.ChoiceField(label=_("Who may open it"), widget=forms.RadioSelect)
    usual = forms.BooleanField(
        label=_("Open the list with this view"), required=False, help_text=_("For you only: the list opens with it.")
    )

    def __init__(
        self, data: Any = None, *, by: Any, view: SavedView | None = None, content: dict[str, Any] | None = None
    ) -> None:
        self.by, self.view, self.content = by, view, content or {}
        self.teams = {str(team.pk): team for team in by.teams.all()}
        super().__init__(data, initial=self._stored(view))
        self.fields["sharing"].choices = [  # type: ignore[attr-defined]
            (PRIVATE, _("Only you")),
            *((key, _("Team %(name)s") % {"name": team.name}) for key, team in self.teams.items()),
            (EVERYBODY, _("Everybody: each sees in it the accounts they may see")),
        ]

    def save(self) -> bool:
        return run_verb(self, self._write)

    def _stored(self, view: SavedView | None) -> dict[str, Any]:
        if view is None:
            return {"sharing": PRIVATE}
        sharing = EVERYBODY if view.shared else str(view.team_id or PRIVATE)
        return {"name": view.name, "sharing": sharing, "usual": self.by.choices.get(domain.DEFAULT_VIEW) == view.pk}

    def _write(self) -> None:
        given = self.cleaned_data
        sharing = {
            "name": given["name"],
            "shared": given["sharing"] == EVERYBODY,
            "team": self.teams.get(given["sharing"]),
        }
        if self.view is None:
            self.view = domain.save_view(by=self.by, **sharing, **self.content)
        else:
            self.view = domain.change_view(self.view, by=self.by, **sharing)
        if given["usual"]:
            domain.choose_default_view(self.view, by=self.by)
        elif self.by.choices.get(domain.DEFAULT_VIEW) == self.view.pk:
            domain.choose_default_view(None, by=self.by)
