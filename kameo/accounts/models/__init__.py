"""The customer: a tree of groups, companies, divisions and sites, who serves it, what is stored beside it."""

from kameo.accounts.models.account import Account
from kameo.accounts.models.boxes import BoxCell, BoxCriterion, BoxRating
from kameo.accounts.models.decisions import ClassDecision
from kameo.accounts.models.names import Address, Alias, FormerName, Identifier, MailDomain, Placement
from kameo.accounts.models.objectives import Alignment, Objective
from kameo.accounts.models.portfolio import BulkChange, BulkItem, CapExcess, ClassSnapshot, Merge, NotTwins, SavedView
from kameo.accounts.models.projections import AccountPulse, RevenueDay, RevenueTotal, TimelineEntry
from kameo.accounts.models.registers import Advocacy, Competitor, CompetitorPresence, SectorNote
from kameo.accounts.models.revenue import OwnRevenue
from kameo.accounts.models.scorecard import Criterion, CriterionRating
from kameo.accounts.models.team import AccountMember, AccountVisit
from kameo.accounts.models.transfers import Transfer, TransferItem
from kameo.accounts.models.twins import TwinPair

__all__ = [
    "Account",
    "AccountMember",
    "AccountPulse",
    "AccountVisit",
    "Address",
    "Advocacy",
    "Alias",
    "Alignment",
    "BoxCell",
    "BoxCriterion",
    "BoxRating",
    "BulkChange",
    "BulkItem",
    "CapExcess",
    "ClassDecision",
    "ClassSnapshot",
    "Competitor",
    "CompetitorPresence",
    "Criterion",
    "CriterionRating",
    "FormerName",
    "Identifier",
    "MailDomain",
    "Merge",
    "NotTwins",
    "Objective",
    "OwnRevenue",
    "Placement",
    "RevenueDay",
    "RevenueTotal",
    "SavedView",
    "SectorNote",
    "TimelineEntry",
    "Transfer",
    "TransferItem",
    "TwinPair",
]
