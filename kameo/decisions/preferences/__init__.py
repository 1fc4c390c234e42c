"""Settings of the app, declared by being imported."""

from kameo.decisions.preferences import departures, evidence

__all__ = ["departures", "evidence"]
