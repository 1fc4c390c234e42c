"""From qualification to what the API answers."""

from __future__ import annotations

from typing import Any

from kameo.accounts.classes import thresholds
from kameo.accounts.large_axis import Reason
from kameo.accounts.queries import Criterion, Decision, Qualification
from kameo.core.money import reporting_currency


def present_qualification(found: Qualification) -> dict[str, Any]:
    same = [
        "account_id",
        "as_of",
        "large",
        "key",
        "class_complete",
        "class_source",
        "computed_large",
        "computed_key",
        "computed_class",
    ]
    return {
        **{name: getattr(found, name) for name in same},
        "class": found.account_class,
        "reasons": present_reasons([("large", one) for one in found.verdict.reasons] + [("key", found.key_reason)]),
        "scorecard": present_scorecard(found),
        "alignment": present_alignments(found),
        "decision": present_decision(found.decision) if found.decision else None,
        "history": [present_decision(row) for row in found.history],
    }


def present_reasons(reasons: list[tuple[str, Reason]]) -> list[dict[str, Any]]:
    currency = reporting_currency()
    return [
        {
            "axis": axis,
            "criterion": reason.criterion,
            "value": reason.value,
            "threshold": reason.threshold,
            "met": reason.met,
            "text": reason.sentence(currency),
        }
        for axis, reason in reasons
    ]


def present_scorecard(found: Qualification) -> dict[str, Any]:
    return {
        "score": found.scorecard.value,
        "completeness": found.scorecard.completeness,
        "gate": thresholds()["scorecard_gate"],
        "criteria": [{**_line(one), "parts": [_line(part) for part in one.parts]} for one in found.criteria],
    }


def present_alignments(found: Qualification) -> dict[str, Any]:
    names = ("name", "weight", "value", "evidence", "by_id", "by_name", "at")
    return {
        "score": found.alignment.value,
        "completeness": found.alignment.completeness,
        "gate": thresholds()["key_gate"],
        "objectives": [
            {"objective_id": line.id, **{name: getattr(line, name) for name in names}} for line in found.objectives
        ],
    }


def present_decision(row: Decision) -> dict[str, Any]:
    return {**vars(row), "class": row.account_class}


def _line(one: Criterion) -> dict[str, Any]:
    names = ("key", "name", "weight", "evidence", "by_id", "by_name", "at")
    proposal = one.proposal
    return {
        "criterion_id": one.line.id,
        **{name: getattr(one.line, name) for name in names},
        "score": one.score,
        "accepted": one.accepted,
        "proposal": {"score": proposal.score, "reason": proposal.sentence()} if proposal else None,
    }
