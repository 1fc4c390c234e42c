"""The answer to an access request: what every app holds about a person (R187).

Each app registers its sections (in its `panels.py`). A section gathers what the viewer may read, so only a user who
sees every account answers a request completely. The journal notes each answer: `person.disclosed`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from kameo.contacts import events, rules
from kameo.contacts.models import Person
from kameo.core import clock, preferences
from kameo.core.journal.domain import record
from kameo.core.registry import Store
from kameo.core.ui import formats

if TYPE_CHECKING:
    from kameo.people.models import User

MOST = 500  # rows of a section
DisclosedRow = Mapping[str, Any]
Gather = Callable[[Person, Any], Sequence[DisclosedRow]]


@dataclass(frozen=True)
class DisclosureSource:
    """`gather(person, viewer)` gives rows of label: value; `why` is what this is held for."""

    key: str
    title: Any
    why: Any
    gather: Gather


@dataclass(frozen=True)
class DisclosedSection:
    source: DisclosureSource
    rows: list[dict[str, str]]


@dataclass(frozen=True)
class Disclosure:
    person: Person
    at: datetime
    purpose: list[str]
    sections: list[DisclosedSection]

    def as_json(self) -> dict[str, Any]:
        return {
            "person": self.person.full_name,
            "at": self.at.isoformat(),
            "purpose": self.purpose,
            "sections": [
                {"key": one.source.key, "title": str(one.source.title), "why": str(one.source.why), "rows": one.rows}
                for one in self.sections
            ],
        }


sources: Store[DisclosureSource] = Store("sources of a disclosure")


def register_disclosure(key: str, title: Any, *, why: Any, gather: Gather, order: int = 100) -> None:
    """Add a section. Raises ValueError when the key is taken."""
    sources.register(key, DisclosureSource(key, title, why, gather), order=order)


@transaction.atomic
def disclose(person: Person, *, by: User, form: str = "page") -> Disclosure:
    """Everything held about them that `by` may read. Journal `person.disclosed` (data: form).

    Raises PermissionDenied.
    """
    rules.require_write(by, person)
    sections = [
        DisclosedSection(source, [_row_in_words(row) for row in source.gather(person, by)]) for source in sources
    ]
    last = person.positions.values_list("account_id", flat=True).first()
    record(events.PERSON_DISCLOSED, person, by=by, account=last, data={"form": form, "name": person.full_name})
    return Disclosure(person, clock.now(), [gettext(line) for line in preferences.get("persons.purpose")], sections)


def _row_in_words(row: DisclosedRow) -> dict[str, str]:
    """Labels and values as words; what is empty is left out."""
    return {str(label): _value_in_words(value) for label, value in row.items() if value not in (None, "", [], ())}


def _value_in_words(value: Any) -> str:
    if isinstance(value, datetime):
        here = timezone.localtime(value)
        return f"{formats.date_long(here)}, {formats.clock_time(here)}"
    if isinstance(value, date):
        return str(formats.date_long(value))
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value)
