"""Background work: what depends on thresholds, what the new day changes, who looks like whom."""

from kameo.accounts import domain, projections, twins
from kameo.core.jobs import job, periodic


@job("accounts.refresh_classes")
def refresh_classes() -> None:
    projections.refresh_classes()


@job("accounts.refresh_statuses")
def refresh_statuses() -> None:
    domain.follow_invoices(None)


@job("accounts.compare", retries=1)
def compare() -> None:
    twins.find_twins()


@periodic("25 * * * *", name="accounts.compare_changed")
def compare_changed() -> None:
    """All with all, when an account was created or changed since the last comparison."""
    if twins.is_stale():
        twins.find_twins()


@periodic("10 * * * *", name="accounts.new_day")
def new_day() -> None:
    """Asked every hour, because the company's midnight is not UTC's; does its work once a day."""
    domain.begin_day()
