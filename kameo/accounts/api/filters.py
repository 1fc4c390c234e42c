"""The list's filters over HTTP: the same as those of its page."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from ninja import Schema
from pydantic import Field

from kameo.accounts.enums import AccountClass, Kind
from kameo.accounts.enums import Status as AccountStatus
from kameo.accounts.listing import AccountCriteria
from kameo.accounts.listing.conditions import RATED, attributes, concerns
from kameo.core.api.amounts import AmountIn

if TYPE_CHECKING:  # the words are known when the program runs
    Held = str
    Rated = str
    Concern = str
else:
    Held = Literal[tuple(attributes.keys())]
    Rated = Literal[tuple(RATED)]
    Concern = Literal[tuple(concerns.keys())]
MOST = Decimal(10) ** 16
LEAD = Field("", pattern=r"^(me|any|nobody|[0-9]{1,9})?$", description="me, any, nobody or a colleague's id.")


class Filters(Schema):
    """The filters of the list's page; several values of one name mean any of them."""

    q: str = Field("", max_length=120)
    status: list[AccountStatus] = Field([], max_length=4)
    account_class: list[AccountClass] = Field([], max_length=4, alias="class")
    source: list[Literal["computed", "accepted", "overridden"]] = Field([], max_length=3)
    kind: list[Kind] = Field([], max_length=4)
    sector: str = Field("", max_length=160)
    country: str = Field("", max_length=2)
    tag: list[str] = Field([], max_length=20)
    lead: str = LEAD
    owner: str = Field("", max_length=160, description="Words of the lead's name.")
    team: str = Field("", max_length=80, description="Name of a team of the lead.")
    has: list[Held] = Field([], max_length=20)
    lacks: list[Held] = Field([], max_length=20)
    unrated: list[Rated] = Field([], max_length=2)
    concern: list[Concern] = Field([], max_length=20, description="What the decision map says is worth a look.")
    roots: bool = False
    watched: bool = False
    uncovered: bool = False
    overdue: bool = False
    revenue_from: AmountIn | None = Field(None, gt=-MOST, lt=MOST)
    revenue_to: AmountIn | None = Field(None, gt=-MOST, lt=MOST)
    potential_from: AmountIn | None = Field(None, gt=-MOST, lt=MOST)
    potential_to: AmountIn | None = Field(None, gt=-MOST, lt=MOST)
    contact_from: date | None = Field(None, ge=date(1900, 1, 1), le=date(2199, 12, 31))
    contact_to: date | None = Field(None, ge=date(1900, 1, 1), le=date(2199, 12, 31))
    created_from: date | None = Field(None, ge=date(1900, 1, 1), le=date(2199, 12, 31))
    created_to: date | None = Field(None, ge=date(1900, 1, 1), le=date(2199, 12, 31))
    silent: int | None = Field(None, ge=1, le=36_500)

    def criteria(self) -> AccountCriteria:
        given = self.model_dump(include=set(Filters.model_fields))  # a page of the list asks for more
        names = {
            "q": "text",
            "status": "statuses",
            "account_class": "classes",
            "source": "sources",
            "kind": "kinds",
            "tag": "tags",
            "silent": "silent_days",
            "concern": "concerns",
        }
        plain = {names.get(name, name): value for name, value in given.items()}
        return AccountCriteria(
            **{
                name: tuple(str(one).replace("\x00", "") for one in value) if isinstance(value, list) else _clean(value)
                for name, value in plain.items()
            }
        )


def _clean(value: Any) -> Any:
    return value.replace("\x00", "") if isinstance(value, str) else value
