"""The loss when a person leaves, on their side or on ours: c-11 computed again without them (idea 2)."""

from kameo.insight.departures.colleague import without_colleague
from kameo.insight.departures.exposures import exposures
from kameo.insight.departures.person import without_person
from kameo.insight.departures.shapes import FigureChange, Knower, Loss, MapInteraction, Successor

__all__ = [
    "FigureChange",
    "Knower",
    "Loss",
    "MapInteraction",
    "Successor",
    "exposures",
    "without_colleague",
    "without_person",
]
