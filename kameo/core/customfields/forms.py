"""The form of one field: what its kind asks, and the choices of a list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kameo.core.customfields.domain import FIELDS, save_field
from kameo.core.customfields.enums import LISTS, FieldKind
from kameo.core.customfields.models import CustomField, CustomOption
from kameo.core.customfields.subjects import Subject
from kameo.core.forms import run_verb
from kameo.core.kinds.forms import form_field, form_value

NUMERIC = {FieldKind.NUMBER, FieldKind.MONEY}
# Which parts of a field each kind has, in the order of the form.
PARTS = {
    "name": set(FieldKind),
    "formula": {FieldKind.FORMULA},
    "unit": {FieldKind.NUMBER, FieldKind.FORMULA},
    "decimals": {FieldKind.NUMBER, FieldKind.FORMULA},
    "low": NUMERIC,
    "high": NUMERIC,
    "help": set(FieldKind),
    "also_called": set(FieldKind) - {FieldKind.FORMULA},
    "shown": set(FieldKind),
    "filtered": set(FieldKind),
    "required": set(FieldKind) - {FieldKind.FORMULA},
}
SWITCHES = ("shown", "filtered", "required")
EMPTY_ROWS = 3  # more choices than there are, for whoever has no JavaScript


class CustomFieldForm(forms.Form):
    """A field, new (of `kind`) or changed (`field`)."""

    def __init__(
        self, data: Any = None, *, subject: Subject, by: Any, field: CustomField | None = None, kind: str = ""
    ) -> None:
        self.subject, self.by, self.field = subject, by, field
        self.kind = FieldKind(field.kind if field else kind)
        self.saved: CustomField | None = None
        super().__init__(data)
        for name, kinds in PARTS.items():
            if self.kind in kinds:
                self._add_part(name)
        if "formula" in self.fields:
            self.fields["formula"].widget = forms.Textarea(attrs={"rows": 3, "spellcheck": "false"})
            self.fields["formula"].help_text = _("Names of fields in brackets: [Headcount] × 12,5 + [Potential] ÷ 2")

    @property
    def is_list(self) -> bool:
        return self.kind in LISTS

    @property
    def is_wrong(self) -> bool:
        return self.is_bound and bool(self.errors)

    def rows(self) -> list[tuple[str, str]]:
        """The choices: id ("" for a new one) and name, as they were typed or as they are."""
        if self.is_bound:
            typed = list(zip(self.data.getlist("option"), self.data.getlist("option_name"), strict=False))
            return [*((pk, name) for pk, name in typed if name.strip()), *[("", "")] * EMPTY_ROWS]
        stored = self.field.options.offered() if self.field else CustomOption.objects.none()
        return [*((str(one.pk), one.name) for one in stored), *[("", "")] * EMPTY_ROWS]

    def retired_options(self) -> list[str]:
        options = self.field.options.filter(retired_at__isnull=False) if self.field else ()
        return [one.name for one in options]

    def save(self) -> CustomField | None:
        return self.saved if run_verb(self, self._write) else None

    def _write(self) -> None:
        given = {**self.cleaned_data} if self.field else {**self.cleaned_data, "kind": self.kind}
        options = [(int(pk) if pk.isdecimal() else None, name) for pk, name in self.rows() if name.strip()]
        self.saved = save_field(self.subject, self.field, by=self.by, options=options, **given)

    def _add_part(self, name: str) -> None:
        part = FIELDS.own_fields[name]
        words = {"help_text": part.help} if part.help else {}
        required = name in {"name", "formula"}
        self.fields[name] = form_field(part.type, label=part.label, required=required, **words)
        stored = FIELDS.shown(self.field, name) if self.field else {"shown": True, "decimals": 0}.get(name)
        self.initial[name] = form_value(part.type, stored)
