"""Reactions to what the map is told, and to posts that end."""

from __future__ import annotations

from kameo.contacts.domain.positions import PostReaction, post_reactions
from kameo.core.journal.domain import subscribe
from kameo.core.journal.models import Event
from kameo.decisions import events
from kameo.decisions.domain.alerts import tell_loss
from kameo.decisions.domain.departures import forget_end, note_end

post_reactions.register("departures", PostReaction(ended=note_end, reopened=forget_end))


@subscribe(events.STAKE_CHANGED, name="decisions.influence")
def influence(event: Event) -> None:
    tell_loss(event)
