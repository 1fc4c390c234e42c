"""Shapes of the API. Shares are 0 to 1; amounts in the reporting currency, excl. VAT, net of credit notes (c-0)."""

from __future__ import annotations

from datetime import date

from ninja import Schema
from pydantic import Field

from kameo.accounts.enums import AccountClass
from kameo.core.api.amounts import Amount
from kameo.insight.enums import Level, Scope
from kameo.insight.queries.pareto import PAGE


class ParetoQuery(Schema):
    start: date | None = Field(
        None, alias="from", description="First day, included; by default 12 months before `to`."
    )
    end: date | None = Field(None, alias="to", description="Last day, included; by default today.")
    level: Level = Field(
        Level.TOP,
        description="top: whole groups, by the tree as it stood on each document's day. entity: each account alone.",
    )
    limit: int = Field(PAGE, ge=0, le=200, description="How many accounts to list.")
    after: int = Field(
        0, ge=0, lt=2**31 - 1, description="The `next` of the previous page: list after this rank."
    )


class PointOut(Schema):
    accounts: int = Field(description="How many accounts, the largest first.")
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
    account_class: AccountClass = Field(alias="class")
    lead: str
    revenue: Amount
    share: Amount | None
    cumulated_share: Amount | None


class ParetoOut(Schema):
    """Who was invoiced in the period, the largest first. Null: no data, or a revenue that is not above zero."""

    start: date = Field(alias="from")
    end: date = Field(alias="to")
    level: Level
    scope: Scope = Field(
        description="company, or portfolio for those who may not see our totals: their accounts alone."
    )
    currency: str
    accounts: int
    revenue: Amount | None
    accounts_for_80: int | None = Field(description="How many accounts make 80 % of the revenue.")
    accounts_at_23: int = Field(description="How many accounts 23 % are, half an account counting as one.")
    share_at_23: Amount | None = Field(description="Which part of the revenue they make.")
    reference: ClaimOut
    large_threshold: Amount
    over_threshold: int = Field(description="Accounts whose revenue of the period reaches `large_threshold`.")
    share_gate: Amount
    over_gate: int | None = Field(description="Accounts whose share of this revenue reaches `share_gate`.")
    at_zero: int
    below_zero: int = Field(description="Accounts whose credit notes are worth more than their invoices.")
    below_zero_revenue: Amount
    unconverted: int = Field(description="Documents without a rate, in no amount.")
    unconverted_accounts: int = Field(
        description="Accounts with nothing but such documents, not on the curve."
    )
    left_out: int = Field(description="Accounts invoiced in the period that you may not see, not counted.")
    points: list[PointOut]
    items: list[ParetoRowOut]
    next: int | None = Field(description="`after` of the next page, null on the last one.")
