"""The figures that the seeds quote and nobody has verified: shown beside ours as a claim, never as a target (R13)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class ParetoClaim:
    """So many percent of customers, so many percent of revenue."""

    accounts: int
    revenue: int

    @property
    def accounts_share(self) -> Decimal:
        return Decimal(self.accounts) / 100

    @property
    def revenue_share(self) -> Decimal:
        return Decimal(self.revenue) / 100

    def rank(self, accounts: int) -> int:
        """How many of `accounts` that is; half an account counts."""
        return (self.accounts * accounts + 50) // 100


# "23 % of customers are large accounts and make 67 % of revenue": a study of 2,500 and more French firms, not found.
STUDY = ParetoClaim(accounts=23, revenue=67)
