"""`kameo rebuild`: lines of the timelines and clocks of people, from our rows; accounts count from the lines."""

from __future__ import annotations

from django.db import transaction

from kameo.accounts import timeline
from kameo.core import rebuild
from kameo.interactions import clocks, lines
from kameo.stakeholders import projections


@transaction.atomic
def rebuild_lines() -> None:
    timeline.replace_from_select(lines.INTERACTION, lines.ALL_INTERACTIONS, [], account_ids=None)
    timeline.replace_from_select(lines.DOCUMENT, lines.ALL_DOCUMENTS, [], account_ids=None)
    timeline.replace_from_select(lines.VERSION, lines.ALL_LATER_VERSIONS, [], account_ids=None)


def rebuild_clocks() -> None:
    projections.refresh_contacts(None)


projections.contacts_from("interactions", clocks.everything)
rebuild.register("interactions.timeline", rebuild_lines, order=20)
rebuild.register("interactions.clocks", rebuild_clocks, order=21)
