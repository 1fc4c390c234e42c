"""Indexes of the fields that are filtered, results of formulas that changed."""

from kameo.core.customfields import indexes, jobs, recomputing


@jobs.INDEX.runs
def index() -> None:
    indexes.settle()


@jobs.RECOMPUTE.runs
def recompute(subject: str) -> None:
    recomputing.recompute(subject)
