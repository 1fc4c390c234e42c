"""Two people who are one (R41): the noun, and where the rows of this app go; two accounts' people follow too."""

from kameo.contacts.merging.noun import PERSONS
from kameo.contacts.merging.parts import SUBJECT

__all__ = ["PERSONS", "SUBJECT"]
