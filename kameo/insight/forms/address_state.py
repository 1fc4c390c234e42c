"""The state of the matrix and of the 9-box that the address keeps: filters, day, measure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.http import QueryDict
from django.utils.http import urlencode

from kameo.core import clock
from kameo.core.lists import Criteria
from kameo.insight.enums import Measure
from kameo.insight.queries.conditions import criteria_of

KEYS = ("q", "lead", "team", "class", "status", "kind", "sector", "tag", "roots", "as_of", "measure", "swap")


@dataclass(frozen=True)
class ChartState:
    """`criteria` narrows the accounts; `day` is the date looked at; the rest is how it is drawn."""

    criteria: Criteria = field(default_factory=Criteria)
    day: date = field(default_factory=clock.company_today)
    measure: str = Measure.REVENUE.value
    swap: bool = False
    given: tuple[tuple[str, str], ...] = ()

    @property
    def today(self) -> bool:
        return self.day == clock.company_today()

    @property
    def narrowed(self) -> bool:
        """Whether some accounts are left out on purpose."""
        return not self.criteria.empty

    def query(self, *, without: Iterable[str] = (), **more: str) -> str:
        """The same address, some of it left out and `more` added."""
        left_out = {*without, *more}
        pairs = [(key, value) for key, value in self.given if key not in left_out]
        pairs += [(key, value) for key, value in more.items() if value]
        return "?" + urlencode(pairs) if pairs else "?"


def read_address_state(params: QueryDict) -> ChartState:
    """Read an address. What cannot be read is left out rather than refused: an old link still opens."""
    values = {key: params.get(key, "").replace("\x00", "").strip()[:160] for key in KEYS}
    measure = values["measure"] if values["measure"] in Measure.values else Measure.REVENUE.value
    given = tuple((key, value) for key, value in values.items() if value)
    return ChartState(criteria_of(values), clock.past_day(values["as_of"]), measure, values["swap"] == "1", given)
