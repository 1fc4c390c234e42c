"""Fields, options and importers as apps declare them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from kameo.core.registry import Store

if TYPE_CHECKING:
    from kameo.core.importing.batch import Batch

# Code → (what is wrong, what to do), English msgids with named parameters.
Messages = Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True)
class ImportField:
    """One thing a column may carry.

    `kind` says how a cell is read and stored (see `exchange.parsing.kinds`). `synonyms` are column names as
    people and products write them, best first; case, accents, punctuation and camelCase do not matter.
    `strict`: an unreadable value rejects its row; otherwise the value alone is left out, with a warning.
    `by_content`: the values alone may give the column away (SIREN, e-mail…), whatever its name.
    `words` (kind "choice"): stored value → how files spell it; `labels`: how pages call it. `limit`: longest text the
    database takes. `key`: kept under that key of the record's column `custom`, as `dump` makes it, not in a column;
    `reference` is the kind of what it names, where that is a record.
    """

    name: str
    kind: str
    label: Any
    synonyms: tuple[str, ...] = ()
    strict: bool = False
    by_content: bool = False
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    labels: Mapping[str, Any] = field(default_factory=dict)
    limit: int = 250
    key: str = ""
    dump: Callable[[Any], Any] = lambda value: value
    reference: Any = None


@dataclass(frozen=True)
class Option:
    """A choice about a whole import: kind "boolean", "choice" (`choices` are value and label) or "text"."""

    name: str
    kind: str
    label: Any
    default: Any = None
    choices: tuple[tuple[str, Any], ...] = ()
    help: Any = ""


@dataclass(frozen=True)
class Relation:
    """A table an import writes, as undo needs to know it.

    `volatile` columns may change by themselves without the row counting as changed since (projections,
    stamps). `disposable` tables point at it and go with it: (table, column). `part_of` is the (table, column)
    whose rows it belongs to: kept with them. `title` is the column that names a row to people. `accounts` is
    the SQL expression, over a row `t`, of the accounts whose projections follow it; empty when others say it.
    """

    table: str
    title: str = "id::text"
    part_of: tuple[str, str] | None = None
    accounts: str = "t.account_id"
    volatile: tuple[str, ...] = ()
    disposable: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class RecordPreview:
    """One record of the outcome: `changes` is field → [old value, new value] (old is None when it is new)."""

    line: int
    action: str
    title: str
    context: str = ""
    changes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Importer:
    """How one kind of record is imported.

    `extra()` gives more fields at run time: those a company added (see `ImportField.key`). `needs`: from each group of
    fields one at least must be mapped. `prepare` turns the parsed values of a row into those of the staging table,
    before they are copied (composed addresses, SIREN out of a SIRET). `plan` and `apply` are set-based and idempotent;
    `settle` brings projections up to date after an apply or an undo, given the ids of the accounts concerned.
    """

    kind: str
    label: Any
    right: str
    own_fields: tuple[ImportField, ...]
    needs: tuple[tuple[str, ...], ...]
    plan: Callable[[Batch], None]
    apply: Callable[[Batch], None]
    settle: Callable[[Batch, list[int]], object]
    relations: tuple[Relation, ...]
    options: tuple[Option, ...] = ()
    messages: Messages = field(default_factory=dict)
    extra: Callable[[], tuple[ImportField, ...]] | None = None
    prepare: Callable[[dict[str, Any]], None] | None = None
    # Columns that `prepare` adds to the staging table: name → SQL type.
    derived: Mapping[str, str] = field(default_factory=dict)
    # Given some amounts and whole numbers per field, the unit (1000, 1 000 000) they must be in, or None.
    guess_unit: Callable[[Mapping[str, list[Any]]], int | None] | None = None
    # Some rows of the outcome, for people: after `plan`.
    preview: Callable[[Batch, int], list[RecordPreview]] | None = None
    # Columns that are recognised and left out on purpose: the reason → their names.
    declined: Mapping[Any, tuple[str, ...]] = field(default_factory=dict)

    @property
    def fields(self) -> tuple[ImportField, ...]:
        return (*self.own_fields, *(self.extra() if self.extra else ()))

    def field(self, name: str) -> ImportField:
        return next(each for each in self.fields if each.name == name)


@dataclass(frozen=True)
class ImportOwner:
    """How rows find the record that theirs hang on (an account), for importers of nouns of apps above.

    `resolve` gives each sound row its owner or rejects it; then `rows` is SQL to join on `y.line`, in which `id` is the
    owner's id, null while it is still to be created by `write`, `node` tells owners apart, and `title` names it.
    """

    fields: tuple[ImportField, ...]
    needs: tuple[str, ...]
    resolve: Callable[[Batch], None]
    write: Callable[[Batch], None]
    settle: Callable[[Batch, list[int]], object]
    prepare: Callable[[dict[str, Any]], None]
    relations: tuple[Relation, ...]
    options: tuple[Option, ...]
    messages: Messages
    rows: str
    id: str
    node: str
    title: str


importers: Store[Importer] = Store("importers")
# Key of a parent of resources (`core.records`) → how rows of files find it.
owners: Store[ImportOwner] = Store("owners of imported records")


def on_match(label: Any, help_text: Any, *, fill: bool = True) -> Option:
    """What becomes of records that are known already."""
    choices = [
        ("update", _("take the values of the file")),
        ("fill", _("only fill what is empty")),
        ("leave", _("leave them as they are")),
    ]
    kept = tuple(choice for choice in choices if fill or choice[0] != "fill")
    return Option("on_match", "choice", label, "update", choices=kept, help=help_text)


def source(help_text: Any) -> Option:
    return Option("source", "text", _("Name of the other system"), "", help=help_text)
