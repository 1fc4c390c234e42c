"""The open decisions of an import: customers and people of the file that may be ours already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, IntegerField, Min
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from kameo.exchange.models import Import, Problem

# What a person settles line by line: without a word, a look-alike is created and an unknown customer rejected.
LOOKS_LIKE, UNKNOWN = "looks_like", "account_unknown"
PERSON_LOOKS_LIKE = "person_looks_like"
DECIDABLE = (LOOKS_LIKE, UNKNOWN, PERSON_LOOKS_LIKE)
PEOPLE_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Doubt:
    """One customer of the file nobody placed yet. `line` stands for it, `rows` are the lines it concerns.

    `alike` are the nearest accounts, best first: dicts of account, name and score (out of 100).
    """

    line: int
    name: str
    code: str
    rows: int = 1
    alike: list[dict[str, Any]] = field(default_factory=list)


def open_doubts(record: Import, *, after: int = 0, limit: int | None = None) -> list[Doubt]:
    """Those still open, by line, from the line that follows `after`; two queries."""
    groups = _grouped(record).filter(customer__gt=after).order_by("customer")
    rows = list(groups[:limit] if limit else groups)
    params = dict(Problem.objects.filter(pk__in=[row["first"] for row in rows]).values_list("pk", "params"))
    return [
        Doubt(row["customer"], row["name"], row["what"], row["rows"], params[row["first"]].get("alike", []))
        for row in rows
    ]


def count_doubts(record: Import) -> int:
    return int(_grouped(record).count())


def _grouped(record: Import) -> Any:
    found = Problem.objects.filter(of=record, code__in=(LOOKS_LIKE, UNKNOWN), params__has_key="customer")
    named = found.annotate(customer=Cast(KT("params__customer"), IntegerField())).order_by()
    return named.values("customer").annotate(rows=Count("pk"), name=Min("value"), what=Min("code"), first=Min("pk"))


def settled_doubts(record: Import) -> Iterator[tuple[Doubt, str]]:
    """Those decided, by line, each with its decision: an account's id, “new” or “reject”."""
    known = record.outcome.get("decided", {})
    decisions = decided_accounts(record)
    for line in sorted(decisions, key=int):
        yield Doubt(int(line), **known.get(line, {"name": "", "code": LOOKS_LIKE})), str(decisions[line])


def decided_accounts(record: Import) -> dict[str, str]:
    """Decisions about accounts, by line; those about people have a “p” before theirs."""
    return {line: str(one) for line, one in (record.options.get("decisions") or {}).items() if line.isdecimal()}


def open_people(record: Import) -> list[Doubt]:
    """People of the file who look like somebody known, by line; `alike` are people, under the key “account”."""
    if record.kind != "people":
        return []
    rows = Problem.objects.filter(of=record, code=PERSON_LOOKS_LIKE).order_by("line")[:PEOPLE_SHOWN]
    return [Doubt(row.line, row.value, row.code, 1, row.params.get("alike", [])) for row in rows]
