"""Who decides at an account, how it decides, and how relations are looked after."""

from kameo.decisions.models.care import Argument, Departure, DepartureTask, Introduction
from kameo.decisions.models.circuit import Committee, CommitteeEntity, CommitteeMember, DecisionStep
from kameo.decisions.models.maps import DecisionMap, Evidence, InfluenceLink, Seat, Stake, Term

__all__ = [
    "Argument",
    "Committee",
    "CommitteeEntity",
    "CommitteeMember",
    "DecisionMap",
    "DecisionStep",
    "Departure",
    "DepartureTask",
    "Evidence",
    "InfluenceLink",
    "Introduction",
    "Seat",
    "Stake",
    "Term",
]
