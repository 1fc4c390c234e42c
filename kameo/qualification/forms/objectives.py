"""Our objectives, and the scorecard's criteria."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kameo.core.forms import DateInput, run_verb
from kameo.core.ui.inputs import AmountField
from kameo.qualification.domain.criteria import save_criterion
from kameo.qualification.domain.objectives import save_objective
from kameo.qualification.models import Criterion, Objective

NAMES = ("name", "description", "weight", "starts_on", "ends_on")


class ObjectiveForm(forms.Form):
    """One objective, new or changed."""

    name = forms.CharField(label=gettext_lazy("Objective"), max_length=160)
    description = forms.CharField(
        label=gettext_lazy("What it means"), widget=forms.Textarea(attrs={"rows": 3}), max_length=4000, required=False
    )
    weight = AmountField(
        label=gettext_lazy("Weight"),
        max_digits=6,
        decimal_places=2,
        min_value=0,
        initial=Decimal(1),
        help_text=gettext_lazy("Against the other objectives: 2 counts twice as much as 1."),
    )
    starts_on = forms.DateField(label=gettext_lazy("From"), widget=DateInput(), required=False)
    ends_on = forms.DateField(
        label=gettext_lazy("To"),
        widget=DateInput(),
        required=False,
        help_text=gettext_lazy("Included. Outside its period it counts in no score."),
    )

    def __init__(self, data: Any = None, *, by: Any, objective: Objective | None = None) -> None:
        self.by, self.objective = by, objective
        stored = {name: getattr(objective, name) for name in NAMES} if objective else {}
        super().__init__(data, initial=stored)

    def write(self) -> Objective:
        return save_objective(by=self.by, objective=self.objective, **self.cleaned_data)

    def save(self) -> bool:
        return run_verb(self, self.write)


class ScorecardCriterionForm(forms.Form):
    """One criterion: weight, six anchors, and the five lower bounds where the system measures it."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    weight = AmountField(label=gettext_lazy("Weight"), max_digits=6, decimal_places=2, min_value=0)

    def __init__(self, data: Any = None, *, by: Any, criterion: Criterion | None = None) -> None:
        self.by, self.criterion = by, criterion
        super().__init__(data)
        for n in range(6):
            self.fields[f"anchor_{n}"] = forms.CharField(
                label=_("%(score)s means") % {"score": n}, max_length=120, required=False
            )
        if criterion is not None:
            self._fill(criterion)

    @property
    def anchors(self) -> list[Any]:
        return [self[f"anchor_{n}"] for n in range(6)]

    @property
    def steps(self) -> list[Any]:
        return [self[f"step_{n}"] for n in range(1, 6) if f"step_{n}" in self.fields]

    def save(self) -> bool:
        return run_verb(self, lambda: save_criterion(by=self.by, criterion=self.criterion, **self._values()))

    def _fill(self, criterion: Criterion) -> None:
        """Names and anchors of the seeds are shown, and compared, in the reader's language."""
        said = _ if criterion.key else str
        self.initial = {"name": said(criterion.name), "weight": criterion.weight}
        self.initial |= {f"anchor_{n}": said(text) if text else "" for n, text in enumerate(criterion.anchors)}
        for n, step in enumerate(criterion.steps, start=1):
            self.fields[f"step_{n}"] = AmountField(label=_("%(score)s from") % {"score": n}, min_value=0)
            self.initial[f"step_{n}"] = Decimal(str(step))

    def _values(self) -> dict[str, Any]:
        read = self.cleaned_data
        anchors = [read[f"anchor_{n}"] for n in range(6)]
        values = {"name": read["name"], "weight": read["weight"], "anchors": anchors if any(anchors) else []}
        if self.criterion is not None:
            values = self._kept(values)
        if self.steps:
            values["steps"] = [_plain_number(read[f"step_{n}"]) for n in range(1, 6)]
        return values

    def _kept(self, values: dict[str, Any]) -> dict[str, Any]:
        """What was not retyped stays as it is stored, so that it goes on being translated."""
        stored: Any = self.criterion
        if values["name"] == self.initial["name"]:
            values["name"] = stored.name
        if [self.initial.get(f"anchor_{n}", "") for n in range(6)] == (values["anchors"] or [""] * 6):
            values["anchors"] = stored.anchors
        return values


def _plain_number(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)
