"""What a file of people may carry, with the names French and English products give to its columns."""

from kameo.contacts.importers.fields.care import CARE
from kameo.contacts.importers.fields.declined import DECLINED
from kameo.contacts.importers.fields.employer import EMPLOYER
from kameo.contacts.importers.fields.person import PERSON
from kameo.contacts.importers.fields.reach import REACH

__all__ = ["DECLINED", "FIELDS"]

FIELDS = (*PERSON, *EMPLOYER, *REACH, *CARE)
