from kameo.core.jobs import job
from kameo.core.journal import domain


@job("journal.dispatch")
def dispatch(event_id: int) -> None:
    domain.dispatch(event_id)


@job("journal.react", retries=5)
def react(event_id: int, subscriber: str) -> None:
    domain.react(event_id, subscriber)
