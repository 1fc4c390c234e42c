"""Keys of fields, and the names that people put between the brackets of a formula."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from kameo.core.customfields.formula import FormulaError, renamed
from kameo.core.customfields.models import CustomField
from kameo.core.customfields.subjects import Subject
from kameo.core.text import fold

LONGEST = 34  # leaves room for a number behind it


def free_key(subject: Subject, name: str) -> str:
    """Made of the first name, in letters that an address and a statement take: "norme_d_hygiene", "norme_2"."""
    base = re.sub(r"[^a-z0-9]+", "_", fold(name)).strip("_")[:LONGEST].strip("_") or "field"
    base = base if base[0].isalpha() else f"field_{base}"
    rows = CustomField.objects.filter(subject=subject.key, code__startswith=base)
    taken = {*rows.values_list("code", flat=True), *subject.inputs}
    return next(key for key in (base, *(f"{base}_{number}" for number in range(2, 1000))) if key not in taken)


def formula_of_keys(subject: Subject, formula: str) -> str:
    """A typed formula with keys instead of names. Raises FormulaError."""
    keys = {fold(key): key for key in subject.inputs} | {fold(subject.label_of(key)): key for key in subject.inputs}
    rows = CustomField.objects.filter(subject=subject.key).order_by("-retired_at")
    keys |= {fold(field.name): field.code for field in rows}

    def key_of(name: str) -> str:
        if fold(name) in keys:
            return keys[fold(name)]
        raise FormulaError(_("There is no number, amount or date called “%(name)s” here.") % {"name": name})

    return renamed(" ".join(formula.split()), key_of)


def formula_of_names(subject: Subject, formula: str) -> str:
    """A stored formula as people read it: with the names of today."""
    names = {key: subject.label_of(key) for key in subject.inputs}
    names |= dict(CustomField.objects.filter(subject=subject.key).values_list("code", "name"))
    return renamed(formula, lambda key: names.get(key, key))
