"""The points of both axes once more, in Python: what the statement that stores them is held against (c-13)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from kameo.qualification.axes.scorecard import TOP, Points

STRONG = 2  # the most of an alignment


@dataclass(frozen=True)
class RatedCriterion:
    """A criterion with its weight and its rating, None without one. `of` is the criterion it is a part of."""

    id: int
    weight: Decimal
    value: Decimal | int | None
    of: int | None = None


def rated_line(line: Any) -> RatedCriterion:
    """Of a line that a page shows."""
    value = line.score if hasattr(line, "score") else line.value
    return RatedCriterion(line.id, line.weight, value, getattr(line, "part_of_id", None))


def score_of_parts(parts: Iterable[RatedCriterion]) -> Decimal | None:
    """The weighted mean of the parts that are rated, 0 to 5, to four decimals."""
    rated = [part for part in parts if part.value is not None]
    weight = sum((part.weight for part in rated), Decimal(0))
    if not weight:
        return None
    return _rounded(sum((part.weight * Decimal(part.value or 0) for part in rated), Decimal(0)) / weight, 4)


def scorecard_points(lines: Iterable[RatedCriterion]) -> Points:
    """The points of a scorecard: criteria and parts in any order, ratings from 0 to 5."""
    lines = list(lines)
    parts: dict[int, list[RatedCriterion]] = {}
    for line in lines:
        if line.of is not None:
            parts.setdefault(line.of, []).append(line)
    wholes = [
        _criterion_of_parts(line, parts[line.id]) if line.id in parts else (line.weight, line.value, _known(line))
        for line in lines
        if line.of is None
    ]
    return _points(wholes, TOP)


def alignment_points(lines: Iterable[RatedCriterion]) -> Points:
    """The points of the key axis: one line for each objective in force, alignments from −1 to 2."""
    return _points([(line.weight, line.value, _known(line)) for line in lines], STRONG)


def _known(line: RatedCriterion) -> Decimal:
    return line.weight if line.value is not None else Decimal(0)


def _criterion_of_parts(line: RatedCriterion, parts: list[RatedCriterion]) -> tuple[Decimal, Decimal | None, Decimal]:
    """A criterion with parts: its weight, the mean of its parts, and the weight that stands behind it."""
    total = sum((part.weight for part in parts), Decimal(0))
    known = sum((_known(part) for part in parts), Decimal(0))
    behind = _rounded(line.weight * known / total, 6) if total else Decimal(0)
    return line.weight, score_of_parts(parts), behind


def _points(lines: list[tuple[Decimal, Decimal | int | None, Decimal]], top: int) -> Points:
    total = sum((weight for weight, _value, _known in lines), Decimal(0))
    known = sum((known for _weight, _value, known in lines), Decimal(0))
    completeness = int(_rounded(known * 100 / total, 0)) if total else 0
    weight = sum((weight for weight, value, _known in lines if value is not None), Decimal(0))
    if not weight:
        return Points(None, completeness)
    reached = sum((weight * Decimal(value) for weight, value, _known in lines if value is not None), Decimal(0))
    return Points(_rounded(max(Decimal(0), reached) * 100 / (weight * top), 2), completeness)


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
