"""What narrows a set of people beyond their name and post: what segments are made of (R74).

Ratings are read on maps that the reader sees; the clocks are the person's. Nothing is copied: who is in a segment
follows from what is known today.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q

from kameo.core import clock
from kameo.stakeholders.enums import Channel, PersonKind, Stance
from kameo.stakeholders.models import OptOut, PersonPulse, Stake

if TYPE_CHECKING:
    from kameo.people.models import User

LONGEST = 3650  # days


@dataclass(frozen=True)
class Narrowing:
    """Empty or 0 narrows nothing.

    `role`, `motivation`, `topic` are codes of terms; `influence` is the least one; `silent` keeps those without any
    contact for so many days, never met included; `met` those in contact within so many days; `reachable` is a channel
    that they have not refused ("email", "phone", "post").
    """

    role: str = ""
    stance: str = ""
    motivation: str = ""
    topic: str = ""
    influence: int = 0
    kind: str = ""
    silent: int = 0
    met: int = 0
    reachable: str = ""

    @property
    def any(self) -> bool:
        return self != NOTHING

    @property
    def rated(self) -> bool:
        return bool(self.role or self.stance or self.motivation or self.topic or self.influence)

    @property
    def given(self) -> dict[str, str]:
        """As an address writes it, what narrows nothing left out."""
        return {name: str(value) for name, value in asdict(self).items() if value}


NOTHING = Narrowing()
NAMES = tuple(field.name for field in fields(Narrowing))


def read(asked: Mapping[str, Any]) -> Narrowing:
    """From an address; what means nothing is left out."""
    code = {name: str(asked.get(name) or "").replace("\x00", "")[:40] for name in NAMES}
    return Narrowing(
        role=code["role"],
        stance=code["stance"] if code["stance"] in Stance.values else "",
        motivation=code["motivation"],
        topic=code["topic"],
        influence=_number(code["influence"], 5),
        kind=code["kind"] if code["kind"] in PersonKind.values else "",
        silent=_number(code["silent"], LONGEST),
        met=_number(code["met"], LONGEST),
        reachable=code["reachable"] if code["reachable"] in Channel.values else "",
    )


def narrow(people: Any, user: User, by: Narrowing) -> Any:
    """`people`, a queryset of Person, cut down."""
    if by.rated:
        people = people.filter(Exists(_stakes(user, by).filter(person=OuterRef("pk"))))
    if by.kind:
        people = people.filter(kind=by.kind)
    pulse = PersonPulse.objects.filter(person=OuterRef("pk"))
    if by.silent:
        since = clock.now() - timedelta(days=by.silent)
        people = people.filter(~Exists(pulse.filter(last_contact_at__gt=since)))
    if by.met:
        since = clock.now() - timedelta(days=by.met)
        people = people.filter(Exists(pulse.filter(last_contact_at__gt=since)))
    if by.reachable:
        refused = OptOut.objects.filter(person=OuterRef("pk"), lifted_at=None)
        refused = refused.filter(Q(channel=by.reachable) | Q(channel=Channel.ALL))
        people = people.filter(~Exists(refused))
    return people


def _stakes(user: User, by: Narrowing) -> Any:
    """Those that carry all of it at once, on one map."""
    stakes = Stake.objects.visible_to(user)
    if by.role:
        stakes = stakes.filter(roles__contains=[by.role])
    if by.motivation:
        stakes = stakes.filter(motivations__contains=[by.motivation])
    if by.topic:
        stakes = stakes.filter(topics__contains=[by.topic])
    if by.stance:
        stakes = stakes.filter(stance=by.stance)
    if by.influence:
        stakes = stakes.filter(influence__gte=by.influence)
    return stakes


def _number(text: str, most: int) -> int:
    return min(int(text), most) if text.isdecimal() and len(text) < 6 else 0
