"""What supports a rating: added and withdrawn, never rewritten (idea 8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from kameo.contacts import rules
from kameo.core import clock
from kameo.core.acting import acting
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.decisions import events
from kameo.decisions.domain.ratings import CLAIMS, LISTS, rating_as_text, read_ratings
from kameo.decisions.enums import Claim, Grade
from kameo.decisions.models import Evidence, Stake

if TYPE_CHECKING:
    from kameo.people.models import User

LONGEST = 2000


def add_evidence(
    stake: Stake, *, by: User | None, claim: str, value: Any, grade: int, sentence: str, on: date | None = None
) -> Evidence:
    """A sentence that supports one rating; it may speak for another value than the one rated (a contradiction).

    `on` is the day it was seen or heard (today), never ahead. In order: row, journal `evidence.added`. Raises
    PermissionDenied; DomainError "unknown_choice", "out_of_scale", "value_missing", "sentence_missing", "too_long",
    "in_the_future".
    """
    rules.require_write_at(by, stake.map.account)
    with acting(by):
        row = _checked_evidence(stake, by, claim=claim, value=value, grade=grade, sentence=sentence, on=on)
        row.save()
        _record_evidence(events.EVIDENCE_ADDED, row, by)
    return row


def add_all(stake: Stake, items: Iterable[Mapping[str, Any]], by: User | None) -> list[Evidence]:
    """Several at once, inside the caller's transaction; a missing `value` is the rating as it is now."""
    made = []
    for item in items:
        given = dict(item)
        if "value" not in given:
            given["value"] = _rated(stake, str(given.get("claim", "")))
        row = _checked_evidence(stake, by, **given)
        row.save()
        _record_evidence(events.EVIDENCE_ADDED, row, by)
        made.append(row)
    return made


def withdraw_evidence(evidence: Evidence, *, by: User | None) -> None:
    """It supports nothing any more; the row stays. Journal `evidence.withdrawn`. Raises PermissionDenied."""
    _mark(evidence, by, clock.now(), events.EVIDENCE_WITHDRAWN)


def give_back_evidence(evidence: Evidence, *, by: User | None) -> None:
    """Undo `withdraw_evidence`. Journal `evidence.restored`. Raises PermissionDenied."""
    _mark(evidence, by, None, events.EVIDENCE_RESTORED)


def _mark(evidence: Evidence, by: User | None, moment: Any, event: str) -> None:
    rules.require_write_at(by, evidence.stake.map.account)
    with acting(by):
        current = Evidence.objects.select_for_update(of=("self",)).select_related("stake__map").get(pk=evidence.pk)
        if (current.withdrawn_at is None) == (moment is None):
            return
        current.withdrawn_at = moment
        current.save(update_fields=["withdrawn_at"])
        _record_evidence(event, current, by)
    evidence.refresh_from_db(fields=["withdrawn_at"])


def _checked_evidence(
    stake: Stake, by: User | None, *, claim: str, value: Any, grade: Any, sentence: str, on: date | None = None
) -> Evidence:
    text = str(sentence or "").strip()
    if not text:
        raise DomainError("sentence_missing", _("Say what was seen or heard."), field="sentence")
    if len(text) > LONGEST:
        raise DomainError("too_long", _("Keep it under 2 000 characters."), field="sentence")
    day = on or clock.company_today()
    if day > clock.company_today():
        raise DomainError("in_the_future", _("Evidence is of today or before."), field="on")
    if str(grade) not in {str(number) for number in Grade.values}:
        raise DomainError("unknown_choice", _("Say what it is worth."), field="grade")
    return Evidence(
        stake=stake,
        claim=str(claim),
        value=_checked_value(stake, str(claim), value),
        grade=int(grade),
        sentence=text,
        on=day,
        author=by,
    )


def _checked_value(stake: Stake, claim: str, value: Any) -> str:
    """The rating it speaks for, checked as the rating itself would be."""
    if claim not in Claim.values:
        raise DomainError("unknown_choice", _("Say what it supports."), field="claim")
    name, text = CLAIMS[claim], rating_as_text(value).strip()
    if not text:
        message = _("Say which rating it supports.")
        raise DomainError("value_missing", message, field="value")
    read_ratings({name: [text] if name in LISTS else text}, stake)
    return text


def _rated(stake: Stake, claim: str) -> str:
    name = CLAIMS.get(claim, "")
    rated = getattr(stake, name, None) if name else None
    return rating_as_text(rated[0] if isinstance(rated, list) and rated else rated or None)


def _record_evidence(event: str, row: Evidence, by: User | None) -> None:
    data = {
        "stake": row.stake_id,
        "person": row.stake.person_id,
        "claim": row.claim,
        "value": row.value,
        "grade": row.grade,
    }
    record(event, row, by=by, account=row.stake.map.account_id, data=data)
