"""What the app does later, in the background; `tasks` says how."""

from kameo.core.jobs import Job

REFRESH_ACCOUNT = Job("insight.refresh_account")
REFRESH_PEOPLE = Job("insight.refresh_people")
REFRESH_EVERYBODY = Job("insight.refresh_everybody", retries=1)
REFRESH_COVERAGE = Job("insight.refresh_coverage", retries=1)
