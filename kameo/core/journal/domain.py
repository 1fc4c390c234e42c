"""Writing to the journal, and telling those who subscribed."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, models, transaction

from kameo.core.journal.models import Event, Reaction
from kameo.core.registry import Store

MAX_DEPTH = 5  # an event this deep is written and tells nobody: chains stop here (architecture.md §5)


@dataclass(frozen=True)
class Subscriber:
    """A reaction: called with the event, in its own job, once per event."""

    name: str
    types: frozenset[str]
    react: Callable[[Event], None]


subscribers: Store[Subscriber] = Store("subscribers")
_cause: ContextVar[Event | None] = ContextVar("cause", default=None)


def subscribe(*types: str, name: str) -> Callable[[Callable[[Event], None]], Callable[[Event], None]]:
    """Register the decorated function (in an app's `subscribers.py`) for these event types."""

    def decorate(react: Callable[[Event], None]) -> Callable[[Event], None]:
        subscribers.register(name, Subscriber(name, frozenset(types), react))
        return react

    return decorate


def record(
    type: str, subject: models.Model | None, *, by: Any = None, account: Any = None, data: dict[str, Any] | None = None
) -> Event:
    """Insert one event in the caller's transaction and enqueue its dispatch in the same transaction.

    `by` is a user or None (the system); `account` an Account, an id or None. Must run in a transaction.
    """
    cause = _cause.get()
    event = Event.objects.create(
        type=type,
        subject_type=subject._meta.label if subject is not None else "",
        subject_id=subject.pk if subject is not None else None,
        account_id=getattr(account, "pk", account),
        actor_id=getattr(by, "pk", by),
        data=data or {},
        root_id=(cause.root_id or cause.pk) if cause else None,
        depth=cause.depth + 1 if cause else 0,
    )
    announce([event])
    return event


def announce(events: Iterable[Event]) -> None:
    """Enqueue the dispatch of rows just inserted, in the same transaction; only where somebody subscribed."""
    from kameo.core.journal.jobs import DISPATCH  # jobs log to the journal's subscribers; a leaf cannot import it

    for event in events:
        if event.depth < MAX_DEPTH and is_awaited(event.type):
            DISPATCH.defer(event_id=event.pk)


def is_awaited(type: str) -> bool:
    """Whether anybody subscribed to this type of event."""
    return any(type in one.types for one in subscribers)


def bulk(type: str, *, by: Any, data: dict[str, Any]) -> Event:
    """The one summary event of an import or a mass change: `data` says how many and where to look."""
    return record(type, None, by=by, data=data)


def dispatch(event_id: int) -> None:
    """Enqueue one job per subscriber of the event, so that one failing reaction does not stop the others."""
    from kameo.core.journal.jobs import REACT  # as above

    event = Event.objects.get(pk=event_id)
    for subscriber in subscribers:
        if event.type in subscriber.types:
            REACT.defer(event_id=event_id, subscriber=subscriber.name)


def react(event_id: int, subscriber: str) -> None:
    """Run one subscriber on one event, once: the proof and the effects share a transaction."""
    event = Event.objects.get(pk=event_id)
    with transaction.atomic(), _caused_by(event):
        try:
            with transaction.atomic():
                Reaction.objects.create(event=event, subscriber=subscriber)
        except IntegrityError:
            return
        subscribers[subscriber].react(event)


@contextlib.contextmanager
def _caused_by(event: Event) -> Iterator[None]:
    token = _cause.set(event)
    try:
        yield
    finally:
        _cause.reset(token)
