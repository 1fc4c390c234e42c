"""What becomes of excesses and transfers when two accounts become one: they follow."""

from __future__ import annotations

from kameo.accounts.merging import SUBJECT
from kameo.core.merging import register, rows

for key, part in {
    "portfolio.cap_excesses": rows("portfolio.CapExcess"),
    "portfolio.transfers": rows("portfolio.TransferItem", once=[("transfer_id", "function")]),
}.items():
    register(SUBJECT, key, part, order=30)
