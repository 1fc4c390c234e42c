"""The decision maps of the demo's customers: people, the evidence of each rating, the lines between people."""

from kameo.demo.deciders.others import OTHERS
from kameo.demo.deciders.shapes import Drawn, Formerly, Newcomer, Proven, RatedPerson, Tied
from kameo.demo.deciders.valmorin import VALMORIN, VALMORIN_DEAL

MAPS: tuple[Drawn, ...] = (VALMORIN, VALMORIN_DEAL, *OTHERS)

__all__ = ["MAPS", "Drawn", "Formerly", "Newcomer", "Proven", "RatedPerson", "Tied"]
