"""Creating and editing an account."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.db import transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from kameo.accounts import domain
from kameo.accounts.enums import Kind, Status
from kameo.accounts.forms.parts import AddressRows, IdentifierRows, countries
from kameo.accounts.models import Account
from kameo.accounts.models.account import FIELDS
from kameo.accounts.names.likeness import Likeness, likenesses
from kameo.accounts.names.picker import AccountField
from kameo.core.customfields.controls import add_own_controls, own_values
from kameo.core.errors import DomainError
from kameo.core.money import reporting_currency
from kameo.core.ui.inputs import AmountField

# Those with a plain control: axes and watch-list are the qualification's, tags have a control of their own.
PLAIN = tuple(name for name in FIELDS if name not in {"orientation", "cadence_days", "watched", "tags"})


class LinesField(forms.CharField):
    """Several values, one a line; commas and semicolons part them as well."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 2}), required=False, **options)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        return [part.strip() for part in re.split(r"[\n;,]", super().clean(value)) if part.strip()]


class QuickAccountForm(forms.Form):
    """The least that makes an account, and the one place where it hangs."""

    name = forms.CharField(label=_("Name"), max_length=250, error_messages={"required": _("Give it a name.")})
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind, initial=Kind.COMPANY)
    parent = AccountField(label=_("Belongs to"), required=False, nothing=_("Nothing above it"))

    def __init__(self, *args: Any, user: Any, parent: Account | None = None, **options: Any) -> None:
        self.user = user
        super().__init__(*args, **options)
        self.fields["parent"].user = user
        if parent is not None:
            self.initial["parent"] = str(parent.pk)
            self.fields["parent"].offer(parent)

    @cached_property
    def likenesses(self) -> list[Likeness]:
        """Accounts that look like this one, once its fields are read."""
        return likenesses(self.user, name=self.cleaned_data["name"])

    def save(self) -> Account | None:
        """The new account, or None with the refusal beside its field."""
        try:
            return domain.create_account(by=self.user, **self.cleaned_data)
        except DomainError as error:
            self.add_error(error.field if error.field in self.fields else None, str(error))
            return None


