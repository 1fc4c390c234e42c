"""Background work: statuses that follow a threshold, who looks like whom"""

from kameo.accounts import domain, jobs
from kameo.accounts.twins import find
from kameo.core.jobs import periodic


@jobs.REFRESH_STATUSES.runs
def refresh_statuses() -> None:
    domain.follow_invoices(None)


@jobs.COMPARE.runs
def compare() -> None:
    find.find_twins()


@periodic("25 * * * *", name="accounts.compare_changed")
def compare_changed() -> None:
    """All with all, when an account was created or changed since the last comparison."""
    if find.is_stale():
        find.find_twins()
