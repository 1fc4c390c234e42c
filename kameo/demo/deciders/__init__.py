"""Who decides at the customers of the demo: their maps, what each rating rests on, the lines between people."""

from kameo.demo.deciders.others import OTHERS
from kameo.demo.deciders.shapes import Drawn, Newcomer, Once, Proven, RatedPerson, Tied
from kameo.demo.deciders.valmorin import VALMORIN, VALMORIN_DEAL

MAPS: tuple[Drawn, ...] = (VALMORIN, VALMORIN_DEAL, *OTHERS)

__all__ = ["MAPS", "Drawn", "Newcomer", "Once", "Proven", "RatedPerson", "Tied"]
