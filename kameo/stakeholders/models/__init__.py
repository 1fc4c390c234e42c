"""People at the customer and the positions they hold."""

from kameo.stakeholders.models.people import EmailAddress, Link, Person, PhoneNumber
from kameo.stakeholders.models.positions import Position

__all__ = ["EmailAddress", "Link", "Person", "PhoneNumber", "Position"]
