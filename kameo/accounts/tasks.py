"""Background work: what depends on thresholds, and what the new day changes."""

from kameo.accounts import domain, projections
from kameo.core.jobs import job, periodic


@job("accounts.refresh_classes")
def refresh_classes() -> None:
    projections.refresh_classes()


@job("accounts.refresh_statuses")
def refresh_statuses() -> None:
    domain.follow_invoices(None)


@periodic("10 * * * *", name="accounts.new_day")
def new_day() -> None:
    """Asked every hour, because the company's midnight is not UTC's; does its work once a day."""
    domain.begin_day()
