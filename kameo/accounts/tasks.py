"""Background work: statuses that follow a threshold, who looks like whom, changes in bulk."""

from kameo.accounts import domain, jobs
from kameo.accounts.domain import bulk
from kameo.accounts.listing import matching, selection
from kameo.accounts.twins import find
from kameo.core.jobs import periodic
from kameo.core.lists.models import BulkChange


@jobs.REFRESH_STATUSES.runs
def refresh_statuses() -> None:
    domain.follow_invoices(None)


@jobs.COMPARE.runs
def compare() -> None:
    find.find_twins()


@periodic("25 * * * *", name="accounts.compare_changed")
def compare_changed() -> None:
    """All with all, when an account was created or changed since the last comparison."""
    if find.is_stale():
        find.find_twins()


@jobs.BULK_CHANGE.runs
def bulk_change(change_id: int) -> None:
    change = BulkChange.objects.select_related("by__role").get(pk=change_id)
    bulk.run_bulk_change(change, matching(change.by, selection.read(change.data["selection"])))


@jobs.BULK_UNDO.runs
def bulk_undo(change_id: int) -> None:
    bulk.undo_bulk_change(BulkChange.objects.select_related("by__role").get(pk=change_id))
