"""Formulas are computed by the database whenever a row is written, by a form, an import, a merge or an undo.

Each subject has a function `custom_computed_<subject>(row)` that gives the values with the results of its formulas, and
a trigger that calls it. The function is written again, in the verb's transaction, when a formula changes.
"""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

from django.db import connection
from django.utils.translation import gettext_lazy as _

from kameo.core.customfields.enums import FieldKind, Result
from kameo.core.customfields.formula import inputs_of, parse, sql_of
from kameo.core.customfields.models import CustomField
from kameo.core.customfields.subjects import Subject
from kameo.core.errors import DomainError
from kameo.core.kinds.values import DayKind, MoneyKind

LARGEST = "1e16"


def trigger_sql(subject: str, table: str) -> str:
    """The function, which computes nothing yet, and the trigger: for the migration that adds the column."""
    return f"""
{function_sql(subject, table, "")}
create function custom_compute_{subject}() returns trigger language plpgsql as $$
begin
    new.custom := custom_computed_{subject}(new);
    return new;
end $$;
create trigger custom_compute before insert or update on {table}
    for each row execute function custom_compute_{subject}();
"""


def untrigger_sql(subject: str, table: str) -> str:
    return f"""
drop trigger custom_compute on {table};
drop function custom_compute_{subject}();
drop function custom_computed_{subject}({table});
"""


def function_sql(subject: str, table: str, body: str) -> str:
    return f"""
create or replace function custom_computed_{subject}(seen {table}) returns jsonb language plpgsql stable as $$
declare
    kept jsonb := seen.custom;
    found text;
begin
{body}    return kept;
end $$;
"""


def install(subject: Subject) -> None:
    """Write the function anew from the formulas in force. Raises DomainError "circular"."""
    fields = {field.code: field for field in CustomField.objects.offered().filter(subject=subject.key)}
    formulas = in_order({code: field for code, field in fields.items() if field.kind == FieldKind.FORMULA})
    kinds = result_kinds(subject, list(fields.values()))
    body = "".join(_formula_step(subject, field, fields, kinds) for field in formulas)
    with connection.cursor() as cursor:
        cursor.execute(function_sql(subject.key, subject.table, body).replace("%", "%%"), ())


def in_order(formulas: dict[str, CustomField]) -> list[CustomField]:
    """Each after those it uses. Raises DomainError "circular"."""
    needs = {code: inputs_of(parse(field.formula)) & formulas.keys() for code, field in formulas.items()}
    try:
        return [formulas[code] for code in TopologicalSorter(needs).static_order()]
    except CycleError as error:
        raise DomainError("circular", _("This calculation would depend on itself."), field="formula") from error


def result_kinds(subject: Subject, fields: list[CustomField]) -> dict[str, Result]:
    """What formulas may use, by key: the subject's own columns and the fields that hold numbers, amounts or days."""
    own = {key: _result_of(one.kind) for key, one in subject.inputs.items()}
    return own | {
        field.code: Result(field.result or field.kind)
        for field in fields
        if (field.result or field.kind) in Result.values
    }


def _result_of(kind: object) -> Result:
    if isinstance(kind, DayKind):
        return Result.DATE
    return Result.MONEY if isinstance(kind, MoneyKind) else Result.NUMBER


def _formula_step(
    subject: Subject, field: CustomField, fields: dict[str, CustomField], kinds: dict[str, Result]
) -> str:
    """One formula of the function: a failure (too large a number, a day outside the calendar) yields nothing."""

    def place(key: str) -> str:
        kind = {Result.DATE: "date"}.get(kinds[key], "numeric")
        return f"(kept ->> '{key}')::{kind}" if key in fields else f"seen.{key}::{kind}"

    computed = sql_of(parse(field.formula), kinds, place)
    if field.result == Result.DATE:
        text, fits = "to_char(x, 'YYYY-MM-DD')", "x between '1800-01-01' and '2299-12-31'"
    else:
        places = 2 if field.result == Result.MONEY else field.decimals
        text, fits = f"round(x, {places})::text", f"abs(x) < {LARGEST}"
    # Only what `parse` made and keys of our own get here.
    return f"""    begin
        found := (select {text} from (select {computed}) as y (x) where {fits});
    exception when others then
        found := null;
    end;
    kept := kept - '{field.code}';
    if found is not null then
        kept := kept || jsonb_build_object('{field.code}', found);
    end if;
"""  # noqa: S608
