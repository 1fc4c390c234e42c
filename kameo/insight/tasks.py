"""Computing again what depends on what happened: strength of people, then coverage of accounts, which reads it."""

from kameo.insight import coverage, jobs, strength
from kameo.insight.strength.people import maps_of, people_of


@jobs.REFRESH_ACCOUNT.runs
def refresh_account(account_id: int) -> None:
    """However many events an account had meanwhile: one job."""
    strength.refresh_people(people_of(account_id))
    coverage.refresh_accounts(maps_of(account_id))


@jobs.REFRESH_PEOPLE.runs
def refresh_people(person_ids: list[int], account_id: int) -> None:
    strength.refresh_people(person_ids)
    coverage.refresh_accounts(maps_of(account_id))


@jobs.REFRESH_EVERYBODY.runs
def refresh_everybody() -> None:
    strength.refresh_people(None)
    coverage.refresh_accounts(None)


@jobs.REFRESH_COVERAGE.runs
def refresh_coverage() -> None:
    coverage.refresh_accounts(None)
