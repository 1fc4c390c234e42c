"""The proposal of the decision map for the scorecard's criterion "decision": how many people decide (R6).

Those with a role that decides, and key people by influence: whoever weighs on the decision enough to be counted.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.db import connection
from django.utils.translation import ngettext

from kameo.core import clock
from kameo.insight.coverage.settings import thresholds
from kameo.insight.coverage.statements import HELD
from kameo.qualification.axes.proposals import Proposal, proposers
from kameo.qualification.axes.scorecard import step_of


def propose_decision(ids: list[int], steps: list[Decimal]) -> dict[int, Proposal]:
    """From the key people of the main map; nothing where none is known. One query."""
    with connection.cursor() as cursor:
        values: dict[str, Any] = {
            "ids": ids,
            "today": clock.company_today(),
            "key_influence": thresholds().key_influence,
        }
        cursor.execute(_DECIDERS, values)
        return {pk: Proposal(step_of(number, steps), _proposal_words(number)) for pk, number in cursor.fetchall()}


def _proposal_words(number: int) -> Callable[[], str]:
    def write() -> str:
        words = ngettext(
            "%(num)s person weighs on the decision, by the map.",
            "%(num)s people weigh on the decision, by the map.",
            number,
        )
        return words % {"num": number}

    return write


_DECIDERS = f"""
    with scope as materialized (
        select map.id as map_id, map.account_id, node.lineage[1] as root
        from decisions_decisionmap map join accounts_account node on node.id = map.account_id
        where map.main and map.binned_at is null and map.account_id = any(%(ids)s::bigint[]))
    select scope.account_id, count(*)
    from scope join decisions_stake stake on stake.map_id = scope.map_id and stake.removed_at is null
    join contacts_person person on person.id = stake.person_id and person.binned_at is null
    where person.kind <> 'placeholder' and exists (select {HELD})
    and (stake.influence >= %(key_influence)s or stake.roles && array(
        select code from decisions_term where list = 'role' and decides)::varchar[])
    group by scope.account_id
"""  # noqa: S608 - constant text, parameters apart

proposers.register("decision", propose_decision, order=20)
