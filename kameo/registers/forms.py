"""Lines of the registers, and the list of competitors."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.accounts.names.picker import AccountField
from kameo.core import clock
from kameo.core.forms import DateInput, run_verb
from kameo.core.ui.inputs import AmountField
from kameo.registers.domain.competitors import add_competitor, change_competitor, competitor_called
from kameo.registers.domain.lines import LINE_FIELDS, add_line, change_line
from kameo.registers.enums import AdvocacyKind, SectorNoteKind
from kameo.registers.models import Advocacy, Competitor, CompetitorPresence, SectorNote

TEXT = forms.Textarea(attrs={"rows": 4})


class RegisterLineForm(forms.Form):
    """A line of one register, new or changed (`row`). `model` says which."""

    model: Any

    def __init__(self, data: Any = None, *, by: Any, account: Account, row: Any = None) -> None:
        self.by, self.account, self.row = by, account, row
        stored = {name: getattr(row, name) for name in LINE_FIELDS[self.model]} if row else {}
        super().__init__(data, initial=self.initial_of(stored))
        self.prepare()

    def initial_of(self, stored: dict[str, Any]) -> dict[str, Any]:
        return stored

    def prepare(self) -> None:
        """What depends on the reader or on what is stored."""

    def values(self) -> dict[str, Any]:
        return dict(self.cleaned_data)

    def save(self) -> Any:
        """The line, or None when the verb refuses."""
        kept: list[Any] = []

        def write() -> None:
            values = self.values()
            if self.row is not None:
                kept.append(change_line(self.row, by=self.by, **values))
            else:
                kept.append(add_line(self.account, self.model, by=self.by, **values))

        return kept[0] if run_verb(self, write) else None


class AdvocacyForm(RegisterLineForm):
    model = Advocacy
    kind = forms.ChoiceField(label=_("Kind"), choices=AdvocacyKind)
    on = forms.DateField(label=_("On"), widget=DateInput(), required=False)
    valid_until = forms.DateField(
        label=_("Valid until"),
        widget=DateInput(),
        required=False,
        help_text=_("Last day of a permission or a case study; empty when it has no end."),
    )
    person = forms.CharField(label=_("Who at the customer"), max_length=160, required=False)
    text = forms.CharField(label=_("What was said or agreed"), widget=TEXT, max_length=10_000, required=False)
    url = forms.CharField(label=_("Link"), max_length=300, required=False)
    benefits = AccountField(
        label=_("Account it brought"),
        required=False,
        nothing=_("None"),
        help_text=_("The account that was introduced, recommended, or convinced by the call."),
    )
    business = AmountField(
        label=_("Business it brought"),
        required=False,
        max_digits=18,
        decimal_places=2,
        help_text=_("Invoiced or signed thanks to it, excl. VAT. Empty while nobody knows."),
    )

    def prepare(self) -> None:
        field: Any = self.fields["benefits"]
        field.user = self.by
        benefits = self.initial.get("benefits")
        if benefits is not None and Account.objects.visible_to(self.by).filter(pk=benefits.pk).exists():
            field.offer(benefits)
            self.initial["benefits"] = benefits.pk
        elif benefits is not None:
            del self.fields["benefits"]  # not theirs to see, nor to change

    def initial_of(self, stored: dict[str, Any]) -> dict[str, Any]:
        return stored or {"on": clock.company_today()}


class PresenceForm(RegisterLineForm):
    """The competitor is typed: one of the list, or a new one."""

    model = CompetitorPresence
    competitor = forms.CharField(
        label=_("Competitor"),
        max_length=160,
        widget=forms.TextInput(attrs={"list": "competitors", "autocomplete": "off"}),
        help_text=_("One of the list, or a new name: it joins the list."),
    )
    product = forms.CharField(
        label=_("Product or service"),
        max_length=160,
        required=False,
        widget=forms.TextInput(attrs={"list": "products", "autocomplete": "off"}),
        help_text=_("What they sell there. Empty when it is everything."),
    )
    incumbent = forms.BooleanField(label=_("Incumbent"), required=False, help_text=_("The supplier in place today."))
    contract_ends_on = forms.DateField(label=_("Contract ends on"), widget=DateInput(), required=False)
    share = AmountField(
        label=_("Share of wallet"),
        required=False,
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        help_text=_("Estimated part of what this entity buys of that product."),
    )
    evidence = forms.CharField(
        label=_("Evidence"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=10_000,
        required=False,
        help_text=_("How we know: a tender notice, what a buyer said, a delivery seen on site."),
    )

    def initial_of(self, stored: dict[str, Any]) -> dict[str, Any]:
        return {**stored, "competitor": stored["competitor"].name} if stored else {}

    def values(self) -> dict[str, Any]:
        return {**self.cleaned_data, "competitor": competitor_called(self.cleaned_data["competitor"], by=self.by)}


class SectorNoteForm(RegisterLineForm):
    model = SectorNote
    kind = forms.ChoiceField(label=_("About"), choices=SectorNoteKind)
    on = forms.DateField(label=_("On"), widget=DateInput(), required=False)
    text = forms.CharField(label=_("Note"), widget=TEXT, max_length=10_000)
    source = forms.CharField(
        label=_("Source"),
        max_length=300,
        required=False,
        help_text=_("Where it comes from: a trade paper, an address, a name."),
    )
    tags = forms.CharField(label=_("Tags"), max_length=400, required=False, help_text=_("Separated by commas."))

    def initial_of(self, stored: dict[str, Any]) -> dict[str, Any]:
        return {**stored, "tags": ", ".join(stored["tags"])} if stored else {"on": clock.company_today()}

    def values(self) -> dict[str, Any]:
        return {**self.cleaned_data, "tags": self.cleaned_data["tags"].split(",")}


class CompetitorForm(forms.Form):
    """A competitor of the list, new or changed."""

    name = forms.CharField(label=_("Name"), max_length=160)
    website = forms.CharField(label=_("Website"), max_length=300, required=False)
    note = forms.CharField(label=_("Strengths and weaknesses"), widget=TEXT, max_length=10_000, required=False)

    def __init__(self, data: Any = None, *, by: Any, competitor: Competitor | None = None) -> None:
        self.by, self.competitor = by, competitor
        stored = {name: getattr(competitor, name) for name in ("name", "website", "note")} if competitor else {}
        super().__init__(data, initial=stored)

    def save(self) -> bool:
        if self.competitor is not None:
            changed = self.competitor
            return run_verb(self, lambda: change_competitor(changed, by=self.by, **self.cleaned_data))
        return run_verb(self, lambda: add_competitor(by=self.by, **self.cleaned_data))
