"""The portrait of an account in one call: what its page shows."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from ninja import Query, Router, Schema
from pydantic import Field

from kameo.accounts.api.schemas import AccountAsOf, AccountDetail, EntryOut
from kameo.accounts.api.serialise import serialise_detail, with_lead
from kameo.accounts.enums import Function, Kind
from kameo.accounts.models import Account
from kameo.accounts.timeline import entries
from kameo.core.access import SignedIn, get_visible
from kameo.core.api import read_as
from kameo.core.api.amounts import Amount
from kameo.core.api.problem import RESPONSES
from kameo.core.money import reporting_currency
from kameo.interactions.models import Document
from kameo.qualification.api.serialise import serialise_figures
from kameo.qualification.queries.figures import Figures, figures

router = Router(tags=["accounts"], by_alias=True)
LINES = 20


class Member(Schema):
    user_id: int
    name: str = read_as("user.full_name")
    function: Function
    responsibilities: str


class Entity(Schema):
    id: int
    name: str
    kind: Kind


class DocumentLine(Schema):
    id: int
    title: str
    created_at: datetime


class FiguresOut(Schema):
    """Amounts in `currency`; a null comes with its reason."""

    currency: str
    revenue_12m: Amount | None
    revenue_previous_12m: Amount | None
    revenue_total: Amount | None
    change_percent: Amount | None = read_as("change")
    change_reason: str
    share: Amount | None = Field(description="0 to 1.")
    share_reason: str
    unconverted: int = Field(description="Documents of the 12 months without a rate, missing from the amounts.")
    entities: int
    sites: int
    left_out: int
    first_invoice_on: date | None
    last_invoice_on: date | None
    last_contact_at: datetime | None

    @staticmethod
    def resolve_currency(found: Figures) -> str:
        return reporting_currency()

    @staticmethod
    def resolve_share(found: Figures) -> Decimal | None:
        return None if found.share is None else found.share / 100


class Portrait(Schema):
    account: AccountDetail
    figures: FiguresOut
    team: list[Member]
    parent: Entity | None
    children: list[Entity]
    timeline: list[EntryOut]
    documents: list[DocumentLine]


@router.get("/{account_id}/portrait", response={200: Portrait, **RESPONSES})
def read_portrait(request: SignedIn, account_id: int, query: Query[AccountAsOf]) -> Any:
    """What to know before walking in: class, figures, team, structure, what happened last."""
    user = request.user
    account: Account = get_visible(with_lead(Account.objects.all(), user), user, pk=account_id)
    known = figures(account, user, query.as_of)
    below = Account.objects.visible_to(user).filter(parent=account)
    return {
        "account": serialise_detail(account, user, query.as_of, known=serialise_figures(known)),
        "figures": known,
        "team": account.members.select_related("user"),  # type: ignore[attr-defined]
        "parent": Account.objects.visible_to(user).filter(children=account).first(),
        "children": list(below[:100]),
        "timeline": entries.entries_for(user, account, scope="group", limit=LINES),
        "documents": list(Document.objects.visible_to(user).filter(account=account)[:LINES]),
    }
