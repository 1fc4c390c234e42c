"""Reactions to what the map is told."""

from __future__ import annotations

from kameo.core.journal.domain import subscribe
from kameo.core.journal.models import Event
from kameo.stakeholders import events
from kameo.stakeholders.domain.alerts import tell_loss


@subscribe(events.STAKE_CHANGED, name="stakeholders.influence")
def influence(event: Event) -> None:
    tell_loss(event)
