"""Placing the customers of a file one by one, or all of them at once: that account, a new one, or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.contacts.models import Person
from kameo.core.errors import DomainError
from kameo.exchange.domain.drafting import require_open
from kameo.exchange.models import Import
from kameo.exchange.queries import Doubt, open_doubts
from kameo.people.enums import Right

NEW, REJECT, FORGET = "new", "reject", ""
NEAREST = "nearest"


@transaction.atomic
def decide(record: Import, *, decisions: Mapping[str, str], by: Any) -> None:
    """Keep what somebody decided about look-alikes and unknown customers; a next plan or run applies it.

    `decisions`: line that stands for the customer → id of an account that `by` sees, “new”, “reject”, or "" to
    think again; “p” and a line → id of a person whom `by` sees, or the same words. Side effects, in order: the
    import's decisions, what its page shows of them.
    Errors: import_not_open, decision_unknown, decision_unseen, decision_new_not_allowed.
    """
    require_open(record)
    _check_decisions(decisions, record, by)
    _keep(record, dict(decisions), open_doubts(record))


@transaction.atomic
def decide_all(record: Import, *, choice: str, by: Any) -> int:
    """The same decision for every line still open: “nearest” (the first proposed account, where there is one),
    “new” or “reject”; "" forgets all decisions. Returns how many lines it settled.

    Side effects and errors: those of `decide`.
    """
    require_open(record)
    if choice == FORGET:
        forgotten = len(record.options.get("decisions") or {})
        _keep(record, dict.fromkeys(record.options.get("decisions") or {}, FORGET), [])
        return forgotten
    doubts = open_doubts(record)
    if choice == NEAREST:
        decisions = {str(doubt.line): str(doubt.alike[0]["account"]) for doubt in doubts if doubt.alike}
    else:
        decisions = {str(doubt.line): choice for doubt in doubts}
    _check_decisions(decisions, record, by)
    _keep(record, decisions, doubts)
    return len(decisions)


def may_create(record: Import) -> bool:
    """Whether the run, which has its author's rights, may create accounts for unknown customers."""
    return record.by is None or bool(record.by.can(Right.CREATE_ACCOUNTS) or record.kind == "accounts")


def _check_decisions(decisions: Mapping[str, str], record: Import, by: Any) -> None:
    if not all(_is_number(line.removeprefix("p")) for line in decisions):
        raise DomainError("decision_unknown", _("A decision is about the number of a line."))
    people = {line: choice for line, choice in decisions.items() if line.startswith("p")}
    accounts = {line: choice for line, choice in decisions.items() if line not in people}
    if NEW in accounts.values() and not may_create(record):
        raise DomainError("decision_new_not_allowed", _("Your role does not create accounts: choose one."))
    readers = [reader for reader in (by, record.by) if reader is not None]  # the run has its author's eyes
    _check_seen(accounts, Account.objects.present(), readers, _("Choose an account that you see."))
    _check_seen(people, Person.objects.present(), readers, _("Choose a person whom you see."))


def _check_seen(decisions: Mapping[str, str], present: Any, readers: list[Any], refusal: Any) -> None:
    chosen = {str(choice) for choice in decisions.values()} - {NEW, REJECT, FORGET}
    if not all(_is_number(choice) for choice in chosen):
        raise DomainError("decision_unknown", _("Choose one of those proposed, create it, or leave the line out."))
    ids = {int(one) for one in chosen}
    seen = present.filter(pk__in=ids)
    for reader in readers:
        seen = seen.filter(pk__in=present.model.objects.visible_to(reader).values("pk"))
    if ids and seen.count() != len(ids):
        raise DomainError("decision_unseen", refusal)


def _is_number(text: Any) -> bool:
    return str(text).isascii() and str(text).isdecimal() and len(str(text)) < 19


def _keep(record: Import, decisions: dict[str, str], doubts: Iterable[Doubt]) -> None:
    """Decisions go to the options that the engine reads; the words about them stay for the page."""
    kept = {**(record.options.get("decisions") or {}), **{line: str(one) for line, one in decisions.items()}}
    record.options["decisions"] = {line: choice for line, choice in kept.items() if choice != FORGET}
    shown = dict(record.outcome.get("decided", {}))
    for doubt in doubts:
        if str(doubt.line) in decisions:
            shown[str(doubt.line)] = {name: value for name, value in asdict(doubt).items() if name != "line"}
    record.outcome["decided"] = {line: words for line, words in shown.items() if line in record.options["decisions"]}
    record.save(update_fields=["options", "outcome"])
