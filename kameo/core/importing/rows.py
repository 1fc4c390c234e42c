"""The rows of a plain noun: which record of ours each is about, what it changes, how it is written; set by set."""

# ruff: noqa: S608 - statements are put together from names in our own code; values are parameters

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import CheckConstraint
from django.db.models.sql.query import Query

from kameo.core.importing.batch import Batch
from kameo.core.importing.changes import ACTION, change, count_actions, custom_changes, differs
from kameo.core.importing.checking import refuse_protected_rows, refuse_unfit_rows
from kameo.core.importing.columns import PlainColumn
from kameo.core.importing.declarations import ImportOwner, RecordPreview, Relation
from kameo.core.importing.preview import preview_rows
from kameo.core.importing.references import is_known, keep_known, refuse_unknown


@dataclass(frozen=True)
class PlainRows:
    """The verbs of a plain importer. They work on `record`: one row per line, `row_id` the record it is about."""

    resource: Any
    owner: ImportOwner
    match: Sequence[Sequence[str]]
    title: str
    columns: Callable[[], tuple[PlainColumn, ...]]

    # --- what there is -----------------------------------------------------------------------------------------

    @property
    def table(self) -> str:
        return str(self.resource.model._meta.db_table)

    @property
    def above(self) -> str:
        return f'"{self.resource.above.attribute}_id"'

    def relations(self) -> tuple[Relation, ...]:
        """Its own table, then those of the records that it makes by name."""
        stored = {column.name for column in self.resource.model._meta.concrete_fields if not column.is_relation}
        own = Relation(
            self.table,
            title=self.title if self.title in stored else "id::text",
            accounts=f"t.{self.above}",
            volatile=("sort_name", "changed_at"),
        )
        named = [one.name for one in self.resource.own_fields if one.is_reference and one.kind.called is not None]
        tables = [self.resource.model._meta.get_field(name).related_model._meta.db_table for name in named]
        return (own, *(Relation(table, title="name", accounts="", volatile=("sort_name",)) for table in tables))

    def _named(self, name: str) -> PlainColumn:
        return next(each for each in self.columns() if each.name == name)

    @property
    def references(self) -> list[tuple[PlainColumn, Any]]:
        return [(each, each.reference) for each in self.columns() if each.reference]

    def defaults(self) -> dict[str, Any]:
        return {f"default_{each.name}": each.stored.get_default() for each in self.columns() if not each.stored.null}

    # --- plan --------------------------------------------------------------------------------------------------

    def plan(self, batch: Batch) -> None:
        """Decide, for every row, which record it creates, changes or leaves, and why it is rejected."""
        batch.keep_sound()
        batch.report("matching")
        self.owner.resolve(batch)
        self._build(batch)
        self._find_references(batch)
        self._refuse_out_of_range(batch)
        for key in self.match:
            self._match(batch, [self._named(name) for name in key])
        self._refuse_incomplete(batch)
        for key in self.match:
            self._refuse_doubles(batch, [self._named(name) for name in key])
        self._refuse_contradictions(batch)
        batch.drop_rejected("record")
        self._compare(batch)
        refuse_protected_rows(batch, self)
        refuse_unfit_rows(batch, self)
        batch.drop_rejected("record")
        count_actions(batch, "record")

    def _build(self, batch: Batch) -> None:
        values = [
            f's."{each.name}" as "{each.name}", null::bigint as {each.attribute}'
            if each.reference
            else f's."{each.name}"::{each.type} as {each.attribute}'
            for each in self.columns()
        ]
        batch.run(
            f"create temp table record on commit drop as select s.line, {', '.join(values)}, s.custom,"
            f" {self.owner.id} as owner_id, {self.owner.node} as node_id, {self.owner.title} as owner_title,"
            " null::bigint as row_id, null::text as action, '{}'::jsonb as changes"
            f" from sound s join ({self.owner.rows}) on y.line = s.line where not exists"
            " (select 1 from staged_problem p where p.line = s.line and p.level = 'error')"
        )
        batch.run("create unique index on record (line)")
        batch.run("create index on record (owner_id)")
        batch.run("analyze record")

    def _find_references(self, batch: Batch) -> None:
        """Records that cells name, among those the author sees; unknown ones are left out, or made by `apply`."""
        for each, _model in self.references:
            table, said = f"known_{each.name}", f'r."{each.name}"'
            keep_known(batch, table, each.declared.kind)
            batch.run(f"update record r set {each.attribute} = k.id from {table} k where {is_known(said)}")
            if each.declared.kind.called is None:
                lost = f"{said} is not null and r.{each.attribute} is null"
                refuse_unknown(batch, each.name, f"select r.line, {said} from record r where {lost}")
                batch.run(f'update record r set "{each.name}" = null where {lost}')

    def _refuse_out_of_range(self, batch: Batch) -> None:
        """What the form would not take is left out, with a word about it."""
        for each in self.columns():
            low, high = each.bounds
            ends = [f"r.{each.attribute} {sign} {end}" for sign, end in (("<", low), (">", high)) if end is not None]
            if ends:
                wrong = " or ".join(ends)
                batch.warn(
                    "number_out_of_range",
                    f"select r.line, '{each.name}', r.{each.attribute}::text, '{{}}'::jsonb from record r"
                    f" where {wrong}",
                )
                batch.run(f"update record r set {each.attribute} = null where {wrong}")

    def _match(self, batch: Batch, key: list[PlainColumn]) -> None:
        present = " and t.binned_at is null" if self.resource.binnable else ""
        same = " and ".join(self._same(each) for each in key)
        batch.run("drop table if exists pg_temp.matched")
        batch.run(
            f"create temp table matched on commit drop as select r.line, t.id from record r join {self.table} t"
            f" on t.{self.above} = r.owner_id and {same}{present} where r.row_id is null and {_key_given(key)}",
            self.defaults(),
        )
        batch.reject(
            "record_ambiguous",
            f"select r.line, '{key[0].name}', r.\"{key[0].name}\"::text,"
            " jsonb_build_object('count', q.count, 'account', r.owner_title) from record r join"
            " (select line, count(*) from matched group by line having count(*) > 1) q on q.line = r.line",
        )
        batch.run(
            "update record r set row_id = q.id from (select line, min(id) as id from matched group by line"
            " having count(*) = 1) q where q.line = r.line"
        )

    def _same(self, each: PlainColumn) -> str:
        """SQL: a record of ours holds what the row would."""
        ours, theirs = each.compared(f"t.{each.attribute}"), each.compared(each.value())
        if each.name == "name" and self.resource.has("sort_name"):
            ours = "t.sort_name"
        if each.reference:
            unknown = f'(r."{each.name}" is null or r.{each.attribute} is not null)'
            return f"{unknown} and {ours} is not distinct from {theirs}"
        return f"{ours} is not distinct from {theirs}" if each.stored.null else f"{ours} = {theirs}"

    def _refuse_incomplete(self, batch: Batch) -> None:
        for each in self.columns():
            # Whoever imports is the author where a row names nobody; a command is nobody.
            unsigned = each.is_author and not each.stored.null and batch.by is None
            if each.declared.required or unsigned:
                given = each.attribute if unsigned else f'"{each.name}"'
                batch.reject(
                    "required_missing",
                    f"select r.line, '{each.name}', '', '{{}}'::jsonb from record r where r.row_id is null"
                    f" and r.{given} is null",
                )

    def _refuse_doubles(self, batch: Batch, key: list[PlainColumn]) -> None:
        """The second row about one record, known or new."""
        parts = [
            f"coalesce(r.{each.attribute}::text, kameo_fold(r.\"{each.name}\"))" if each.reference
            else each.compared(each.value())
            for each in key
        ]  # fmt: skip
        owner = "coalesce('o' || r.owner_id, 'n' || r.node_id)"
        batch.reject(
            "record_double",
            f"select q.line, '{key[0].name}', q.shown, jsonb_build_object('line', q.first) from (select r.line,"
            f' r."{key[0].name}"::text as shown, first_value(r.line) over same as first from record r'
            f" where {_key_given(key)} window same as (partition by {owner}, {', '.join(parts)} order by r.line)) q"
            " where q.line <> q.first",
            self.defaults(),
        )

    def _refuse_contradictions(self, batch: Batch) -> None:
        """What the database would not take: its checks, over the record as it would become."""
        ours = {each.attribute: f"coalesce(r.{each.attribute}, t.{each.attribute})" for each in self.columns()}
        for one in self.resource.model._meta.constraints:
            if isinstance(one, CheckConstraint):
                batch.reject(
                    one.name if one.name in batch.importer.messages else "values_contradict",
                    "select q.line, '', '', '{}'::jsonb from (select r.line, "
                    + ", ".join(f"{value} as {column}" for column, value in ours.items())
                    + f" from record r left join {self.table} t on t.id = r.row_id) q where not ({self._sql_of(one)})",
                )

    def _sql_of(self, constraint: CheckConstraint) -> str:
        query = Query(model=self.resource.model, alias_cols=False)
        condition: Any = constraint.condition
        where = query.build_where(condition)
        sql, params = where.as_sql(query.get_compiler(connection=connection), connection)
        editor = connection.schema_editor()
        return str(sql % tuple(editor.quote_value(value) for value in params)).replace("%", "%%")

    def _compare(self, batch: Batch) -> None:
        chosen = batch.options.get("on_match", "update")
        if chosen != "leave":
            parts = [self._change(each, fill=chosen == "fill") for each in self.columns()]
            if self.resource.extensible:
                parts.append(custom_changes(rows="r", ours="t", fill=chosen == "fill"))
            batch.run(f"update record r set changes = {' || '.join(parts)} from {self.table} t where t.id = r.row_id")
        batch.run(f"update record set action = {ACTION.format(id='row_id')}")

    def _change(self, each: PlainColumn, *, fill: bool) -> str:
        ours, theirs = f"t.{each.attribute}", f"r.{each.attribute}"
        if each.reference:
            name = f"(select k.name from known_{each.name} k where k.id = {ours})"
            new = f'r."{each.name}" is not null and {theirs} is distinct from {ours}'
            return change(each.name, name, f'r."{each.name}"', f"{new} and {ours} is null" if fill else new)
        when = differs(theirs, ours, fill=fill)
        if any(each.name in key for key in self.match):
            # The record was found by it: another spelling is no news.
            when += f" and {each.compared(theirs)} is distinct from {each.compared(ours)}"
        return change(each.name, ours, theirs, when)

    # --- what follows ------------------------------------------------------------------------------------------

    def preview(self, batch: Batch, limit: int) -> list[RecordPreview]:
        shown = {each.name: f'r."{each.name}"' for each in self.columns() if each.name != self.title}
        return preview_rows(
            batch,
            limit,
            table="record",
            title=f"coalesce(r.\"{self.title}\"::text, '')",
            context="r.owner_title",
            shown=shown,
            custom=self.resource.extensible,
        )


def _key_given(key: list[PlainColumn]) -> str:
    return f'r."{key[0].name}" is not null'
