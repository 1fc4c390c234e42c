from kameo.core.journal import domain, jobs


@jobs.DISPATCH.runs
def dispatch(event_id: int) -> None:
    domain.dispatch(event_id)


@jobs.REACT.runs
def react(event_id: int, subscriber: str) -> None:
    domain.react(event_id, subscriber)
