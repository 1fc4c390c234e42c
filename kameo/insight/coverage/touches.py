"""The weight of the interactions with a person over 12 months: those that c-10 counts, with its weights, unfaded.

`insight.strength.history.weight_of` says the same of one exchange.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from kameo.accounts.revenue.periods import months_before
from kameo.core import preferences
from kameo.insight.strength.settings import read_settings
from kameo.interactions.domain.clocks import COUNTED

# One row per exchange and person of `counted`. Of one thread, so many mails a day count, theirs first.
WEIGHT = f"""
    select touch.person_id,
        case when touch.threaded and touch.rank > %(thread_cap)s then 0 else touch.weight end as weight
    from (
        select part.person_id, said.threaded, case
                when done.occasion = 'survey' then %(touch_survey)s::numeric
                when done.kind in ('call', 'meeting') and done.occasion = 'review' then %(touch_review)s::numeric
                when done.kind = 'meeting' then %(touch_meeting)s::numeric
                when done.kind = 'call' then %(touch_call)s::numeric
                when done.direction in ('in', 'both') then %(touch_received)s::numeric
                else %(touch_sent)s::numeric end as weight,
            row_number() over (
                partition by part.person_id, said.threaded, said.day,
                    case when said.threaded then done.thread else done.id::text end
                order by done.direction in ('in', 'both') desc, done.at, done.id) as rank
        from counted join interactions_participant part on part.person_id = counted.person_id
        join interactions_interaction done on done.id = part.interaction_id
        cross join lateral (select done.kind = 'mail' and done.thread <> '' and done.occasion <> 'survey' as threaded,
            (done.at at time zone %(zone)s)::date as day) said
        where {COUNTED} and said.day > %(since)s and said.day <= %(today)s) touch
"""  # noqa: S608 - constant text, parameters apart


def touch_parameters(today: date) -> dict[str, Any]:
    """What `WEIGHT` asks: the weights as set, the window that ends `today` (the company's)."""
    settings = read_settings()
    return {
        **{f"touch_{name}": weight for name, weight in settings.touches.items()},
        "thread_cap": settings.thread_cap,
        "since": months_before(today, settings.months),
        "today": today,
        "zone": preferences.get("time_zone"),
    }
