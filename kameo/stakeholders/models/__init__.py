"""People at the customer, the positions they hold, who decides, and how relations are looked after."""

from kameo.stakeholders.models.care import Argument, Departure, DepartureTask, Introduction, OptOut
from kameo.stakeholders.models.circuit import Committee, CommitteeEntity, CommitteeMember, DecisionStep
from kameo.stakeholders.models.maps import DecisionMap, Evidence, InfluenceLink, Seat, Stake, Term
from kameo.stakeholders.models.people import EmailAddress, Link, Person, PersonNumber, PhoneNumber
from kameo.stakeholders.models.positions import Position
from kameo.stakeholders.models.pulse import PersonPulse
from kameo.stakeholders.models.segments import NotSamePerson, PersonMerge, Segment

__all__ = [
    "Argument",
    "Committee",
    "CommitteeEntity",
    "CommitteeMember",
    "DecisionMap",
    "DecisionStep",
    "Departure",
    "DepartureTask",
    "EmailAddress",
    "Evidence",
    "InfluenceLink",
    "Introduction",
    "Link",
    "NotSamePerson",
    "OptOut",
    "Person",
    "PersonMerge",
    "PersonNumber",
    "PersonPulse",
    "PhoneNumber",
    "Position",
    "Seat",
    "Segment",
    "Stake",
    "Term",
]
