"""What the app does later, in the background; `tasks` says how."""

from kameo.core.jobs import Job

DISPATCH = Job("journal.dispatch")
REACT = Job("journal.react", retries=5)
