"""Background work: changes of many, and their undoing."""

from kameo.core.lists import jobs
from kameo.core.lists.bulk import running
from kameo.core.lists.models import BulkChange


@jobs.BULK_CHANGE.runs
def bulk_change(change_id: int) -> None:
    running.run_bulk_change(BulkChange.objects.select_related("by__role").get(pk=change_id))


@jobs.BULK_UNDO.runs
def bulk_undo(change_id: int) -> None:
    running.undo_bulk_change(BulkChange.objects.select_related("by__role").get(pk=change_id))
