"""The customer: a tree of groups, companies, divisions and sites, who serves it, what is stored beside it."""

from kameo.accounts.models.account import Account
from kameo.accounts.models.names import Address, Alias, FormerName, Identifier, MailDomain, Placement
from kameo.accounts.models.projections import AccountPulse, RevenueDay, RevenueTotal, TimelineEntry
from kameo.accounts.models.revenue import OwnRevenue
from kameo.accounts.models.team import AccountMember, AccountVisit
from kameo.accounts.models.twins import TwinPair

__all__ = [
    "Account",
    "AccountMember",
    "AccountPulse",
    "AccountVisit",
    "Address",
    "Alias",
    "FormerName",
    "Identifier",
    "MailDomain",
    "OwnRevenue",
    "Placement",
    "RevenueDay",
    "RevenueTotal",
    "TimelineEntry",
    "TwinPair",
]
