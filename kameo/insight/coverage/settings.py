"""The company's settings of coverage as one value."""

from __future__ import annotations

from kameo.contacts.enums import Seniority
from kameo.core import preferences
from kameo.insight.coverage.shapes import Thresholds


def thresholds() -> Thresholds:
    """As set now; no query once the settings were read."""
    read = preferences.get
    return Thresholds(
        strong=read("coverage.strong"),
        threads=read("coverage.threads"),
        two_way_days=read("coverage.two_way_days"),
        level_days=read("coverage.level_days"),
        concentration=read("coverage.concentration"),
        few=read("coverage.few"),
        expected=read("coverage.expected"),
        key_influence=read("coverage.key_influence"),
        wanted={level: read(f"coverage.wanted_{level}") for level in Seniority.values},
    )
