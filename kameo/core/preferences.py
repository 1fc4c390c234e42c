"""Settings that people change: one row each, declared with type, default, bounds and words by the app that reads it.

The whole table is read in one query and kept for `TTL` seconds per process, because every page needs some.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from kameo.core.registry import Store

TTL = 5.0  # seconds another process may still show the old value


@dataclass(frozen=True)
class Definition:
    """One setting: `kind` is "text", "integer", "decimal", "percent", "choice", "boolean", "list" or "lines".

    A list is cut at commas, semicolons and lines; lines are sentences, those of the default translated when shown.
    """

    key: str
    kind: str
    default: Any
    label: Any
    group: str
    help: Any = ""
    unit: str = ""
    minimum: Decimal | int | None = None
    maximum: Decimal | int | None = None
    choices: Callable[[], list[tuple[str, Any]]] | None = None
    checks: list[Callable[[Any], None]] = field(default_factory=list)
    after_change: list[Callable[[], None]] = field(default_factory=list)

    def clean(self, raw: Any) -> Any:
        """The stored form of `raw`; raises ValidationError saying what is expected.

        `checks` are other apps' objections to a value (the currency of invoices converted already).
        """
        from kameo.core.preference_values import clean  # keeps parsing apart from the register

        value = clean(self, raw)
        for check in self.checks:
            check(value)
        return value


@dataclass(frozen=True)
class Group:
    """Settings shown on one page; `icon` is a name of the sprite."""

    label: Any
    icon: str
    help: Any = ""


definitions: Store[Definition] = Store("preferences")
groups: Store[Group] = Store("preference groups")
_cache: dict[str, Any] = {}
_read_at = 0.0


def define(key: str, kind: str, default: Any, label: Any, *, group: str, order: int = 100, **more: Any) -> Definition:
    """Declare a setting; call it from the `preferences.py` of the app that reads it."""
    return definitions.register(key, Definition(key, kind, default, label, group, **more), order=order)


def define_group(key: str, label: Any, *, icon: str = "settings", help: Any = "", order: int = 100) -> Group:
    """Name the page of a group; a group that nobody names is not shown."""
    return groups.register(key, Group(label, icon, help), order=order)


@dataclass
class SettingsOf:
    """Declares settings of one group in the order in which they are written; `then` runs after a change of any."""

    group: str
    first: int = 10
    step: int = 1
    then: Callable[[], None] | None = None

    def define(
        self, key: str, kind: str, default: Any, label: Any, between: tuple[Any, Any] = (None, None), **more: Any
    ) -> Definition:
        """As `define`; `between` are its minimum and maximum."""
        order, self.first = self.first, self.first + self.step
        if self.then:
            more["after_change"] = [self.then]
        least, most = between
        return define(key, kind, default, label, group=self.group, order=order, minimum=least, maximum=most, **more)


def of_group(key: str) -> list[Definition]:
    """The settings of one page, in their order."""
    return [definition for definition in definitions if definition.group == key]


def get(key: str) -> Any:
    """The value in force: the row's, or the default of the definition. Decimals come back as Decimal."""
    definition = definitions[key]
    stored = _preference_rows().get(key, definition.default)
    return Decimal(str(stored)) if definition.kind in {"decimal", "percent"} and stored is not None else stored


def set(key: str, raw: Any, *, by: Any = None) -> Any:
    """Store a value: validate, save the row, journal it, tell those that depend on it, in that order.

    Raises KeyError for an unknown key and ValidationError for a value that does not fit.
    """
    from kameo.core.journal.domain import record  # the journal reads settings too
    from kameo.core.models import Preference

    definition = definitions.get(key)
    if definition is None:
        raise KeyError(key)
    value = definition.clean(raw)
    with transaction.atomic():
        before = get(key)
        Preference.objects.update_or_create(
            key=key, defaults={"value": str(value) if isinstance(value, Decimal) else value, "changed_by": by}
        )
        forget()
        if before != value:
            record("preference.changed", None, by=by, data={"key": key, "from": str(before), "to": str(value)})
            for react in definition.after_change:
                react()
    return value


def is_set(key: str) -> bool:
    """Whether somebody chose a value, as opposed to the default being in force."""
    return key in _preference_rows()


def forget() -> None:
    """Drop the process's copy (after a change, between tests)."""
    global _read_at
    _read_at = 0.0


def _preference_rows() -> dict[str, Any]:
    global _cache, _read_at
    if time.monotonic() - _read_at > TTL:
        from kameo.core.models import Preference

        _cache = dict(Preference.objects.values_list("key", "value"))
        _read_at = time.monotonic()
    return _cache


__all__ = [
    "Definition",
    "Group",
    "SettingsOf",
    "ValidationError",
    "define",
    "define_group",
    "definitions",
    "forget",
    "get",
    "groups",
    "is_set",
    "of_group",
    "set",
]
