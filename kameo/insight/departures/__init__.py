"""What is lost if somebody leaves, on their side or on ours: c-11 computed again without them (idea 2)."""

from kameo.insight.departures.colleague import without_colleague
from kameo.insight.departures.exposures import exposures
from kameo.insight.departures.person import without_person
from kameo.insight.departures.shapes import Change, Exchange, Knower, Loss, Successor

__all__ = ["Change", "Exchange", "Knower", "Loss", "Successor", "exposures", "without_colleague", "without_person"]
