"""Shapes of the account API."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from ninja import Schema
from pydantic import Field

from kameo.accounts.enums import AccountClass, AddressKind, EntryKind, Kind, MoveReason, Scheme, Status
from kameo.accounts.lists import ACCOUNT_LIST
from kameo.core.api import Body, PageQuery
from kameo.core.api.amounts import Amount, AmountIn
from kameo.core.authorship import Client
from kameo.core.lists.api.asked import filters_schema
from kameo.core.money import reporting_currency
from kameo.core.records.schemas import CustomGiven

Id = Field(ge=1, lt=2**63)
MAX_AMOUNT = Decimal(10) ** 16


class Lead(Schema):
    id: int
    name: str


class Reason(Schema):
    """One criterion of a verdict: what was measured, against what, and whether it is met (null: not known)."""

    axis: str
    criterion: str
    value: Amount | None
    threshold: Amount | None
    met: bool | None
    text: str

    @staticmethod
    def resolve_text(reason: Any) -> str:
        return str(reason.sentence(reporting_currency()))


class AccountOut(Schema):
    """An account. Amounts in the reporting currency, the account and what hangs below it (c-0); null: no data."""

    id: int
    name: str
    legal_name: str
    kind: Kind
    parent_id: int | None
    status: Status
    status_at: datetime
    confidential: bool
    large: bool | None = Field(description="The large-account axis: null while not rated.")
    key: bool | None = Field(description="The key-account axis: null while not rated.")
    account_class: AccountClass = Field(alias="class")
    class_complete: bool
    class_source: str = Field(description="computed, accepted or overridden.")
    computed_large: bool | None = Field(description="What the rules say, whatever was decided.")
    computed_key: bool | None
    class_reasons: list[Reason] = Field(description="Of both computed axes, criterion by criterion.")
    scorecard: Amount | None = Field(description="Points out of 100 of the large axis; null: nothing rated.")
    scorecard_completeness: int = Field(description="Percent of the scorecard's weight that is rated.")
    alignment: Amount | None = Field(description="Points out of 100 of the key axis; null: nothing rated.")
    alignment_completeness: int
    revenue_12m: Amount | None
    revenue_previous_12m: Amount | None
    revenue_share: Amount | None = Field(
        description="Part of our own revenue over 12 months, 0 to 1; null without data or without the right."
    )
    last_contact_at: datetime | None
    lead: Lead | None
    entities: int = Field(description="How many accounts the figures add up, this one included.")
    left_out: int = Field(description="Entities below that you may not see, not counted.")
    sector: str
    naf: str
    headcount: int | None
    site_count: int | None = Field(description="As told by somebody; the tree may hold fewer.")
    own_revenue: Amount | None
    own_revenue_currency: str
    potential: Amount | None
    orientation: str = Field(description="business, strategy, or empty: the programme's.")
    cadence_days: int | None
    watched: bool
    country: str
    website: str
    phone: str
    custom: dict[str, Any] = Field(description="Fields of your company, by their keys.")
    tags: list[str]
    created_at: datetime
    changed_at: datetime
    as_of: date


class IdentifierIO(Body):
    scheme: Scheme
    value: str = Field(min_length=1, max_length=80)
    source: str = Field("", max_length=60)


class AddressIO(Body):
    kind: AddressKind = AddressKind.HEADQUARTERS
    lines: str = Field("", max_length=300)
    postcode: str = Field("", max_length=20)
    city: str = Field("", max_length=120)
    region: str = Field("", max_length=120)
    country: str = Field("", max_length=2)


class AccountDetail(AccountOut):
    """One account with what only its own page needs."""

    description: str
    identifiers: list[IdentifierIO]
    addresses: list[AddressIO]
    aliases: list[str]
    mail_domains: list[str]


class AccountFields(Body):
    legal_name: str = Field("", max_length=250)
    kind: Kind = Kind.COMPANY
    sector: str = Field("", max_length=160)
    naf: str = Field("", max_length=6)
    headcount: int | None = Field(None, ge=0, lt=2**31)
    site_count: int | None = Field(None, ge=0, lt=2**31)
    own_revenue: AmountIn | None = Field(None, ge=0, lt=MAX_AMOUNT, decimal_places=2)
    own_revenue_currency: str = Field("", max_length=3)
    potential: AmountIn | None = Field(None, ge=0, lt=MAX_AMOUNT, decimal_places=2)
    orientation: Literal["", "business", "strategy"] = ""
    cadence_days: int | None = Field(None, ge=1, lt=1000)
    watched: bool = False
    country: str = Field("", max_length=2)
    website: str = Field("", max_length=300)
    phone: str = Field("", max_length=40)
    description: str = Field("", max_length=20_000)
    confidential: bool = False
    tags: list[str] = Field([], max_length=50)
    custom: CustomGiven = Field({}, description="Fields of your company, by their keys.")
    identifiers: list[IdentifierIO] = Field([], max_length=50)
    addresses: list[AddressIO] = Field([], max_length=50)
    aliases: list[str] = Field([], max_length=50)
    mail_domains: list[str] = Field([], max_length=50)


class AccountIn(AccountFields):
    name: str = Field(min_length=1, max_length=250)
    parent_id: int | None = Field(None, ge=1, lt=2**63)
    status: Status | None = None


class AccountChange(AccountFields):
    name: str = Field("", min_length=1, max_length=250)
    status: Status = Status.PROSPECT


class MoveIn(Body):
    parent_id: int | None = Field(ge=1, lt=2**63)
    on: date
    reason: MoveReason = MoveReason.REORGANISATION
    note: str = Field("", max_length=250)


Filters: Any = filters_schema(ACCOUNT_LIST, "Filters")


class AccountQuery(Filters, PageQuery):
    q: str = Field("", max_length=200, description="Words of the name, accents and case aside.")
    parent_id: int | None = Field(None, ge=1, lt=2**63)
    as_of: date | None = Field(None, description="Figures, class and parent as they were at the end of that day.")


class AccountAsOf(Schema):
    as_of: date | None = Field(None, description="Figures, class and parent as they were at the end of that day.")


class EntryOut(Schema):
    """One line of the timeline."""

    id: int
    account_id: int
    at: datetime
    kind: EntryKind
    actor_id: int | None
    title: str
    text: str
    data: dict[str, Any]
    restricted: bool


class ClientOut(Schema):
    """Through what somebody wrote; `id` and `name` tell which key, import or rule."""

    kind: Client
    id: int | None
    name: str


class ChangeOut(Schema):
    """One field that changed; values as stored, choices in words. No user: Kameo itself."""

    at: datetime
    user_id: int | None
    user_name: str
    client: ClientOut | None
    field: str
    label: str
    old: Any
    new: Any


class TimelineQuery(PageQuery):
    scope: str = Field("entity", pattern="^(entity|group)$", description="This account alone, or all below it too.")
    kind: EntryKind | None = None
