"""The proposal of the decision map for the scorecard's criterion "decision": how many people decide (R6).

Those with a role that decides, and key people by influence: whoever weighs on the decision enough to be counted.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from django.utils.translation import ngettext

from kameo.accounts.models import AccountPulse
from kameo.qualification.axes.proposals import Proposal, proposers
from kameo.qualification.axes.scorecard import step_of


def propose_decision(ids: list[int], steps: list[Decimal]) -> dict[int, Proposal]:
    """From the key people of the main map, as stored; nothing where none is known. One query."""
    rows = AccountPulse.objects.filter(account__in=ids, key_people__len__gt=0).values_list("account", "key_people")
    numbers = {pk: len(people or ()) for pk, people in rows}
    return {pk: Proposal(step_of(number, steps), _proposal_words(number)) for pk, number in numbers.items()}


def _proposal_words(number: int) -> Callable[[], str]:
    def write() -> str:
        words = ngettext(
            "%(num)s person weighs on the decision, by the map.",
            "%(num)s people weigh on the decision, by the map.",
            number,
        )
        return words % {"num": number}

    return write


proposers.register("decision", propose_decision, order=20)
