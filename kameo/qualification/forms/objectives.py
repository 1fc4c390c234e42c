"""A criterion of the scorecard."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kameo.core.forms import run_verb
from kameo.core.ui.inputs import AmountField
from kameo.qualification.choices import CRITERIA
from kameo.qualification.models import Criterion


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
        return run_verb(self, self._write)

    def _write(self) -> None:
        if self.criterion is None:
            CRITERIA.add(by=self.by, **self._values())
        else:
            CRITERIA.change(self.criterion, by=self.by, **self._values())

    def _fill(self, criterion: Criterion) -> None:
        """Names and anchors of the seeds are shown, and compared, in the reader's language."""
        self.initial = {"name": CRITERIA.name(criterion), "weight": criterion.weight}
        self.initial |= {f"anchor_{n}": text for n, text in enumerate(CRITERIA.shown(criterion, "anchors"))}
        for n, step in enumerate(criterion.steps, start=1):
            self.fields[f"step_{n}"] = AmountField(label=_("%(score)s from") % {"score": n}, min_value=0)
            self.initial[f"step_{n}"] = Decimal(str(step))

    def _values(self) -> dict[str, Any]:
        read = self.cleaned_data
        anchors = [read[f"anchor_{n}"] for n in range(6)]
        values = {"name": read["name"], "weight": read["weight"], "anchors": anchors if any(anchors) else []}
        if self.steps:
            values["steps"] = [_plain_number(read[f"step_{n}"]) for n in range(1, 6)]
        return values


def _plain_number(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)
