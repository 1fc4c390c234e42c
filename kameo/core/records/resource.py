"""The declaration of a noun that people add, change, bin and give back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kameo.core.records import verbs
from kameo.core.records.fields import Field
from kameo.core.registry import Store

SAVED, SAVE = _("Saved."), _("Save")
BINNED, RESTORED = _("The line is in the bin."), _("The line is back.")
IN_BIN, USED = _("This line is in the bin: restore it first."), _("Something names it: keep it.")


@dataclass(frozen=True)
class Parent:
    """What a resource hangs below: whose row its pages are about, and who sees it sees its records.

    `attribute` is the foreign key's name, `prefix` begins the addresses of its pages, `template` is the one around
    them, `open(user, id)` fetches the row or raises 404.
    """

    attribute: str
    prefix: str
    template: str
    open: Callable[[Any, int], Any]


@dataclass(frozen=True)
class Words:
    """What pages and toasts say. A sentence may name a column of the record ("%(number)s is recorded.") or its name."""

    new: Any
    edit: Any
    added: Any
    saved: Any = SAVED
    binned: Any = BINNED
    restored: Any = RESTORED
    in_bin: Any = IN_BIN
    used: Any = USED
    save: Any = SAVE
    create: Any = SAVE


@dataclass(frozen=True)
class Api:
    """Its operations. `schema` begins the names of the schemas, `noun` those of the operations (`ids` where another
    name is known already). `order` is the list's; without, the app writes the list itself. `without` are operations
    that the app writes itself, or that do not exist.

    `also` are columns that are told and not taken; `told` is a schema with what more is told, `taken` one with what
    more the noun's own verbs take, `added` what the one that adds takes instead. `query` holds the list's filters,
    `narrow(rows, query, user)` follows them.
    """

    path: str
    tag: str
    schema: str
    noun: str = ""
    ids: Mapping[str, str] = field(default_factory=dict)
    id_name: str = ""
    also: tuple[str, ...] = ()
    order: str = ""
    without: tuple[str, ...] = ()
    told: Any = None
    taken: Any = None
    added: Any = None
    query: Any = None
    narrow: Callable[[Any, Any, Any], Any] | None = None


@dataclass(frozen=True)
class Once:
    """No two records of one parent, out of the bin, hold the same values in `fields`: DomainError `code` otherwise."""

    fields: tuple[str, ...]
    code: str
    message: Any


Prepare = Callable[[Any, str, dict[str, Any], Any], dict[str, Any]]
Check = Callable[[Any, str, Any], None]
After = Callable[[Any, str, Mapping[str, Any], Any], Mapping[str, Any] | None]


@dataclass(frozen=True, eq=False)
class Resource:
    """One noun. `key` begins its events (`advocacy.added`, or `events` where another name is known already); `told`
    are the fields whose values they tell.

    `right` is what whoever writes it holds, beside sight of its parent (or of the record, without one);
    `may(user, verb, row)` says it where it is another matter. `path` is its address below the parent's (from the root
    where it is `alone`), `back` the name of the page that its forms lead back to, `without` the pages that the app
    writes itself. `sheet` is the template of a page to read, whose form has an address of its own below; `page` the
    name of one that the app draws.

    `seen(user)` are its records with what telling them needs. `verbs` are the noun's own for "add" (parent, by,
    values) and "change" (row, by, values), where a declaration cannot say what they do.

    Three hooks, called in the verb's transaction (`verb` is added, changed, binned or restored):
    `prepare(row, verb, given, by)` gives the values to set for those given, where some follow from others;
    `check(row, verb, by)` refuses what fields do not say one by one, before a record is written or given back, and of
    every row of a file: it reads the row's own columns, without a statement (`once` says what other records refuse);
    `after(row, verb, before, by)` follows (`before`: the columns as they were), and may give what more the event tells.
    """

    key: str
    model: type[models.Model]
    fields: tuple[Field, ...]
    words: Words
    right: str
    path: str = ""
    back: str = ""
    parent: str = ""
    events: Mapping[str, str] = field(default_factory=dict)
    may: Callable[[Any, str, Any], bool] | None = None
    alone: bool = False
    without: tuple[str, ...] = ()
    sheet: str = ""
    page: str = ""
    seen: Callable[[Any], Any] | None = None
    verbs: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    api: Api | None = None
    told: tuple[str, ...] = ()
    prepare: Prepare | None = None
    check: Check | None = None
    once: Once | None = None
    after: After | None = None

    @cached_property
    def own_fields(self) -> tuple[Field, ...]:
        """The declared fields, complete."""
        return tuple(one.of_model(self.model) for one in self.fields)

    def all_fields(self) -> tuple[Field, ...]:
        """With those of the company, as they are now."""
        return (*self.own_fields, *(extra for add in extensions for extra in add(self)))

    def keepers(self) -> list[Callable[[Resource, Any], None]]:
        return keepers.values()

    def named(self, name: str) -> Field:
        return next(one for one in self.all_fields() if one.name == name)

    @property
    def above(self) -> Parent | None:
        return parents[self.parent] if self.parent else None

    @property
    def has_page(self) -> bool:
        """Whether a record has a page to read, beside its form."""
        return bool(self.sheet or self.page)

    @cached_property
    def binnable(self) -> bool:
        """Whether its records go to the bin; others are removed, and what names them keeps them."""
        return "binned_at" in self._columns

    @cached_property
    def extensible(self) -> bool:
        return "custom" in self._columns

    @cached_property
    def _columns(self) -> frozenset[str]:
        return frozenset(column.name for column in self.model._meta.get_fields())

    def has(self, column: str) -> bool:
        return column in self._columns

    def parent_of(self, row: Any) -> Any:
        return getattr(row, self.above.attribute) if self.above else None

    def event(self, verb: str) -> str:
        return self.events.get(verb, f"{self.key}.{verb}")

    def address(self, page: str, *, parent: Any = None, row: Any = None) -> str:
        """Where "new", "one", "edit", "bin", "restore" and "history" are."""
        if page == "one" and self.page:
            return reverse(self.page, args=[row.pk])
        steps: list[int] = []
        if self.above is not None and not (self.alone and row is not None):
            steps = [parent.pk if parent is not None else getattr(row, f"{self.above.attribute}_id")]
        return reverse(f"records:{self.key}-{page}", args=[*steps, *([row.pk] if row is not None else [])])

    def add(self, parent: Any = None, *, by: Any, **values: Any) -> Any:
        if own := self.verbs.get("add"):
            return verbs.add_by(self, parent, own, by=by, **values)
        return verbs.add(self, parent, by=by, **values)

    def change(self, row: Any, *, by: Any, version: str = "", **values: Any) -> Any:
        if own := self.verbs.get("change"):
            return verbs.change_by(self, row, version, own, by=by, **values)
        return verbs.change(self, row, by=by, version=version, **values)

    def bin(self, row: Any, *, by: Any) -> Any:
        return verbs.bin_record(self, row, by=by)

    def restore(self, row: Any, *, by: Any) -> Any:
        return verbs.restore(self, row, by=by)


def say(words: Any, row: Any) -> str:
    """The sentence, with the columns of `row` that it names."""
    return str(words) % _Columns(row)


class _Columns:
    def __init__(self, row: Any) -> None:
        self.row = row

    def __getitem__(self, name: str) -> Any:
        return str(self.row) if name == "name" else getattr(self.row, name)


@dataclass(frozen=True)
class Narrowing:
    """What the list of a resource may be asked for over HTTP: `shape()` names its parameters, `apply` keeps rows."""

    shape: Callable[[], Mapping[str, Any]]
    apply: Callable[[Any, Any, Mapping[str, Any]], Any]


narrowings: Store[Narrowing] = Store("filters of the operations that list")
resources: Store[Resource] = Store("resources")
parents: Store[Parent] = Store("parents of resources")
# Functions (resource, row) that raise DomainError where a record in the bin is not to be given back.
keepers: Store[Callable[[Resource, Any], None]] = Store("what keeps a record in the bin")
# Functions (resource) → fields of the company's own: read whenever a form, the API or a verb asks.
extensions: Store[Callable[[Resource], tuple[Field, ...]]] = Store("fields added to resources")


def register(resource: Resource, *, order: int = 100) -> Resource:
    """Give it its pages and its operations. Raises ValueError when its key is taken."""
    return resources.register(resource.key, resource, order=order)
