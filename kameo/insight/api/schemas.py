"""Shapes of the API. Shares are 0 to 1; amounts in the reporting currency, excl. VAT, net of credit notes (c-0)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from ninja import Schema
from pydantic import Field

from kameo.accounts.enums import AccountClass, Kind, Status
from kameo.core.api import Body, read_as
from kameo.core.api.amounts import Amount
from kameo.core.money import reporting_currency
from kameo.insight.enums import Scope, Tier
from kameo.insight.queries import AccountMatrix, BoxRatings, NineBoxCell, Pareto
from kameo.insight.queries.pareto import PAGE
from kameo.insight.queries.ratings import BoxCriterionLine
from kameo.insight.queries.reference import STUDY, ParetoClaim
from kameo.qualification.enums import BoxAxis


class ParetoQuery(Schema):
    start: date | None = Field(None, alias="from", description="First day, included; by default 12 months before `to`.")
    end: date | None = Field(None, alias="to", description="Last day, included; by default today.")
    level: Tier = Field(
        Tier.TOP,
        description="top: whole groups, by the tree as it stood on each document's day. entity: each account alone.",
    )
    limit: int = Field(PAGE, ge=0, le=200, description="How many accounts to list.")
    after: int = Field(0, ge=0, lt=2**31 - 1, description="The `next` of the previous page: list after this rank.")


class PointOut(Schema):
    accounts: int = read_as("rank", description="How many accounts, the largest first.")
    accounts_share: Amount
    revenue_share: Amount | None = Field(description="May pass 1 before accounts below zero bring it back.")


class ClaimOut(Schema):
    """A figure quoted by the seeds, that nobody has verified: to compare with, not to aim at."""

    accounts_share: Amount
    revenue_share: Amount
    verified: bool = False


class ParetoRowOut(Schema):
    rank: int
    account_id: int
    name: str
    account_class: AccountClass = read_as("account_class", "class")
    lead: str
    revenue: Amount
    share: Amount | None
    cumulated_share: Amount | None


class InReportingCurrency(Schema):
    currency: str

    @staticmethod
    def resolve_currency(found: object) -> str:
        return reporting_currency()


class ParetoOut(InReportingCurrency):
    """Who was invoiced in the period, the largest first. Null: no data, or a revenue that is not above zero."""

    start: date = read_as("start", "from")
    end: date = read_as("end", "to")
    level: Tier
    scope: Scope = Field(
        description="company, or portfolio for those who may not see our totals: their accounts alone."
    )
    accounts: int
    revenue: Amount | None
    accounts_for_80: int | None = Field(description="How many accounts make 80 % of the revenue.")
    accounts_at_23: int = read_as(
        "accounts_at_study", description="How many accounts 23 % are, half an account counting as one."
    )
    share_at_23: Amount | None = read_as("share_at_study", description="Which part of the revenue they make.")
    reference: ClaimOut
    large_threshold: Amount = read_as("threshold")
    over_threshold: int = Field(description="Accounts whose revenue of the period reaches `large_threshold`.")
    share_gate: Amount
    over_gate: int | None = Field(description="Accounts whose share of this revenue reaches `share_gate`.")
    at_zero: int
    below_zero: int = Field(description="Accounts whose credit notes are worth more than their invoices.")
    below_zero_revenue: Amount
    unconverted: int = Field(description="Documents without a rate, in no amount.")
    unconverted_accounts: int = Field(description="Accounts with nothing but such documents, not on the curve.")
    left_out: int = Field(description="Accounts invoiced in the period that you may not see, not counted.")
    points: list[PointOut]
    items: list[ParetoRowOut] = read_as("rows")
    next: int | None = read_as("after", description="`after` of the next page, null on the last one.")

    @staticmethod
    def resolve_reference(found: Pareto) -> ParetoClaim:
        return STUDY

    @staticmethod
    def resolve_share_gate(found: Pareto) -> Decimal:
        return found.gate / 100


class ViewQuery(Schema):
    as_of: date | None = Field(None, description="As it was at the end of that day; by default today.")
    q: str = Field("", max_length=120, description="Name, other name, number.")
    lead: str = Field("", max_length=10, description="me, any, nobody, or a user's id.")
    team: str = Field("", max_length=80)
    account_class: AccountClass | None = Field(None, alias="class")
    status: Status | None = None
    kind: Kind | None = None
    sector: str = Field("", max_length=160)
    tag: str = Field("", max_length=60)
    roots: bool = Field(False, description="Only what has nothing above it that you may see.")


class MatrixRowOut(Schema):
    account_id: int
    name: str
    account_class: AccountClass = read_as("account_class", "class")
    class_source: str
    large: bool | None
    key: bool | None
    lead: str
    revenue_12m: Amount | None = read_as("revenue")
    revenue_share: Amount | None = read_as("share", description="0 to 1; null without data or without the right.")
    alignment: Amount | None = Field(description="Out of 100; null: nobody rated it.")
    alignment_completeness: int
    unconverted: int
    left_out: int


class MatrixOut(InReportingCurrency):
    """Accounts on both axes (`items`), and those that miss one."""

    as_of: date
    large_threshold: Amount = read_as("threshold")
    share_gate: Amount
    key_gate: Amount
    items: list[MatrixRowOut] = read_as("rows")
    without_revenue: list[MatrixRowOut]
    unrated: list[MatrixRowOut] = Field(description="The largest of those whose alignment nobody rated.")
    unrated_count: int | None = Field(description="How many there are; null: more than are listed.")
    cut: bool = Field(description="Whether only the largest are among `items`.")

    @staticmethod
    def resolve_share_gate(found: AccountMatrix) -> Decimal:
        return found.share_gate / 100


class AxisOut(Schema):
    """Out of 100: the mean of raters. `spread` is the highest less the lowest, null with a single rater."""

    value: Amount | None
    spread: Amount | None
    raters: int
    completeness: int
    last_at: datetime | None


class PlaceOut(Schema):
    account_id: int
    name: str
    account_class: AccountClass = read_as("account_class", "class")
    lead: str
    attractiveness: AxisOut
    position: AxisOut
    revenue_12m: Amount | None = read_as("revenue")
    left_out: int


class CellOut(Schema):
    """Thirds: 0 low, 1 middle, 2 high."""

    attractiveness: int
    position: int
    name: str = read_as("words.name")
    strategy: str = read_as("words.strategy")
    service_level: str = read_as("words.service_level")
    accounts: list[int]

    @staticmethod
    def resolve_accounts(cell: NineBoxCell) -> list[int]:
        return [place.account_id for place in cell.places]


class NineBoxOut(InReportingCurrency):
    as_of: date
    lower: Amount
    upper: Amount
    cells: list[CellOut]
    items: list[PlaceOut] = read_as("places")
    partly: list[PlaceOut] = Field(description="Rated on one axis only.")
    cut: bool


class BoxRatingIn(Body):
    criterion_id: int = Field(ge=1, lt=2**63)
    score: int | None = Field(ge=0, le=5, description="null takes your rating back.")
    evidence: str = Field("", max_length=2000)


class ScoreOut(Schema):
    rater_id: int | None
    rater: str
    score: int
    evidence: str
    at: datetime


class BoxLineOut(Schema):
    criterion_id: int = read_as("criterion.pk")
    axis: BoxAxis = read_as("criterion.axis")
    name: str
    help: str
    share: Amount = Field(description="Percent of the axis.")
    mean: Amount | None
    spread: int | None
    scores: list[ScoreOut]


class StepOut(Schema):
    on: date
    attractiveness: Amount | None
    position: Amount | None


class RatingsOut(Schema):
    account_id: int
    as_of: date
    lines: list[BoxLineOut]
    history: list[StepOut]

    @staticmethod
    def resolve_lines(found: BoxRatings) -> list[BoxCriterionLine]:
        return [line for _axis, lines in found.axes for line in lines]


class AsOf(Schema):
    as_of: date | None = Field(None, description="As it was at the end of that day; by default today.")
