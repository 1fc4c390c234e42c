"""The forms of the 9-box. Each calls verbs of `qualification`, and shows a refusal beside the field."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.core.forms import run_verb
from kameo.insight.queries import BoxRatings
from kameo.people.models import User
from kameo.qualification import domain
from kameo.qualification.seeds.boxes import CellWords

SCORES = [("", _("Not rated")), *((str(score), str(score)) for score in range(6))]


class BoxCellForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=80, required=False)
    strategy = forms.CharField(
        label=_("Strategy"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    service_level = forms.CharField(
        label=_("Service level"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Empty: the words proposed at the start."),
    )

    def __init__(self, data: Any = None, *, words: CellWords) -> None:
        super().__init__(data, initial=vars(words))

    def save(self, attractiveness: int, position: int, by: User) -> bool:
        cell = {"attractiveness": attractiveness, "position": position}
        return run_verb(self, lambda: domain.save_box_cell(**cell, by=by, **self.cleaned_data))


class RatingsForm(forms.Form):
    """The reader's own score and evidence for each criterion in use."""

    def __init__(self, data: Any = None, *, found: BoxRatings) -> None:
        super().__init__(data)
        self.lines = [line for _axis, lines in found.axes for line in lines]
        for line in self.lines:
            mine = line.mine
            self.fields[f"score-{line.criterion.pk}"] = forms.TypedChoiceField(
                label=line.name,
                choices=SCORES,
                required=False,
                coerce=int,
                empty_value=None,
                initial=str(mine.score) if mine else "",
                help_text=line.help,
            )
            self.fields[f"evidence-{line.criterion.pk}"] = forms.CharField(
                label=_("Evidence"), max_length=2000, required=False, initial=mine.evidence if mine else ""
            )

    def pair(self, pk: int) -> tuple[Any, Any]:
        return self[f"score-{pk}"], self[f"evidence-{pk}"]

    def save(self, account: Account, by: User) -> bool:
        return run_verb(self, lambda: self._rate(account, by))

    @transaction.atomic
    def _rate(self, account: Account, by: User) -> None:
        for line in self.lines:
            pk = line.criterion.pk
            score, evidence = self.cleaned_data[f"score-{pk}"], self.cleaned_data[f"evidence-{pk}"]
            domain.rate_box(account, criterion=line.criterion, score=score, evidence=evidence, by=by)
