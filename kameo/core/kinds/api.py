"""The type of each kind in JSON: what the API takes, and what it gives."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import singledispatch
from typing import Annotated, Any

from pydantic import Field

from kameo.core.api.amounts import Amount, AmountIn
from kameo.core.kinds import values

LARGEST_ID = 2**63
LARGEST_AMOUNT = Decimal(10) ** 16


@singledispatch
def taken(kind: values.ValueKind) -> Any:
    """The type of a value in a request, without "nothing": the field says whether null is allowed."""
    raise TypeError(f"no JSON type for {type(kind).__name__}")


@taken.register
def _text_taken(kind: values.TextKind | values.LongTextKind) -> Any:
    return Annotated[str, Field(max_length=kind.limit)]


@taken.register
def _number_taken(kind: values.NumberKind) -> Any:
    low = Field(gt=-LARGEST_AMOUNT) if kind.low is None else Field(ge=kind.low)
    high = Field(lt=LARGEST_AMOUNT) if kind.high is None else Field(le=kind.high)
    return Annotated[AmountIn, low, high, Field(decimal_places=kind.decimals)]


@taken.register
def _whole_taken(kind: values.WholeKind) -> Any:
    low = None if kind.low is None else int(kind.low)
    high = LARGEST_ID - 1 if kind.high is None else int(kind.high)
    return Annotated[int, Field(ge=low, le=high)]


@taken.register
def _day_taken(kind: values.DayKind) -> Any:
    return date


@taken.register
def _moment_taken(kind: values.MomentKind) -> Any:
    return datetime


@taken.register
def _flag_taken(kind: values.FlagKind) -> Any:
    return bool


@taken.register
def _choice_taken(kind: values.ChoiceKind) -> Any:
    return kind.enum or Annotated[str, Field(max_length=120)]


@taken.register
def _several_taken(kind: values.SeveralKind | values.TagsKind) -> Any:
    return Annotated[list[str], Field(max_length=50)]


@taken.register
def _reference_taken(kind: values.ReferenceKind) -> Any:
    return Annotated[int, Field(ge=1, lt=LARGEST_ID)]


def given(kind: values.ValueKind) -> Any:
    """The type of a value in an answer; null where nothing is known."""
    if isinstance(kind, values.ReferenceKind | values.WholeKind):
        return int | None
    if isinstance(kind, values.ChoiceKind) and kind.enum is not None and not isinstance(kind, values.SeveralKind):
        return kind.enum
    if isinstance(kind, values.NumberKind):
        return Amount | None
    plain: dict[type[values.ValueKind], Any] = {
        values.DayKind: date | None,
        values.MomentKind: datetime | None,
        values.FlagKind: bool,
    }
    plain |= {values.SeveralKind: list[str], values.TagsKind: list[str]}
    return plain.get(type(kind), str)
