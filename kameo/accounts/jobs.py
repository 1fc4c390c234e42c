"""What the app does later, in the background; `tasks` says how."""

from kameo.core.jobs import Job

REFRESH_STATUSES = Job("accounts.refresh_statuses")
COMPARE = Job("accounts.compare", retries=1)
