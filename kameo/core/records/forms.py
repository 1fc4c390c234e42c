"""The form of a record, from the fields of its resource."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

from kameo.core.forms import run_verb
from kameo.core.kinds.forms import form_field, form_value
from kameo.core.kinds.values import KindError
from kameo.core.records.fields import Field
from kameo.core.records.history import last_change
from kameo.core.records.parts import RowsKind
from kameo.core.records.resource import Resource
from kameo.core.records.versions import ConflictError, version_of


@dataclass(frozen=True)
class Conflict:
    """What somebody else saved while the form was open; `rows` are the fields that differ, for `ui.diff_table`."""

    who: str
    at: Any
    rows: list[dict[str, Any]]


class RecordForm(forms.Form):
    """A record, new below `parent` or changed (`row`). What the reader may not see is not in it.

    It carries the version its values come from: a stale one is not saved, both values are shown beside each other
    (`conflict`), and what was typed stays, to be saved over them.
    """

    version = forms.CharField(required=False, widget=forms.HiddenInput, max_length=16)

    def __init__(
        self, data: Any = None, *, resource: Resource, by: Any, parent: Any = None, row: Any = None, **options: Any
    ) -> None:
        self.resource, self.by, self.parent, self.row = resource, by, parent, row
        self.conflict: Conflict | None = None
        self.saved: Any = None
        self.parts: dict[str, Any] = {}
        super().__init__(data, **options)
        self.record_fields = {field.name: field for field in resource.all_fields()}
        self.initial = {"version": version_of(resource, row) if row else "", **self.initial}
        for field in list(self.record_fields.values()):
            self._add_control(field)

    @property
    def is_wrong(self) -> bool:
        """Whether the page answers 422: something to correct, or a conflict to look at."""
        return self.is_bound and bool(self.errors or self.conflict or any(one.errors for one in self._part_forms()))

    def _part_forms(self) -> list[Any]:
        return [row for part in self.parts.values() for row in part.forms]

    def lines(self) -> list[list[tuple[BoundField, Field]]]:
        """The controls, those that stand beside each other together."""
        lines: list[list[tuple[BoundField, Field]]] = []
        for name, field in self.record_fields.items():
            if field.is_part:
                continue
            if field.beside and lines:
                lines[-1].append((self[name], field))
            else:
                lines.append([(self[name], field)])
        return lines

    def suggestions(self) -> dict[str, Sequence[str]]:
        """By the id of a `datalist`."""
        return {f"{name}-known": field.suggest(self.by) for name, field in self.record_fields.items() if field.suggest}

    def values(self) -> dict[str, Any]:
        """What the verb takes."""
        plain = {name: self.cleaned_data[name] for name in self.fields if name in self.record_fields}
        rows = {name: part for name, part in self.parts.items() if self.row is None or part.has_changed()}
        return plain | {name: _filled(part) for name, part in rows.items()}

    def is_valid(self) -> bool:
        return all([*(part.is_valid() for part in self.parts.values()), super().is_valid()])

    def save(self) -> Any:
        """The record, or None: the refusal stands beside its field, or the conflict above the form."""
        return self.saved if run_verb(self, self._write) and self.conflict is None else None

    def _write(self) -> None:
        if self.row is None:
            self.saved = self.resource.add(self.parent, by=self.by, **self.values())
            return
        try:
            version = self.cleaned_data["version"]
            self.saved = self.resource.change(self.row, by=self.by, version=version, **self.values())
        except ConflictError as error:
            self._compare(error.current)

    def _compare(self, current: Any) -> None:
        rows = []
        for name, field in self.record_fields.items():
            if field.is_part:
                continue
            now, typed = words_of(field, field.read(current)), words_of(field, self.cleaned_data[name])
            if now != typed:
                rows.append({"field": field.label, "before": now or None, "after": typed or None})
        change = last_change(self.resource, current)
        self.conflict = Conflict(change.who if change else "", change.at if change else None, rows)
        data: Any = self.data
        self.data = data.copy()
        self.data[self.add_prefix("version")] = version_of(self.resource, current)  # type: ignore[index]

    def _add_control(self, field: Field) -> None:
        if isinstance(field.kind, RowsKind):
            self.parts[field.name] = part_forms(field.kind)(
                self.data if self.is_bound else None,
                prefix=field.name,
                initial=field.read(self.row) if self.row else [],
            )
            return
        if field.computed:
            del self.record_fields[field.name]
            return
        stored = field.read(self.row) if self.row is not None else self._fresh_value(field)
        if field.is_reference and stored is not None and not self._may_see(field, stored):
            del self.record_fields[field.name]  # not theirs to see, nor to change
            return
        words = {"help_text": field.help} if field.help else {}
        control = form_field(field.type, label=field.label, required=field.asked_of(self.row), **words)
        if hasattr(control, "for_reader"):
            stored = control.for_reader(self.by, stored)
        control.widget.attrs.update(field.attrs)
        if self.row is None and not self.is_bound and not self.parts and len(self.fields) == 1 and _is_typed(control):
            control.widget.attrs["autofocus"] = True
        if field.suggest:
            control.widget.attrs.update({"list": f"{field.name}-known", "autocomplete": "off"})
        self.fields[field.name] = control
        self.initial.setdefault(field.name, form_value(field.type, stored))

    def _fresh_value(self, field: Field) -> Any:
        start = field.default or field.fresh
        return start() if start is not None else None

    def _may_see(self, field: Field, stored: Any) -> bool:
        kind: Any = field.type
        return not kind.private or bool(kind.visible(self.by).filter(pk=getattr(stored, "pk", stored)).exists())


def _is_typed(control: forms.Field) -> bool:
    return type(control.widget) is forms.TextInput


def _filled(part: Any) -> list[dict[str, Any]]:
    """The rows with something in them."""
    rows = (row.cleaned_data for row in part.forms)
    return [row for row in rows if any(value not in (None, "") for value in row.values())]


def part_forms(kind: RowsKind) -> Any:
    """The forms of rows that are a part of a record: as many as there are, and some empty ones."""
    controls = {field.name: form_field(field.type, label=field.label, required=False) for field in kind.columns()}
    row = type("PartForm", (forms.Form,), controls)
    return forms.formset_factory(row, extra=kind.extra, max_num=kind.most)


def words_for(field: Field, row: Any, user: Any) -> str:
    """What a page says of the row's value: a record that `user` does not see is not named."""
    kind: Any = field.type
    if not (field.is_reference and (kind.private or field.within)):
        return words_of(field, field.read(row))
    pk = field.plain(row)
    found = kind.visible(user).filter(pk=pk).first() if pk is not None else None
    return str(getattr(found, kind.name)) if found is not None else "" if pk is None else _("hidden from you")


def words_of(field: Field, value: Any) -> str:
    """The value as people say it; a reference by its name."""
    if value is None or value == "":
        return ""
    if field.is_reference:
        return str(getattr(value, "name", value))
    try:
        return field.type.words(field.type.clean(value))
    except KindError:
        return str(value)
