"""The queue looking after itself."""

from kameo.core.jobs import state
from kameo.core.jobs.queue import periodic


@periodic("* * * * *", name="jobs.retry_stalled")
def retry_stalled() -> None:
    state.retry_stalled()


@periodic("40 1 * * *", name="jobs.remove_old")
def remove_old() -> None:
    state.remove_old()
