"""What the app does later, in the background; `tasks` says how."""

from kameo.core.jobs import Job

REFRESH_CLASSES = Job("qualification.refresh_classes")
