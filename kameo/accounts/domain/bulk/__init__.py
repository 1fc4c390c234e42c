"""One change made to many accounts at once, set-wise, with one undo for the whole (R199)."""

from kameo.accounts.domain.bulk.kinds import bulk_kinds, cleaned
from kameo.accounts.domain.bulk.plans import BulkPlan
from kameo.accounts.domain.bulk.running import (
    AT_ONCE,
    preview_bulk_change,
    request_undo,
    run_bulk_change,
    start_bulk_change,
    undo_bulk_change,
)

__all__ = [
    "AT_ONCE",
    "BulkPlan",
    "bulk_kinds",
    "cleaned",
    "preview_bulk_change",
    "request_undo",
    "run_bulk_change",
    "start_bulk_change",
    "undo_bulk_change",
]
