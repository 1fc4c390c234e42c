"""Turning the pages of a list by keyset, both ways: what is on the page, and whether there are others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.utils.http import urlencode

T = TypeVar("T")


@dataclass(frozen=True)
class Turned(Generic[T]):
    """The rows of one page in reading order; `first` and `last` where a neighbouring page starts, None at an end."""

    rows: Sequence[T]
    first: T | None
    last: T | None


def turn_page(found: Sequence[T], *, size: int, backwards: bool, placed: bool) -> Turned[T]:
    """The page of `size` rows out of `found`, which holds one more when there are others.

    `backwards` says that `found` was read from the place towards the start; `placed` that there was a place.
    """
    more, rows = len(found) > size, list(found[:size])
    if backwards:
        rows.reverse()
    if not rows:
        return Turned(rows, None, None)
    before = more if backwards else placed
    return Turned(rows, rows[0] if before else None, rows[-1] if more or backwards else None)


def page_address(kept: dict[str, str], **place: str) -> str | None:
    """The query of a neighbouring page, with the filters `kept`; None when there is none."""
    return "?" + urlencode({**kept, **place}) if any(place.values()) else None
