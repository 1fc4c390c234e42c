"""Choosing a colleague by typing some of the name: the browser completes, the server reads; no JavaScript.

Hundreds of colleagues in a closed list are looked through one by one; in a `datalist` they are searched.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kameo.core.text import fold
from kameo.people.models import User


def colleague_labels(colleagues: QuerySet[User]) -> dict[int, str]:
    """The words for each colleague, by id: the name, and the address too where two bear the same. One query."""
    found = list(colleagues.only("id", "first_name", "last_name", "email", "sort_name"))
    names = Counter(fold(user.full_name) for user in found)
    return {
        user.pk: user.full_name if names[fold(user.full_name)] == 1 else f"{user.full_name} ({user.email})"
        for user in found
    }


class ColleaguePicker(forms.TextInput):
    """A text box and the names it completes to. `colleagues` is set by the field."""

    colleagues: QuerySet[User] = User.objects.none()

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        words = colleague_labels(self.colleagues)
        text = str(value or "")
        ident = (attrs or {}).get("id", f"id_{name}")
        box = {"placeholder": _("Type some of the name"), "autocomplete": "off"}
        box |= {key: given for key, given in (attrs or {}).items() if given is not None}
        box |= {"type": "text", "name": name, "list": f"{ident}_colleagues", "maxlength": "200"}
        box["value"] = words.get(int(text), "") if _is_key(text) else text
        options = format_html_join("", '<option value="{}"></option>', ((one,) for one in words.values()))
        return format_html('<input{}><datalist id="{}">{}</datalist>', flatatt(box), box["list"], options)


class ColleagueField(forms.CharField):
    """One of the active colleagues, `but` one, by name, address or id; None for none."""

    widget = ColleaguePicker
    default_error_messages = {
        "several": gettext_lazy("Several colleagues match: %(names)s. Write one of them in full."),
        "unknown": gettext_lazy("No colleague matches. Type some of the first or last name."),
    }

    def __init__(self, but: User | None = None, **options: Any) -> None:
        super().__init__(max_length=200, **options)
        colleagues = User.objects.active()
        self.colleagues = colleagues.exclude(pk=but.pk) if but else colleagues
        self.widget.colleagues = self.colleagues

    def __deepcopy__(self, memo: Any) -> ColleagueField:
        copied: ColleagueField = super().__deepcopy__(memo)
        copied.widget.colleagues = copied.colleagues = self.colleagues.all()
        return copied

    def clean(self, value: Any) -> User | None:
        typed = super().clean(value)
        return self._found(typed) if typed else None

    def _found(self, typed: str) -> User:
        if _is_key(typed):
            matches = list(self.colleagues.filter(pk=int(typed)))
        else:
            matches = self._exactly(typed) or self._nearly(typed)
        if not matches:
            raise ValidationError(self.error_messages["unknown"], code="unknown")
        if len(matches) > 1:
            words = colleague_labels(self.colleagues.filter(pk__in=[user.pk for user in matches]))
            names = ", ".join(list(words.values())[:5])
            raise ValidationError(self.error_messages["several"], code="several", params={"names": names})
        return matches[0]

    def _exactly(self, typed: str) -> list[User]:
        wanted = fold(typed)
        chosen = [key for key, words in colleague_labels(self.colleagues).items() if fold(words) == wanted]
        return list(self.colleagues.filter(pk__in=chosen) if chosen else self.colleagues.filter(email__iexact=typed))

    def _nearly(self, typed: str) -> list[User]:
        found = self.colleagues
        for word in fold(typed).split():
            found = found.filter(sort_name__contains=word)
        return list(found[:6])


def _is_key(text: str) -> bool:
    return text.isdecimal() and len(text) < 19
