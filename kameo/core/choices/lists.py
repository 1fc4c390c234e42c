"""The declaration of a list that a company edits."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from kameo.core import settings_pages
from kameo.core.choices import verbs
from kameo.core.choices.verbs import REFUSED, ChoiceChange
from kameo.core.kinds.values import ChoiceKind
from kameo.core.records.fields import Field
from kameo.core.registry import Store

# Words that most lists say; `%(name)s` is the option as it reads.
_ADD, _ADDED, _SAVED = _("Add to the list"), _("“%(name)s” is in the list."), _("Saved.")
_RETIRED, _RESTORED = _("“%(name)s” is no longer offered."), _("“%(name)s” is offered again.")
_UP, _DOWN = _("“%(name)s” moved up."), _("“%(name)s” moved down.")
_EMPTY, _TWICE = _("Nothing in this list yet"), _("This list has it already.")
_RETIRE, _RESTORE, _GONE = _("Retire"), _("Offer again"), _("retired")


@dataclass(frozen=True)
class ChoiceWords:
    """What the page says around its options, and the toasts."""

    title: Any
    sub: Any = ""
    options: Any = ""
    add: Any = _ADD
    submit: Any = _ADD
    added: Any = _ADDED
    saved: Any = _SAVED
    retired: Any = _RETIRED
    restored: Any = _RESTORED
    up: Any = _UP
    down: Any = _DOWN
    empty: Any = _EMPTY
    twice: Any = _TWICE
    retire: Any = _RETIRE
    restore: Any = _RESTORE
    gone: Any = _GONE


@dataclass(frozen=True)
class ChoicePage:
    """The settings page: where it is, where it stands among the others. `one` begins the address of an option.

    `notes(rows)` says by id what stands under each name, asked once for a page; `template` extends choices/page.html
    where a line shows more. `reading()` is held while a page is made: what its fields and notes share is read once.
    """

    path: str
    icon: str
    section: str = "rules"
    order: int = 100
    one: str = ""
    template: str = "choices/page.html"
    notes: Callable[[Sequence[Any]], Mapping[Any, Any]] = lambda rows: {}
    reading: Callable[[], AbstractContextManager[Any]] = nullcontext


@dataclass(frozen=True)
class ChoiceApi:
    """The operations. `schemas` name the shapes of an answer, a new option and a change; one name for the last two: a
    new option may lack anything, the verb says what is missing. `noun` and `many` name
    the operations (`add_noun`, `list_many`; `ids` where one has another name), `about` describes them where the usual
    words do not do, `notes` what is told beside the fields, by name.
    """

    path: str
    tag: str
    noun: str
    many: str
    schemas: tuple[str, str, str]
    ids: Mapping[str, str] = field(default_factory=dict)
    about: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    operations: Collection[str] = ("list", "add", "change", "retire", "restore")


def _stored_value(row: Any, name: str) -> Any:
    return getattr(row, name)


@dataclass(frozen=True, eq=False)
class ChoiceList:
    """One list, or several kept in one table, which `scope` tells apart. `key` names it in addresses and tests.

    `label` is the field that names an option. Columns: `code` (given once, from the first name), `rank`, `retired`;
    empty where the model has none; what cannot be retired is deleted. `event` is what an act records, `events` what
    some acts record instead. `limited`: fields that only the lists of these scopes have. `shown(row, name)` is a text
    as it reads, when seeds are translated until somebody rewrites them: typed again as it reads, it stays theirs.
    Whoever holds `right` edits the list; `may_add(user, scope)` lets others add to it.

    Hooks: `check(row, what)` refuses, before a new or changed row is written and before one is retired, restored or
    deleted; `record(choices, change)` writes the event where it tells something else, and does what follows.
    """

    key: str
    model: type[models.Model]
    fields: tuple[Field, ...]
    right: str
    event: str
    words: ChoiceWords
    label: str = "name"
    code: str = "code"
    rank: str = "rank"
    retired: str = "retired_at"
    scope: Field | None = None
    limited: Mapping[str, Collection[Any]] = field(default_factory=dict)
    events: Mapping[str, str] = field(default_factory=dict)
    doubles: str = REFUSED
    shown: Callable[[Any, str], Any] = _stored_value
    may_add: Callable[[Any, Any], bool] | None = None
    check: Callable[[Any, str], None] | None = None
    record: Callable[[ChoiceList, ChoiceChange], Any] = verbs.record_change
    page: ChoicePage | None = None
    api: ChoiceApi | None = None

    @cached_property
    def own_fields(self) -> dict[str, Field]:
        """The declared fields, complete."""
        return {one.name: one.of_model(self.model) for one in self.fields}

    @cached_property
    def scope_field(self) -> Field | None:
        return self.scope.of_model(self.model) if self.scope else None

    def fields_of(self, scope: Any) -> list[Field]:
        """Those that an option of this scope has; all for None."""
        return [
            one
            for name, one in self.own_fields.items()
            if scope is None or name not in self.limited or scope in self.limited[name]
        ]

    def scopes(self) -> list[tuple[Any, Any]]:
        """Value and words of each of the lists in the table; one without a name where there is one."""
        kind = self.scope_field.type if self.scope_field else None
        return kind.offered() if isinstance(kind, ChoiceKind) else [("", self.words.options or self.words.title)]

    def scope_of(self, row: Any) -> Any:
        return getattr(row, self.scope.name) if self.scope else None

    def rows(self, scope: Any = None) -> Any:
        """Its options in their order, the retired ones too."""
        rows: Any = self.model._default_manager.all()
        return rows.filter(**{self.scope.name: scope}) if self.scope and scope is not None else rows

    def offered(self, scope: Any = None) -> Any:
        return self.rows(scope).filter(**{f"{self.retired}__isnull": True}) if self.retired else self.rows(scope)

    def name(self, row: Any) -> str:
        """As the reader reads it."""
        return str(self.shown(row, self.label))

    def event_of(self, what: str) -> str:
        return self.events.get(what, self.event)

    def is_retired(self, row: Any) -> bool:
        return bool(self.retired) and getattr(row, self.retired) is not None

    def add(self, *, by: Any, **given: Any) -> Any:
        return verbs.add(self, by=by, **given)

    def change(self, row: Any, *, by: Any, **given: Any) -> Any:
        return verbs.change(self, row, by=by, **given)

    def move(self, row: Any, *, up: bool, by: Any) -> Any:
        return verbs.move(self, row, up=up, by=by)

    def reorder(self, rows: Sequence[Any], *, by: Any) -> None:
        verbs.reorder(self, rows, by=by)

    def retire(self, row: Any, *, by: Any) -> Any:
        return verbs.retire(self, row, by=by)

    def restore(self, row: Any, *, by: Any) -> Any:
        return verbs.restore(self, row, by=by)

    def delete(self, row: Any, *, by: Any) -> None:
        verbs.delete(self, row, by=by)


choice_lists: Store[ChoiceList] = Store("lists that a company edits")


def register(choices: ChoiceList) -> ChoiceList:
    """Give it its page among the settings and its operations. Raises ValueError when its key is taken."""
    if choices.page is not None:
        settings_pages.register(
            f"choices.{choices.key}",
            choices.words.title,
            f"choices:{choices.key}",
            choices.page.icon,
            section=choices.page.section,
            rights=(str(choices.right),),
            order=choices.page.order,
        )
    return choice_lists.register(choices.key, choices)
