"""The facts of a Django bound field that the macro `field` needs."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.forms.boundfield import BoundField

_KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "choices"),
    (forms.RadioSelect, "choices"),
    (forms.CheckboxInput, "check"),
    (forms.ClearableFileInput, "file"),
    (forms.FileInput, "file"),
    (forms.MultiWidget, "group"),
)


@dataclass(frozen=True, slots=True)
class FieldView:
    """A bound field, ready to draw. `kind` is hidden, check, choices, file, group or input."""

    kind: str
    id: str
    hint_id: str
    error_id: str
    label: str
    hint: str
    errors: list[str]
    optional: bool
    bound: BoundField

    def widget(self, *, autofocus: bool = False, **extra: str) -> str:
        """The control's HTML, with our class and the ARIA wiring."""
        attrs = {name.replace("_", "-"): value for name, value in extra.items() if value}
        own = str(self.bound.field.widget.attrs.get("class", ""))
        base = "" if self.kind in {"check", "choices", "hidden"} else "input"
        if classes := f"{base} {own}".strip():
            attrs["class"] = classes
        attrs["aria-describedby"] = self.described_by
        if self.errors:
            attrs["aria-invalid"] = "true"
        if autofocus:
            attrs["autofocus"] = "autofocus"
        return self.bound.as_widget(attrs={name: value for name, value in attrs.items() if value})

    @property
    def described_by(self) -> str:
        """Ids of the error or of the hint that explain the control, separated by a space."""
        if self.errors:
            return self.error_id
        return self.hint_id if self.hint else ""


def field_view(bound: BoundField, label: str | None = None, hint: str | None = None) -> FieldView:
    """Describe `bound`; `label` and `hint` replace the form's own words."""
    name = bound.id_for_label or bound.auto_id or bound.html_name
    return FieldView(
        kind=_kind(bound),
        id=name,
        hint_id=f"{name}-hint",
        error_id=f"{name}-error",
        label=str(bound.label if label is None else label),
        hint=str(bound.help_text if hint is None else hint),
        errors=[str(error) for error in bound.errors],
        optional=not bound.field.required,
        bound=bound,
    )


def _kind(bound: BoundField) -> str:
    if bound.is_hidden:
        return "hidden"
    for widget, kind in _KINDS:
        if isinstance(bound.field.widget, widget):
            return kind
    return "input"
