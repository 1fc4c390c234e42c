"""From qualification to what the API answers."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import Any

from kameo.accounts.api.serialise import figures_of
from kameo.core.money import reporting_currency
from kameo.people.models import User
from kameo.qualification.axes.classes import thresholds
from kameo.qualification.axes.large import LargeReason
from kameo.qualification.queries import CriterionLine, Decision, Qualification
from kameo.qualification.queries.figures import Figures, figures_for


def serialise_qualification(found: Qualification) -> dict[str, Any]:
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
        "reasons": serialise_reasons([("large", one) for one in found.verdict.reasons] + [("key", found.key_reason)]),
        "scorecard": serialise_scorecard(found),
        "alignment": serialise_alignments(found),
        "decision": serialise_decision(found.decision) if found.decision else None,
        "history": [serialise_decision(row) for row in found.history],
    }


def serialise_reasons(reasons: list[tuple[str, LargeReason]]) -> list[dict[str, Any]]:
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


def serialise_scorecard(found: Qualification) -> dict[str, Any]:
    return {
        "score": found.scorecard.value,
        "completeness": found.scorecard.completeness,
        "gate": thresholds()["scorecard_gate"],
        "criteria": [
            {**_serialise_criterion(one), "parts": [_serialise_criterion(part) for part in one.parts]}
            for one in found.criteria
        ],
    }


def serialise_alignments(found: Qualification) -> dict[str, Any]:
    names = ("name", "weight", "value", "evidence", "by_id", "by_name", "at")
    return {
        "score": found.alignment.value,
        "completeness": found.alignment.completeness,
        "gate": thresholds()["key_gate"],
        "objectives": [
            {"objective_id": line.id, **{name: getattr(line, name) for name in names}} for line in found.objectives
        ],
    }


def serialise_decision(row: Decision) -> dict[str, Any]:
    return {**vars(row), "class": row.account_class}


def _serialise_criterion(one: CriterionLine) -> dict[str, Any]:
    names = ("key", "name", "weight", "evidence", "by_id", "by_name", "at")
    proposal = one.proposal
    return {
        "criterion_id": one.line.id,
        **{name: getattr(one.line, name) for name in names},
        "score": one.score,
        "accepted": one.accepted,
        "proposal": {"score": proposal.score, "reason": proposal.sentence()} if proposal else None,
    }


def serialise_figures(figures: Figures) -> dict[str, Any]:
    """Figures and class of one account, as its own resource and its portrait answer them."""
    reasons = [*(("large", reason) for reason in figures.verdict.reasons), ("key", figures.key_reason)]
    return {
        "large": figures.large,
        "key": figures.key,
        "class": figures.account_class,
        "class_complete": figures.class_complete,
        "class_source": figures.class_source,
        "computed_large": figures.computed_large,
        "computed_key": figures.computed_key,
        "class_reasons": serialise_reasons(reasons),
        "scorecard": figures.scorecard.value,
        "scorecard_completeness": figures.scorecard.completeness,
        "alignment": figures.alignment.value,
        "alignment_completeness": figures.alignment.completeness,
        "revenue_12m": figures.revenue_12m,
        "revenue_previous_12m": figures.revenue_previous_12m,
        "revenue_share": None if figures.share is None else figures.share / Decimal(100),
        "last_contact_at": figures.last_contact_at,
        "entities": figures.entities,
        "left_out": figures.left_out,
        "as_of": figures.as_of,
    }


def _figures_of(ids: Collection[int], user: User, as_of: date | None) -> dict[int, dict[str, Any]]:
    return {account_id: serialise_figures(found) for account_id, found in figures_for(ids, user, as_of).items()}


figures_of.fill(_figures_of)
