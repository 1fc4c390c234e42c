"""What lists do later, in the background; `tasks` says how."""

from kameo.core.jobs import Job

BULK_CHANGE = Job("lists.bulk_change", retries=5)
BULK_UNDO = Job("lists.bulk_undo", retries=5)
