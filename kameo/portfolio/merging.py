"""The merge of two accounts: excesses and transfers follow."""

from __future__ import annotations

from kameo.accounts.merging import SUBJECT
from kameo.core.merging import register, register_rows
from kameo.portfolio.models import CapExcess, TransferItem

for key, part in {
    "portfolio.cap_excesses": register_rows(CapExcess),
    "portfolio.transfers": register_rows(TransferItem, once=[("transfer_id", "function")]),
}.items():
    register(SUBJECT, key, part, order=30)
