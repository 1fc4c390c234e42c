"""The coverage of an account's decision map over HTTP: the figures and gaps of its page (c-11)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

from ninja import Query, Router, Schema
from pydantic import Field

from kameo.accounts.models import Account
from kameo.core.access import SignedIn, get_visible
from kameo.core.api.amounts import Amount
from kameo.core.api.problem import RESPONSES
from kameo.core.figures import registered
from kameo.decisions.models import DecisionMap
from kameo.insight.coverage.blocks import CoverageBlock, block_of_account, block_of_map
from kameo.insight.coverage.levels import ContactCell
from kameo.insight.coverage.page import FIGURES
from kameo.insight.coverage.shapes import Figure
from kameo.insight.coverage.words import reason

router = Router(tags=["insight"], by_alias=True)
# Shares are 0 to 1 over the API, as everywhere in it; these figures are not shares.
PLAIN = {"relationship", "opposition", "support", "threads", "status"}


class CoverageQuery(Schema):
    map_id: int | None = Field(None, ge=1, lt=2**63, description="Another map of the account than its own.")


class FigureOut(Schema):
    """A figure with what was divided. `value` is null when nothing can be said; `reason` then says why."""

    value: Amount | None
    over: Amount
    of: Amount
    reason: str = Field(description="Stable code, empty when the value is known.")
    reason_text: str
    definition: str
    person_ids: list[int] = Field(description="Whom it counts.")
    left_out_ids: list[int] = Field(description="Whom it leaves out, unknown.")


class CoveredPlaceOut(Schema):
    code: str
    name: str
    influence: int
    covered: bool
    person_ids: list[int] = Field(description="Who takes this place.")
    lately_ids: list[int] = Field(description="Those among them with whom both sides spoke lately.")


class LevelCellOut(Schema):
    known: int
    contacted: int
    wanted: int | None


class LevelOut(LevelCellOut):
    level: str = Field(description="Empty: not told.")
    families: dict[str, LevelCellOut] = Field(
        description="By function, those with somebody; the key is empty if not told."
    )


class EntityOut(LevelCellOut):
    account_id: int
    name: str
    threads: int


class GapOut(Schema):
    code: str
    severity: Literal["bad", "warn", "info"]
    title: str
    text: str
    act: str = Field(description="What closes it, in words; empty when nothing can be done from here.")
    url: str
    person_ids: list[int]


class CoverageOut(Schema):
    account_id: int
    empty: bool = Field(description="Nobody was put on the map: every figure is null.")
    mapped: int
    expected: int
    few: bool
    thread_tone: str = Field(description="bad: one person at most; warn: fragile; ok; empty: unknown.")
    figures: dict[str, FigureOut] = Field(
        description="relationship and opposition 0-100, support −1 to 1, threads a count, status 0-4, others shares."
    )
    places: list[CoveredPlaceOut]
    levels: list[LevelOut]
    entities: list[EntityOut]
    opponent_ids: list[int]
    key_person_ids: list[int]
    gaps: list[GapOut]


@router.get("/{account_id}/coverage", response={200: CoverageOut, **RESPONSES})
def read_coverage(request: SignedIn, account_id: int, query: Query[CoverageQuery]) -> Any:
    """How well the account's decision map covers who decides, and what is missing."""
    user = request.user
    account: Account = get_visible(Account.objects, user, pk=account_id)
    if query.map_id is None:
        return _coverage(account.pk, block_of_account(account, user, gaps=None))
    found: Any = get_visible(DecisionMap.objects.filter(account=account), user, pk=query.map_id)
    return _coverage(account.pk, block_of_map(found, user, gaps=None))


def _coverage(account_id: int, block: CoverageBlock) -> dict[str, Any]:
    found = block.coverage
    people = {one.stake_id: one.person_id for one in found.members}

    def ids(stakes: Any) -> list[int]:
        return [people[stake] for stake in stakes]

    return {
        "account_id": account_id,
        "empty": found.empty,
        "mapped": len(found.mapped),
        "expected": found.expected,
        "few": found.few,
        "thread_tone": found.thread_tone,
        "figures": {name: _figure(name, getattr(found, name), ids) for name in FIGURES},
        "places": [
            {
                "code": state.place.code,
                "name": state.place.name,
                "influence": state.place.influence,
                "covered": state.covered,
                "person_ids": [one.person_id for one in state.taken],
                "lately_ids": [one.person_id for one in state.lately],
            }
            for state in found.places
        ],
        "levels": [
            {
                "level": row.level,
                **_cell(row.whole),
                "families": {name: _cell(cell) for name, cell in row.families.items() if cell.known},
            }
            for row in found.levels
        ],
        "entities": [
            {"account_id": row.account_id, "name": row.name, "threads": len(row.strong), **_cell(row.whole)}
            for row in found.entities
        ],
        "opponent_ids": [one.person_id for one in found.opponents],
        "key_person_ids": [one.person_id for one in found.key_people],
        "gaps": [
            {
                "code": gap.code,
                "severity": gap.severity,
                "title": gap.title,
                "text": gap.text,
                "act": gap.act.label if gap.act else "",
                "url": gap.act.url if gap.act else "",
                "person_ids": ids(gap.stakes),
            }
            for gap in block.gaps
        ],
    }


def _figure(name: str, figure: Figure, ids: Any) -> dict[str, Any]:
    value = figure.value
    if value is not None and name not in PLAIN:
        value = value / Decimal(100)
    return {
        "value": value,
        "over": figure.over,
        "of": figure.of,
        "reason": figure.reason,
        "reason_text": reason(figure),
        "definition": registered[f"coverage.{name}"].definition,
        "person_ids": ids(figure.stakes),
        "left_out_ids": ids(figure.aside),
    }


def _cell(cell: ContactCell) -> dict[str, Any]:
    return {"known": len(cell.known), "contacted": len(cell.contacted), "wanted": cell.wanted}
