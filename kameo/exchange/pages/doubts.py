"""The lines of the preview page that wait for a decision: rows in words, and the answers typed so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from kameo.accounts.models import Account
from kameo.accounts.names.lookup import AccountChoice, choices_for
from kameo.contacts.models import Person
from kameo.exchange.models import Import
from kameo.exchange.queries import (
    UNKNOWN,
    Doubt,
    count_doubts,
    decided_accounts,
    open_doubts,
    open_people,
    settled_doubts,
)

SHOWN = 25
OPEN, SETTLED = "open", "settled"
OTHER = "other"


@dataclass(frozen=True, slots=True)
class DoubtAnswer:
    """What the form says about one line. `offered` and `problem` come when several accounts match, or none."""

    choice: str = ""
    typed: str = ""
    offered: list[AccountChoice] = field(default_factory=list)
    problem: str = ""


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """One customer of the file: what happens to it without a decision, the nearest accounts, the decision."""

    line: int
    name: str
    rows: int
    unknown: bool
    alike: list[dict[str, Any]]
    answer: DoubtAnswer
    other: AccountChoice | None = None


@dataclass(frozen=True, slots=True)
class DoubtPage:
    rows: list[DoubtRow]
    show: str
    open: int
    settled: int
    next_line: int | None

    @property
    def wrong(self) -> list[DoubtRow]:
        return [row for row in self.rows if row.answer.problem]


def page_of(record: Import, viewer: Any, *, show: str = OPEN, after: int = 0) -> DoubtPage:
    """Lines to decide, or decided ones, from the line that follows `after`."""
    settled = decided_accounts(record)
    if show == SETTLED:
        found = (each for each in settled_doubts(record) if each[0].line > after)
        pairs = list(islice(found, SHOWN + 1))
    else:
        pairs = [(doubt, "") for doubt in open_doubts(record, after=after, limit=SHOWN + 1)]
    rows = rows_of(pairs[:SHOWN], viewer)
    next_line = rows[-1].line if len(pairs) > SHOWN else None
    return DoubtPage(rows, show, count_doubts(record), len(settled), next_line)


def rows_of(
    pairs: Iterable[tuple[Doubt, str]], viewer: Any, answers: Mapping[int, DoubtAnswer] | None = None
) -> list[DoubtRow]:
    """Rows for those of the proposed accounts that the reader of the page may see; one query."""
    pairs = list(pairs)
    chosen = {int(choice) for _doubt, choice in pairs if choice.isdecimal()}
    proposed = {near["account"] for doubt, _choice in pairs for near in doubt.alike}
    seen = dict(Account.objects.visible_to(viewer).filter(pk__in=chosen | proposed).values_list("pk", "name"))
    return [_doubt_row(doubt, (answers or {}).get(doubt.line, DoubtAnswer(choice)), seen) for doubt, choice in pairs]


def _doubt_row(doubt: Doubt, answer: DoubtAnswer, seen: Mapping[int, str]) -> DoubtRow:
    alike = [near | {"name": seen[near["account"]]} for near in doubt.alike if near["account"] in seen]
    near = {str(one["account"]) for one in alike}
    other = None
    if answer.choice.isdecimal() and answer.choice not in near:
        name = seen.get(int(answer.choice), _("An account that you do not see"))
        other = AccountChoice(int(answer.choice), name, "", "")
    return DoubtRow(doubt.line, doubt.name or "…", doubt.rows, doubt.code == UNKNOWN, alike, answer, other)


@dataclass(frozen=True, slots=True)
class PersonDoubtRow:
    """Somebody of the file and the people they look like, each with a name and a score out of 100."""

    line: int
    name: str
    alike: list[dict[str, Any]]


def people_of(record: Import, viewer: Any) -> list[PersonDoubtRow]:
    """People to recognise, with those of the proposed ones whom the reader may see; two queries."""
    doubts = open_people(record)
    proposed = {near["account"] for doubt in doubts for near in doubt.alike}
    seen = (
        set(Person.objects.visible_to(viewer).filter(pk__in=proposed).values_list("pk", flat=True))
        if proposed
        else set()
    )
    return [
        PersonDoubtRow(doubt.line, doubt.name, [near for near in doubt.alike if near["account"] in seen])
        for doubt in doubts
    ]


def people_in(given: Mapping[str, str]) -> dict[str, str]:
    """What a sent form decides about people: “p” and the line → person, “new”, “reject”."""
    found = {}
    for key, choice in given.items():
        line = key.removeprefix("person.")
        if key == f"person.{line}" and line.isascii() and line.isdecimal() and len(line) < 10:
            found[f"p{line}"] = choice
    return found


def answers_in(given: Mapping[str, str], viewer: Any) -> dict[int, DoubtAnswer]:
    """What a sent form decides, by line; “another account” is looked up when only its name was typed."""
    answers = {}
    for key, choice in given.items():
        line = key.removeprefix("line.")
        if key == f"line.{line}" and line.isascii() and line.isdecimal() and len(line) < 10:
            answers[int(line)] = _looked_up(given, line, viewer) if choice == OTHER else DoubtAnswer(choice)
    return answers


def _looked_up(given: Mapping[str, str], line: str, viewer: Any) -> DoubtAnswer:
    chosen, typed = given.get(f"other_{line}", ""), given.get(f"other_{line}_search", "").strip()
    offered = choices_for(viewer, typed) if typed else []
    # What was typed wins over a list that a browser without JavaScript could not bring up to date.
    if chosen and (not typed or chosen in {str(choice.id) for choice in offered}):
        return DoubtAnswer(chosen, typed)
    if len(offered) == 1:
        return DoubtAnswer(str(offered[0].id), typed)
    problem = (
        _("Several accounts match: choose one in the list.")
        if offered
        else _("No account that you see matches. Type some of its name.")
    )
    return DoubtAnswer(OTHER, typed, offered, problem)
