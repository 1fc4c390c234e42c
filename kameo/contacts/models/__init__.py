"""People at the customer, the positions they hold, what they refuse."""

from kameo.contacts.models.people import EmailAddress, Link, Person, PersonNumber, PhoneNumber
from kameo.contacts.models.positions import Position
from kameo.contacts.models.pulse import PersonPulse
from kameo.contacts.models.refusals import OptOut

__all__ = ["EmailAddress", "Link", "OptOut", "Person", "PersonNumber", "PersonPulse", "PhoneNumber", "Position"]
