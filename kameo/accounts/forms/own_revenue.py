"""Our own revenue, one fiscal year per line."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from kameo.accounts.domain import enter_own_revenue
from kameo.accounts.models import OwnRevenue
from kameo.accounts.revenue import totals
from kameo.core.forms import run_verb
from kameo.core.ui import formats
from kameo.core.ui.inputs import AmountField


class OwnRevenueForm(forms.Form):
    """The last fiscal years; an empty amount means that the invoices kept here are all there is."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.entered = dict(OwnRevenue.objects.values_list("fiscal_year", "amount"))
        self.years = [year for year, _last in totals.fiscal_years()]
        for year, last_day in totals.fiscal_years():
            self.fields[f"year_{year}"] = AmountField(
                label=_("Fiscal year ending on %(day)s") % {"day": formats.date_long(last_day)},
                required=False,
                max_digits=18,
                decimal_places=2,
                initial=self.entered.get(year),
            )

    def save(self, by: Any) -> bool:
        """Write the years that differ; False when one is refused."""
        return all(
            run_verb(self, partial(enter_own_revenue, fiscal_year=year, amount=amount, by=by))
            for year, amount in ((year, self.cleaned_data[f"year_{year}"]) for year in self.years)
            if amount != self.entered.get(year)
        )
