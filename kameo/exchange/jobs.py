"""What the app does later, in the background; `tasks` says how."""

from kameo.core.jobs import Job

PLAN = Job("exchange.plan", queue="imports", retries=2)
APPLY = Job("exchange.apply", queue="imports", retries=2)
