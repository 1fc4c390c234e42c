"""`kameo rebuild`: the app's lines of every timeline, and its columns of AccountPulse, from its own rows."""

from __future__ import annotations

from django.db import transaction

from kameo.accounts import timeline
from kameo.core import rebuild
from kameo.interactions import domain, lines


@transaction.atomic
def rebuild_interactions() -> None:
    timeline.replace_from_select(lines.INTERACTION, lines.ALL_INTERACTIONS, [], account_ids=None)
    timeline.replace_from_select(lines.VERSION, lines.ALL_VERSIONS, [], account_ids=None)
    domain.refresh_contacts(None)


rebuild.register("interactions", rebuild_interactions, order=60)
