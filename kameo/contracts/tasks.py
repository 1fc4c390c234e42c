"""Background work: convert the documents that a new rate makes convertible."""

from kameo.contracts import domain
from kameo.core.jobs import periodic


@periodic("40 2 * * *", name="contracts.convert_missing_nightly")
def convert_missing_nightly() -> None:
    """Whatever rates came in by another road than the settings page (whose rates: `subscribers.py`)."""
    domain.convert_missing()
