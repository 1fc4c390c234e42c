"""The merge of two accounts: excesses and transfers follow."""

from __future__ import annotations

from kameo.accounts.merging import SUBJECT
from kameo.core.merging import register, rows
from kameo.portfolio.models import CapExcess, TransferItem

for key, part in {
    "portfolio.cap_excesses": rows(CapExcess),
    "portfolio.transfers": rows(TransferItem, once=[("transfer_id", "function")]),
}.items():
    register(SUBJECT, key, part, order=30)
