"""Choosing an account by typing some of its name: a search and a list, complete without JavaScript.

With htmx the list follows what is typed. Without, sending the form looks the text up: one match is taken, several
come back to choose from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kameo.accounts.models import Account
from kameo.accounts.names.lookup import AccountChoice, choices_for
from kameo.core.text import number_of


def option_words(choice: AccountChoice) -> str:
    return f"{choice.name} ({choice.context})" if choice.context else choice.name


class AccountPicker(forms.Widget):
    """The search and the list. `nothing` is the words for no account; `outside` leaves one tree out."""

    def __init__(self, nothing: Any, outside: int | None = None) -> None:
        super().__init__()
        self.nothing = nothing
        self.outside = outside
        self.offered: Sequence[AccountChoice] = ()
        self.typed = ""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> tuple[str, str]:
        return data.get(name) or "", (data.get(f"{name}_search") or "").strip()

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        attributes = {key: text for key, text in (attrs or {}).items() if key != "required"}
        chosen = str(value[0] if isinstance(value, tuple) else value or "")
        ident = attributes.get("id", f"id_{name}")
        search = {
            **attributes,
            "type": "search",
            "name": f"{name}_search",
            "value": value[1] if isinstance(value, tuple) else self.typed,
            "placeholder": _("Type some of its name"),
            "autocomplete": "off",
            "maxlength": "120",
            "hx-get": self._address(name),
            "hx-trigger": "input changed delay:250ms",
            "hx-target": f"#{ident}_choice",
            "hx-swap": "outerHTML",
            "hx-params": f"{name}_search",
        }
        return format_html(
            '<span class="picker"><input{}>{}</span>',
            flatatt({key: text for key, text in search.items() if text != ""}),
            options(name, ident, self.offered, chosen, self.nothing),
        )

    def _address(self, name: str) -> str:
        outside = f"&outside={self.outside}" if self.outside else ""
        return f"{reverse('accounts:choices')}?field={name}{outside}"


def options(name: str, ident: str, offered: Sequence[AccountChoice], chosen: str, nothing: Any) -> SafeString:
    """The list alone, as htmx replaces it."""
    rows = [("", str(nothing)), *((str(choice.id), option_words(choice)) for choice in offered)]
    marked = [(value, SafeString(" selected") if value == chosen else "", words) for value, words in rows]
    return format_html(
        '<select class="input" name="{}" id="{}_choice" aria-label="{}">{}</select>',
        name,
        ident,
        _("Account found"),
        format_html_join("", '<option value="{}"{}>{}</option>', marked),
    )


class AccountField(forms.Field):
    """One account among those that `user` (set by the form) sees; None for none."""

    widget: AccountPicker
    default_error_messages = {
        "several": gettext_lazy("Several accounts match: choose one in the list."),
        "unknown": gettext_lazy("No account that you see matches. Type some of its name."),
    }

    def __init__(self, *, nothing: Any, outside: int | None = None, **options: Any) -> None:
        super().__init__(widget=AccountPicker(nothing, outside), **options)
        self.user: Any = None

    def offer(self, account: Account | None) -> None:
        """Show this one as chosen."""
        if account is not None:
            self.widget.offered = [AccountChoice(account.pk, account.name, account.kind, "")]

    def for_reader(self, user: Any, account: Account | None) -> Any:
        """Choose among those that `user` sees; the one chosen so far is what the control begins with."""
        self.user = user
        self.offer(account)
        return getattr(account, "pk", account)

    def clean(self, value: Any) -> Account | None:
        chosen, typed = value if isinstance(value, tuple) else (str(value or ""), "")
        if chosen:
            return self._found(chosen)
        if typed:
            return self._looked_up(typed)
        if self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return None

    def _found(self, chosen: str) -> Account:
        accounts = self._candidates()
        account = accounts.filter(pk=number_of(chosen)).first()
        if account is None:
            raise ValidationError(self.error_messages["unknown"], code="unknown")
        self.offer(account)
        return account

    def _looked_up(self, typed: str) -> Account:
        self.widget.offered = self._found_by(typed)
        if not self.widget.offered:
            raise ValidationError(self.error_messages["unknown"], code="unknown")
        if len(self.widget.offered) > 1:
            raise ValidationError(self.error_messages["several"], code="several")
        return self._found(str(self.widget.offered[0].id))

    def _found_by(self, typed: str) -> Sequence[AccountChoice]:
        return choices_for(self.user, typed, outside=self.widget.outside)

    def _candidates(self) -> Any:
        accounts = Account.objects.visible_to(self.user)
        outside = self.widget.outside
        return accounts.exclude(lineage__contains=[outside]) if outside else accounts
