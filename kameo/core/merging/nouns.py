"""The declaration of a noun whose records are merged: choices, words, look-alikes, addresses, API."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from kameo.core.errors import DomainError
from kameo.core.merging.parts import Merging
from kameo.core.merging.words import MergeWords
from kameo.core.registry import Store

KEPT, ABSORBED, BOTH = "kept", "absorbed", "both"


@dataclass(frozen=True)
class MergeChoice:
    """What somebody chooses on one line: `columns` go together, under the name of the first.

    `label` is the column's verbose name; `words(row)` say the value (the column's own text), `told(row, user)` where
    readers do not see the same. `both`: two texts may both be kept, one after the other. The filled one stays by
    default; of two, both where that may be, or else the noun's rule (`Mergeable.latest`); `prefers(kept, absorbed)`
    decides alone. `take(result, source)` writes what is no column.
    """

    key: str
    columns: tuple[str, ...] = ()
    label: Any = ""
    words: Callable[[Any], Any] | None = None
    told: Callable[[Any, Any], str] | None = None
    both: bool = False
    prefers: Callable[[Any, Any], str] | None = None
    value: Callable[[Any], Any] | None = None
    take: Callable[[Any, Any], None] | None = None

    @property
    def written(self) -> tuple[str, ...]:
        return self.columns or (self.key,)

    def value_of(self, row: Any) -> Any:
        return self.value(row) if self.value else getattr(row, self.key)

    def say(self, row: Any, user: Any) -> str:
        if self.told:
            return self.told(row, user)
        found = self.words(row) if self.words else self.value_of(row)
        return "" if found in (None, "") else str(found)

    def keep(self, result: Any, source: Any) -> None:
        if self.take:
            self.take(result, source)
            return
        for column in self.written:
            setattr(result, column, getattr(source, column))


@dataclass(frozen=True)
class PartChoice:
    """Rows of which one record has one only. `read` says both in words, and which side stays unless somebody chooses.

    The part that moves them reads the choice under its key (`Merging.choices`).
    """

    label: Any
    read: Callable[[Any, Any], tuple[str, str, str]]


@dataclass(frozen=True)
class LikeReason:
    """Why two look alike: `tone` "ok" where it is sure, "warn" where it speaks against."""

    label: Any
    icon: str
    tone: str = ""


SAME_NAME: dict[str, LikeReason] = {"same_name": LikeReason(_("same name"), "ok", "ok")}


@dataclass(frozen=True)
class MergeWarning:
    """What the result will be, said before: `text` is a whole sentence or two."""

    title: Any
    text: Any
    icon: str = "lock"


@dataclass(frozen=True)
class MergeEvents:
    """The types of events; empty: `key.merged`, `key.merge_undone`, `key.told_apart`."""

    merged: str = ""
    undone: str = ""
    apart: str = ""


@dataclass(frozen=True)
class MergeApi:
    """Where its operations are, and how they and their schemas are called.

    `pairs` and `merges` are paths; `tags` those of both; `ids` names of operations where they are not
    `list_<key>_duplicates`…; `schema` begins the schemas' names, `one` is the schema of one of a pair.
    `named`: a merge also tells the absorbed one's name. `pair_id`: pairs are rows, with a number. `undo` is the status.
    """

    pairs: str
    merges: str
    schema: str
    tags: tuple[str, str]
    ids: Mapping[str, str] = field(default_factory=dict)
    one: Any = None
    reasons: str = ""
    choices: str = ""
    named: bool = True
    pair_id: bool = False
    undo: int = 201


@dataclass(frozen=True)
class Comparing:
    """Look-alikes that a job finds: `defer()` asks for it, `asked` says so; `at()`: when it ran last."""

    defer: Callable[[], Any]
    at: Callable[[], Any]
    done_help: Any
    never_help: Any
    asked: Any


Find = Callable[[Any, str, int], tuple[list[Any], str]]


@dataclass(frozen=True, eq=False)
class Mergeable:
    """One noun. `key` begins the names of its pages (`merging:<key>-duplicates`), `path` their addresses.

    `right` is what whoever merges holds, beside sight of both; `require(by, row)` says it where it is another matter.
    `home` is the name of the page with all of them, `page` of one's own (`one(row)` gives its
    address where another's number stands in it); `name` the attribute that says who it is, `naming` its expression
    where it is no column.

    `chosen` are its lines (`fields.choices_of` makes them from a Resource). `latest`: of two filled values the one of
    the record changed last stays (its column). `facts(row, user)` are lines that nobody chooses: (key, label, text).
    `pairs(user, after, limit)` finds look-alikes (`reading.PairOf`), and where the next page starts; without, those of
    the same folded name. `reasons` are their codes. `picker(user)` is the form field that finds the other one; without,
    a list of what `search(user, text)` finds (`reading.TwinSide`).

    Hooks, called in the verb's transaction: `lock()` comes first, `check(kept, absorbed, by)` refuses;
    `derive(kept, absorbed, sides)` gives more columns of the result and more choices for parts;
    `beside(kept_id, absorbed_id)` are other rows that settling may change, with their columns;
    `joined(work, kept, absorbed, values)` follows once the columns are set; `check_undo(merge, kept, absorbed)`
    refuses, `given_back(absorbed)` follows the ledger played backwards; `refusals` say constraints in the way;
    `tell(event, row, by, data, record)` writes the journal where it is more than one event on the row;
    `warn(kept, absorbed)` says beforehand what will be (`MergeWarning`).
    """

    key: str
    model: type[Model]
    path: str
    right: str
    home: str
    words: MergeWords
    page: str = ""
    one: Callable[[Any], str] | None = None
    name: str = "name"
    chosen: tuple[MergeChoice, ...] = ()
    naming: Any = None
    latest: str = ""
    events: MergeEvents = field(default_factory=MergeEvents)
    api: MergeApi | None = None
    same: str = "same_record"
    require: Callable[[Any, Any], None] | None = None
    facts: Callable[[Any, Any], list[tuple[str, Any, str]]] | None = None
    pairs: Find | None = None
    reasons: Mapping[str, LikeReason] = field(default_factory=lambda: dict(SAME_NAME))
    comparison: Comparing | None = None
    picker: Callable[[Any], Any] | None = None
    search: Callable[[Any, str], list[Any]] | None = None
    lock: Callable[[], Any] | None = None
    check: Callable[[Any, Any, Any], None] | None = None
    derive: Callable[[Any, Any, Mapping[str, str]], tuple[dict[str, Any], dict[str, Any]]] | None = None
    beside: Callable[[int, int], tuple[Collection[int], Collection[str]]] | None = None
    joined: Callable[[Merging, Any, Any, Mapping[str, Any]], None] | None = None
    check_undo: Callable[[Any, Any, Any], None] | None = None
    given_back: Callable[[Any], None] | None = None
    refusals: Mapping[str, Callable[[], DomainError]] = field(default_factory=dict)
    tell: Callable[[str, Any, Any, dict[str, Any], Any], None] | None = None
    warn: Callable[[Any, Any], list[MergeWarning]] | None = None

    @property
    def table(self) -> str:
        return str(self.model._meta.db_table)

    def has(self, column: str) -> bool:
        return any(one.name == column for one in self.model._meta.get_fields())

    def choices(self) -> tuple[MergeChoice, ...]:
        """Its lines, and those of the fields that the company added."""
        return (*self.chosen, *(extra for add in extensions for extra in add(self)))

    def parts_chosen(self) -> Store[PartChoice]:
        return _part_choices.setdefault(self.model, Store(f"what two {self.key} have one of"))

    def chosen_keys(self) -> tuple[str, ...]:
        """What somebody may choose: fields, and what apps registered."""
        return (*(one.key for one in self.choices()), *self.parts_chosen().keys())

    def label_of(self, choice: MergeChoice) -> str:
        return str(choice.label or capfirst(self.model._meta.get_field(choice.key).verbose_name))  # type: ignore[union-attr]

    def called(self, row: Any) -> str:
        return str(getattr(row, self.name))

    def event(self, verb: str) -> str:
        return getattr(self.events, verb) or f"{self.key}.{_EVENTS[verb]}"


_EVENTS = {"merged": "merged", "undone": "merge_undone", "apart": "told_apart"}
mergeables: Store[Mergeable] = Store("nouns whose records are merged")
# Functions (noun) → choices of the company's own fields.
extensions: Store[Callable[[Mergeable], tuple[MergeChoice, ...]]] = Store("choices added to merges")
_part_choices: dict[type[Model], Store[PartChoice]] = {}


def choose_part(subject: type[Model], key: str, choice: PartChoice) -> PartChoice:
    """Let people choose whose row stays, of which one record has one only."""
    return _part_choices.setdefault(subject, Store(f"what two {subject._meta.label} have one of")).register(key, choice)


def register(noun: Mergeable, *, order: int = 100) -> Mergeable:
    """Give it its pages and its operations. Raises ValueError when its key is taken."""
    return mergeables.register(noun.key, noun, order=order)
