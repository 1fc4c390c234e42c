"""Background work: documents that a new rate makes convertible."""

from kameo.contracts import domain
from kameo.core.jobs import job, periodic


@job("contracts.convert_missing")
def convert_missing() -> None:
    domain.convert_missing()


@periodic("40 2 * * *", name="contracts.convert_missing_nightly")
def convert_missing_nightly() -> None:
    """Whatever rates came in by another road than the settings page."""
    domain.convert_missing()
