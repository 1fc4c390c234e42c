"""`kameo rebuild`: the app's lines of every timeline, from its own rows; accounts count contacts from them."""

from __future__ import annotations

from django.db import transaction

from kameo.accounts import timeline
from kameo.core import rebuild
from kameo.interactions import lines


@transaction.atomic
def rebuild_lines() -> None:
    timeline.replace_from_select(lines.INTERACTION, lines.ALL_INTERACTIONS, [], account_ids=None)
    timeline.replace_from_select(lines.DOCUMENT, lines.ALL_DOCUMENTS, [], account_ids=None)
    timeline.replace_from_select(lines.VERSION, lines.ALL_LATER_VERSIONS, [], account_ids=None)


rebuild.register("interactions.timeline", rebuild_lines, order=20)