class AccountForm(forms.Form):
    """All that is known of an account; `account` is the one being edited, None for a new one."""

    name = forms.CharField(label=_("Name"), max_length=250, error_messages={"required": _("Give it a name.")})
    legal_name = forms.CharField(label=_("Legal name"), max_length=250, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind, initial=Kind.COMPANY)
    status = forms.ChoiceField(label=_("Status"), choices=Status, initial=Status.PROSPECT)
    parent = AccountField(label=_("Belongs to"), required=False, nothing=_("Nothing above it"))
    sector = forms.CharField(label=_("Sector"), max_length=160, required=False)
    naf = forms.CharField(label=_("NAF code"), max_length=7, required=False)
    headcount = forms.IntegerField(label=_("Headcount"), min_value=0, max_value=2_000_000_000, required=False)
    site_count = forms.IntegerField(
        label=_("Number of sites"),
        min_value=0,
        max_value=2_000_000_000,
        required=False,
        help_text=_("Where they are not all here as accounts."),
    )
    own_revenue = AmountField(
        label=_("Own revenue"),
        max_digits=18,
        decimal_places=2,
        required=False,
        help_text=_("What the customer itself turns over in a year."),
    )
    own_revenue_currency = forms.CharField(label=_("Currency"), max_length=3, required=False)
    potential = AmountField(
        label=_("Potential"),
        max_digits=18,
        decimal_places=2,
        min_value=0,
        required=False,
        help_text=_("What we could invoice in a year, in the reporting currency."),
    )
    country = forms.ChoiceField(label=_("Country"), choices=countries, required=False)
    website = forms.CharField(label=_("Website"), max_length=300, required=False)
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)
    description = forms.CharField(label=_("Description"), widget=forms.Textarea(attrs={"rows": 4}), required=False)
    tags = LinesField(label=_("Tags"), help_text=_("One a line, or parted by commas."))
    aliases = LinesField(label=_("Other names"), help_text=_("Trade names, acronyms, spellings; one a line."))
    mail_domains = LinesField(
        label=_("Mail domains"), help_text=_("Whose mail belongs to this account, for example valmorin.fr.")
    )
    confidential = forms.BooleanField(
        label=_("Confidential"),
        required=False,
        help_text=_("Only its named members and directors see it, and what hangs below it."),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        user: Any,
        account: Account | None = None,
        parent: Account | None = None,
        name: str = "",
    ) -> None:
        self.user, self.account = user, account
        super().__init__(data, initial=_stored_values(account) if account else {"name": name})
        numbers = account and account.identifiers.values("scheme", "value", "source")
        places = account and account.addresses.values("kind", "lines", "postcode", "city", "region", "country")
        self.identifiers = IdentifierRows(data, prefix="identifiers", initial=list(numbers or ()))
        self.addresses = AddressRows(data, prefix="addresses", initial=list(places or ()))
        if account is not None:
            del self.fields["parent"]
        else:
            self.fields["parent"].user = user
            self.initial["own_revenue_currency"] = reporting_currency()
        if account is None and parent is not None:
            self.initial["parent"] = str(parent.pk)
            self.fields["parent"].offer(parent)
        self._keep_unknown_country(account)
        add_own_controls(self, "account", user, account)

    def _keep_unknown_country(self, account: Account | None) -> None:
        field = self.fields["country"]
        if account and account.country not in {code for code, _name in field.choices}:
            field.choices = [*field.choices, (account.country, account.country)]

    def is_valid(self) -> bool:
        parts = [self.identifiers.is_valid(), self.addresses.is_valid()]
        return super().is_valid() and all(parts)

    @cached_property
    def likenesses(self) -> list[Likeness]:
        """Accounts that look like this one, once its fields are read."""
        numbers = [row["value"] for row in self.identifiers.filled("value")]
        given = self.cleaned_data
        return likenesses(self.user, name=given["name"], numbers=numbers, domains=given["mail_domains"])

    def save(self) -> Account | None:
        """Write everything or nothing; None with the refusal beside its field."""
        try:
            with transaction.atomic():
                return self._write()
        except DomainError as error:
            self._refused(error)
            return None

    def _write(self) -> Account:
        given, by = self.cleaned_data, self.user
        plain = {name: given[name] for name in PLAIN} | own_values(self, "account")
        if self.account is None:
            account = domain.create_account(
                by=by, parent=given["parent"], status=given["status"], tags=given["tags"], **plain
            )
        else:
            account = domain.change_account(self.account, by=by, tags=given["tags"], **plain)
            domain.set_status(account, status=given["status"], by=by)
        self._write_parts(account)
        return account

    def _write_parts(self, account: Account) -> None:
        """Only the parts that were touched: each is a change in the journal."""
        given, by = self.cleaned_data, self.user
        if self.identifiers.has_changed():
            domain.set_identifiers(account, identifiers=self.identifiers.filled("value"), by=by)
        if self.addresses.has_changed():
            domain.set_addresses(account, addresses=self.addresses.filled("lines", "postcode", "city"), by=by)
        if given["aliases"] != self.initial.get("aliases", []):
            domain.set_aliases(account, names=given["aliases"], by=by)
        if given["mail_domains"] != self.initial.get("mail_domains", []):
            domain.set_mail_domains(account, domains=given["mail_domains"], by=by)
        domain.set_confidential(account, confidential=given["confidential"], by=by)

    def _refused(self, error: DomainError) -> None:
        """Beside the field, beside the number of that kind, or above the form."""
        if error.field in self.fields:
            self.add_error(error.field, str(error))
            return
        for form in self.identifiers:
            wrong = error.parameters.get("value")
            typed = form.cleaned_data.get("value", "")
            if typed and form.cleaned_data.get("scheme") == error.field and wrong in (None, _bare_number(typed)):
                form.add_error("value", str(error))
                return
        self.add_error(None, str(error))


def _bare_number(number: str) -> str:
    return re.sub(r"[\s.\-]", "", number).upper()


def _stored_values(account: Account) -> dict[str, Any]:
    values = {name: getattr(account, name) for name in (*PLAIN, "status", "confidential")}
    return {
        **values,
        "tags": list(account.tags),
        "aliases": list(account.aliases.values_list("name", flat=True)),
        "mail_domains": list(account.mail_domains.values_list("domain", flat=True)),
    }
