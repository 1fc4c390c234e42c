"""`kameo rebuild`: lines of the timelines and clocks of people, from our rows; accounts count from the lines."""

from __future__ import annotations

from django.db import transaction

from kameo.accounts.timeline import entries
from kameo.contacts.pulse import projections
from kameo.core import rebuild
from kameo.interactions.domain import clocks
from kameo.interactions.timeline import writing


@transaction.atomic
def rebuild_lines() -> None:
    entries.replace_from_select(writing.INTERACTION, writing.ALL_INTERACTIONS, [], account_ids=None)
    entries.replace_from_select(writing.DOCUMENT, writing.ALL_DOCUMENTS, [], account_ids=None)
    entries.replace_from_select(writing.VERSION, writing.ALL_LATER_VERSIONS, [], account_ids=None)


def rebuild_clocks() -> None:
    projections.refresh_contacts(None)


projections.contacts_from("interactions", clocks.contacts_sql)
rebuild.register("interactions.timeline", rebuild_lines, order=20)
rebuild.register("interactions.clocks", rebuild_clocks, order=21)
