"""Two people who are one have one strength: computed again once their exchanges hang together, or apart again."""

from collections.abc import Collection

from kameo.contacts.models import Person
from kameo.core.merging import Part, register
from kameo.insight.strength import refresh_people


def _settle_people(person_ids: Collection[int]) -> None:
    refresh_people(sorted(person_ids))


register(Person, "insight.strength", Part(covers=(), settle=_settle_people), order=95)
