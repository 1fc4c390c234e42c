"""The coverage of a decision map: c-11's figures, the gaps and the act that closes each (R26, R66, R67, R69)."""

from kameo.insight.coverage.compute import Coverage
from kameo.insight.coverage.gaps import Gap, gaps_of
from kameo.insight.coverage.reading import coverage_for, coverage_of
from kameo.insight.coverage.refresh import refresh_accounts
from kameo.insight.coverage.shapes import Figure, MapMember, Place, PlaceState, Thresholds

__all__ = [
    "Coverage",
    "Figure",
    "Gap",
    "MapMember",
    "Place",
    "PlaceState",
    "Thresholds",
    "coverage_for",
    "coverage_of",
    "gaps_of",
    "refresh_accounts",
]
