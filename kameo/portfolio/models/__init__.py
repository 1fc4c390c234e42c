"""Who carries too much, and accounts that change hands together (R100, R107)."""

from kameo.portfolio.models.caps import CapExcess
from kameo.portfolio.models.transfers import Transfer, TransferItem

__all__ = ["CapExcess", "Transfer", "TransferItem"]
