"""The state that the address of a map holds; an unknown value is left out, so that an old link still opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from kameo.contacts.enums import Seniority
from kameo.core import clock
from kameo.decisions.drawing.faces import Face
from kameo.decisions.enums import Stance

VIEWS = ("org", "matrix", "list")
ONLY = ("unknown", "unrated", "late", "doubt", "deciding")
NOBODY = "none"
SORTS = ("name", "entity", "influence", "stance", "bond", "contact", "manager")


@dataclass(frozen=True)
class AddressState:
    """`view` is empty on the first visit: the chart, or the list on a telephone. `closed` are folded people."""

    view: str = ""
    as_of: date | None = None
    focus: int | None = None
    closed: tuple[int, ...] = ()
    q: str = ""
    role: str = ""
    stance: str = ""
    entity: int | None = None
    level: str = ""
    only: str = ""
    sort: str = ""
    page: int = 1

    @property
    def filtered(self) -> bool:
        return bool(self.q or self.role or self.stance or self.entity or self.level or self.only)

    @property
    def closed_keys(self) -> frozenset[str]:
        return frozenset(f"n{person}" for person in self.closed)

    def accepts(self, face: Face, deciding: frozenset[str]) -> bool:
        """Whether the filters keep this person."""
        card = face.card
        return (
            (not self.q or self.q.casefold() in f"{card.name} {card.title}".casefold())
            and (not self.role or (self.role in card.roles if self.role != NOBODY else not card.roles))
            and (not self.stance or card.stance == ("" if self.stance == NOBODY else self.stance))
            and (not self.entity or card.account_id == self.entity)
            and (not self.level or card.level == ("" if self.level == NOBODY else self.level))
            and (not self.only or _is(face, self.only, deciding))
        )

    def address(self, base: str, **changes: Any) -> str:
        """The same page with something changed; what is empty stays out of the address."""
        if not changes.keys() & {"page"}:
            changes["page"] = 1
        other = replace(self, **changes)
        pairs = {
            "view": other.view,
            "as_of": other.as_of.isoformat() if other.as_of else "",
            "focus": other.focus,
            "closed": ",".join(str(person) for person in other.closed),
            "q": other.q,
            "role": other.role,
            "stance": other.stance,
            "entity": other.entity,
            "level": other.level,
            "only": other.only,
            "sort": other.sort,
            "page": other.page if other.page > 1 else "",
        }
        query = urlencode({name: value for name, value in pairs.items() if value}, safe=",")
        return f"{base}?{query}" if query else base


def read_address_state(given: Mapping[str, str]) -> AddressState:
    """From the address."""
    day = _read_day(given.get("as_of", ""))
    sort = given.get("sort", "")
    return AddressState(
        view=_one_of(given.get("view", ""), VIEWS),
        as_of=day if day and day < clock.company_today() else None,
        focus=_read_number(given.get("focus", "")),
        closed=tuple(number for text in given.get("closed", "").split(",")[:200] if (number := _read_number(text))),
        q=" ".join(given.get("q", "").replace("\x00", "").split())[:80],
        role=given.get("role", "").replace("\x00", "")[:40],
        stance=_one_of(given.get("stance", ""), (*Stance.values, NOBODY)),
        entity=_read_number(given.get("entity", "")),
        level=_one_of(given.get("level", ""), (*Seniority.values, NOBODY)),
        only=_one_of(given.get("only", ""), ONLY),
        sort=sort if sort.removeprefix("-") in SORTS else "",
        page=_read_number(given.get("page", "")) or 1,
    )


def _is(face: Face, only: str, deciding: frozenset[str]) -> bool:
    card = face.card
    return {
        "unknown": card.unknown,
        "unrated": not card.unknown and (not card.stance or card.influence is None),
        "late": face.late,
        "doubt": bool(card.contradictions),
        "deciding": bool(deciding.intersection(card.roles)),
    }[only]


def _one_of(text: str, values: tuple[str, ...]) -> str:
    return text if text in values else ""


def _read_number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else None


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
