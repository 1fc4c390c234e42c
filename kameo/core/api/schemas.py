"""Base shapes: a key that is not declared is refused, so that a typo is never silently ignored."""

from __future__ import annotations

from ninja import Schema
from pydantic import ConfigDict


class Body(Schema):
    """A JSON body. `given()` is what the caller sent, so that a change touches nothing else."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, from_attributes=True)

    def given(self) -> dict[str, object]:
        return self.model_dump(exclude_unset=True)


class Query(Schema):
    """Query parameters (undeclared ones are refused by `strict.refuse_unknown`)."""
