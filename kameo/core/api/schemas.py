"""Base shapes: a key that is not declared is refused, so that a typo is never silently ignored."""

from __future__ import annotations

from typing import Any

from ninja import Schema
from pydantic import ConfigDict, field_validator
from pydantic import Field as Described
from pydantic_core import PydanticCustomError


class Body(Schema):
    """A JSON body. `given()` is what the caller sent, so that a change touches nothing else."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, from_attributes=True)

    def given(self) -> dict[str, object]:
        return self.model_dump(exclude_unset=True)

    @field_validator("*")
    @classmethod
    def refuse_nul(cls, value: Any) -> Any:
        """PostgreSQL stores no NUL character: a text with one is refused here, not by the database."""
        if _holds_nul(value):
            raise PydanticCustomError("nul_character", "A text cannot contain the NUL character.")
        return value


def read_as(source: str, public: str | None = None, **described: Any) -> Any:
    """A field told under its name, or `public`, that the object answered calls otherwise; a dotted path goes deeper."""
    return Described(validation_alias=source, serialization_alias=public, **described)


def _holds_nul(value: Any) -> bool:
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, dict):
        return any(_holds_nul(each) for pair in value.items() for each in pair)
    return isinstance(value, (list, tuple, set)) and any(_holds_nul(each) for each in value)


class Query(Schema):
    """Query parameters (undeclared ones are refused by `strict.refuse_unknown`)."""
