"""What an administrator does with fields and their options: add, change, reorder, retire, give back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.core.acting import acting
from kameo.core.choices import ChoiceApi, ChoiceChange, ChoiceList, ChoiceWords
from kameo.core.choices.verbs import record_change
from kameo.core.customfields import computing, events, jobs, names, reading
from kameo.core.customfields.enums import LISTS, FieldKind
from kameo.core.customfields.formula import FormulaError, inputs_of, parse, result_of
from kameo.core.customfields.models import CustomField, CustomOption
from kameo.core.customfields.rules import CONFIGURE
from kameo.core.customfields.subjects import Subject, subjects
from kameo.core.errors import DomainError
from kameo.core.kinds import ChoiceKind, NumberKind, ReferenceKind, WholeKind
from kameo.core.records.fields import Field
from kameo.core.text import fold

# What a change of these makes the database compute again.
COMPUTED = ("formula", "decimals")


def _subject_choices() -> list[tuple[str, Any]]:
    return [(one.key, one.many) for one in subjects]


def _shown_text(row: CustomField, name: str) -> Any:
    """A formula reads with the names of today."""
    if name != "formula" or not row.formula:
        return getattr(row, name)
    return names.formula_of_names(subjects[row.subject], row.formula)


def _check_field(row: CustomField, what: str) -> None:
    """Refuses another kind, a formula that cannot be, the retirement of what a formula uses."""
    subject = subjects[row.subject]
    stored = CustomField.objects.filter(pk=row.pk).values("kind", "formula").first() if row.pk else None
    if stored is None:
        row.code = names.free_key(subject, row.name)
    elif stored["kind"] != row.kind:
        raise DomainError("kind_stays", _("A field keeps its kind: add another field."), field="kind")
    if row.low is not None and row.high is not None and row.low > row.high:
        raise DomainError("bounds", _("The least is above the most."), field="low")
    if row.kind == FieldKind.FORMULA and what != "retired":
        if stored is None or stored["formula"] != row.formula:
            row.formula = _keyed_formula(subject, row.formula)
        _check_formula(subject, row)
    if what == "retired":
        _refuse_used(row)


def _keyed_formula(subject: Subject, text: str) -> str:
    try:
        return names.formula_of_keys(subject, text)
    except FormulaError as error:
        raise DomainError("formula", str(error), field="formula") from error


def _check_formula(subject: Subject, row: CustomField) -> None:
    """Its result is what its inputs make it."""
    fields = list(CustomField.objects.offered().filter(subject=subject.key).exclude(pk=row.pk))
    try:
        row.result = result_of(parse(row.formula), computing.result_kinds(subject, fields))
    except FormulaError as error:
        words = names.formula_of_names(subject, f"[{error}]")[1:-1]
        raise DomainError("formula", words, field="formula") from error
    formulas = {one.code: one for one in fields if one.kind == FieldKind.FORMULA}
    computing.in_order(formulas | {row.code: row})


def _refuse_used(row: CustomField) -> None:
    others = CustomField.objects.offered().filter(subject=row.subject, kind=FieldKind.FORMULA).exclude(pk=row.pk)
    user = next((one for one in others if row.code in inputs_of(parse(one.formula))), None)
    if user is not None:
        message = _("“%(name)s” is computed from it: retire that first.") % {"name": user.name}
        raise DomainError("used_in_formula", message)


def _follow_field(choices: ChoiceList, change: ChoiceChange) -> None:
    """In order: event, function of the database, jobs."""
    record_change(choices, change)
    reading.forget()
    field: CustomField = change.row
    switched = change.what in {"added", "retired", "restored"}
    if field.kind == FieldKind.FORMULA and (switched or _differs(change, *COMPUTED)):
        field.save(update_fields=["result"])
        computing.install(subjects[field.subject])
        jobs.RECOMPUTE.defer(once=field.subject, subject=field.subject)
    if (field.filtered and switched) or _differs(change, "filtered"):
        jobs.INDEX.defer(once=True)


def _differs(change: ChoiceChange, *fields: str) -> bool:
    return any(change.before.get(name) != change.after.get(name) for name in fields)


def _follow_option(choices: ChoiceList, change: ChoiceChange) -> None:
    record_change(choices, change)
    reading.forget()


FIELDS = ChoiceList(
    key="custom-fields",
    model=CustomField,
    fields=(
        Field("name", label=_("Name"), required=True, attrs={"autocomplete": "off"}),
        Field("kind", ChoiceKind(enum=FieldKind), label=_("Kind"), required=True, note="It stays as it was added."),
        Field("help", label=_("Help"), help=_("What stands under the field when it is filled in.")),
        Field(
            "also_called",
            label=_("Recognised in files as"),
            help=_("Other names of the column, parted by commas."),
            note="Names by which an import knows its column, parted by commas.",
        ),
        Field("unit", label=_("Unit"), help=_("Stands behind the number: kg, %, lines.")),
        Field("decimals", WholeKind(low=NumberKind().low, high=None), label=_("Decimals")),
        Field("low", NumberKind(decimals=4), label=_("At least")),
        Field("high", NumberKind(decimals=4), label=_("At most"), beside=True),
        Field(
            "formula",
            label=_("Calculation"),
            note="Names of numbers, amounts and dates in brackets, with + - * / ( ) min max round abs.",
        ),
        Field("required", label=_("Ask for it on new records")),
        Field("filtered", label=_("Filter by it")),
        Field("shown", label=_("Show it on the sheet, in the list and in exports")),
    ),
    right=CONFIGURE,
    event=events.FIELD_CHANGED,
    words=ChoiceWords(_("Fields"), twice=_("There is a field of this name already.")),
    scope=Field("subject", ChoiceKind(choices=_subject_choices), label=_("For"), required=True),
    shown=_shown_text,
    check=_check_field,
    record=_follow_field,
    api=ChoiceApi(
        "/custom-fields",
        "custom fields",
        "custom_field",
        "custom_fields",
        ("CustomFieldOut", "CustomFieldIn", "CustomFieldChange"),
        notes={"code": "The key of its values in `custom`; it never changes."},
    ),
)

OPTIONS = ChoiceList(
    key="custom-options",
    model=CustomOption,
    fields=(Field("name", label=_("Name"), required=True),),
    right=CONFIGURE,
    event=events.OPTION_CHANGED,
    words=ChoiceWords(_("Choices"), twice=_("This list has it already.")),
    scope=Field("field", ReferenceKind(to="custom_field")),
    record=_follow_option,
)


def save_field(
    subject: Subject,
    field: CustomField | None,
    *,
    options: Sequence[tuple[int | None, str]] = (),
    by: Any,
    **given: Any,
) -> CustomField:
    """Add or change a field, with its options in order (id or None, name): all of it or nothing.

    An option that is left out is retired; what carries it keeps it. In order: field, options, what follows each.
    Raises PermissionDenied; DomainError "options_missing", "formula", "circular", "kind_stays", and as a list does.
    """
    with acting(by):
        if field is None:
            field = FIELDS.add(by=by, subject=subject.key, **given)
        else:
            field = FIELDS.change(field, by=by, **given)
        if field.kind in LISTS:
            _set_options(field, options, by)
    return field


def _set_options(field: CustomField, wanted: Sequence[tuple[int | None, str]], by: Any) -> None:
    if not wanted:
        raise DomainError("options_missing", _("Give it one choice at least."), field="options")
    present = {option.pk: option for option in field.options.all()}
    order = []
    for pk, name in wanted:
        option = present.pop(pk, None) if pk else None
        option = option or _same_retired(name, present)
        if option is not None:
            present.pop(option.pk, None)
        order.append(_named_option(field, option, name, by))
    for option in present.values():
        OPTIONS.retire(option, by=by)
    OPTIONS.reorder(order, by=by)


def _named_option(field: CustomField, option: CustomOption | None, name: str, by: Any) -> CustomOption:
    try:
        if option is None:
            return OPTIONS.add(by=by, field=field, name=name)  # type: ignore[no-any-return]
        return OPTIONS.restore(OPTIONS.change(option, by=by, name=name), by=by)  # type: ignore[no-any-return]
    except DomainError as error:
        raise DomainError(
            error.code, _("“%(name)s”: %(why)s") % {"name": name, "why": error}, field="options"
        ) from error


def _same_retired(name: str, present: dict[int, CustomOption]) -> CustomOption | None:
    """A retired option of that name is given back rather than made twice."""
    retired = (one for one in present.values() if one.retired_at is not None)
    return next((one for one in retired if fold(one.name) == fold(name)), None)
