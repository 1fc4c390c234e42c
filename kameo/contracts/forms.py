"""Typing an invoice or a credit note: at header level, or line by line."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.contracts import domain
from kameo.contracts.enums import InvoiceKind
from kameo.contracts.models import Invoice
from kameo.core import clock
from kameo.core.errors import DomainError
from kameo.core.forms import DateInput
from kameo.core.installation import currencies
from kameo.core.money import reporting_currency
from kameo.core.ui.inputs import AmountField


class InvoiceLineForm(forms.Form):
    label = forms.CharField(label=_("Label"), max_length=300, required=False)
    reference = forms.CharField(label=_("Reference"), max_length=80, required=False)
    quantity = AmountField(label=_("Quantity"), max_digits=16, decimal_places=4, required=False)
    unit_price = AmountField(label=_("Unit price"), max_digits=18, decimal_places=4, required=False)
    net = AmountField(label=_("Amount excl. VAT"), max_digits=18, decimal_places=2, required=False)


class LineRows(forms.BaseFormSet):
    def filled(self) -> list[dict[str, Any]]:
        """The lines with something in them."""
        rows = (form.cleaned_data for form in self.forms)
        return [row for row in rows if any(value not in (None, "") for value in row.values())]


Lines = forms.formset_factory(InvoiceLineForm, formset=LineRows, extra=3, max_num=500)


class InvoiceForm(forms.Form):
    number = forms.CharField(label=_("Number"), max_length=60)
    kind = forms.ChoiceField(label=_("Kind"), choices=InvoiceKind, initial=InvoiceKind.INVOICE)
    issued_on = forms.DateField(label=_("Date"), widget=DateInput())
    due_on = forms.DateField(label=_("Due on"), widget=DateInput(), required=False)
    label = forms.CharField(label=_("Subject"), max_length=250, required=False)
    currency = forms.ChoiceField(label=_("Currency"), choices=currencies)
    net = AmountField(
        label=_("Amount excl. VAT"),
        max_digits=18,
        decimal_places=2,
        required=False,
        help_text=_("Leave it empty to add up the lines."),
    )
    gross = AmountField(label=_("Amount incl. VAT"), max_digits=18, decimal_places=2, required=False)

    def __init__(self, data: Any = None, *, by: Any, account: Account, invoice: Invoice | None = None) -> None:
        self.by, self.account, self.invoice = by, account, invoice
        super().__init__(data, initial=_stored_fields(invoice) if invoice else _fresh())
        lines = invoice.lines.values("label", "reference", "quantity", "unit_price", "net") if invoice else ()
        self.lines = Lines(data, prefix="lines", initial=list(lines))

    def is_valid(self) -> bool:
        return all([self.lines.is_valid(), super().is_valid()])

    def save(self) -> Invoice | None:
        """The document, or None with the refusal beside its field."""
        given = dict(self.cleaned_data)
        try:
            if self.invoice is None:
                return domain.record_invoice(account=self.account, by=self.by, lines=self.lines.filled(), **given)
            lines = {"lines": self.lines.filled()} if self.lines.has_changed() else {}
            if given["net"] is None and not self.lines.filled():
                raise DomainError("net_missing", _("Write the amount excl. VAT."), field="net")
            if given["net"] is None:
                del given["net"]
                lines = {"lines": self.lines.filled()}
            return domain.change_invoice(self.invoice, by=self.by, **lines, **given)
        except DomainError as error:
            self.add_error(error.field if error.field in self.fields else None, str(error))
            return None


def _fresh() -> dict[str, Any]:
    return {"issued_on": clock.company_today(), "currency": reporting_currency()}


def _stored_fields(invoice: Invoice) -> dict[str, Any]:
    names = ("number", "kind", "issued_on", "due_on", "label", "currency", "net", "gross")
    return {name: getattr(invoice, name) for name in names}
