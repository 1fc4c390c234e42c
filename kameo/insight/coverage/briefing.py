"""The gaps of the map that a meeting may close, for its brief (R37)."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from kameo.core.panels import BriefLine
from kameo.insight.coverage.gaps import gaps_of
from kameo.insight.coverage.reading import coverage_of

MOST = 5


def brief_gaps(user: Any, account: Any, persons: tuple[int, ...]) -> list[BriefLine]:
    """The most serious first; one query."""
    found = gaps_of(coverage_of(account, user)[1], account.pk, user)
    url = reverse("insight:coverage", args=[account.pk])
    return [BriefLine(str(one.title), str(one.text), url, one.severity) for one in found[:MOST]]
