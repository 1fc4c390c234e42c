"""What the app does later, in the background; `tasks` says how."""

from kameo.core.jobs import Job

READ_TEXT = Job("documents.read_text", queue="documents")
REFRESH_CLOCKS = Job("interactions.refresh_clocks")
