"""The reactions of documents to events of other apps."""

from kameo.contracts import domain
from kameo.core.journal.domain import subscribe
from kameo.core.journal.models import Event


@subscribe("rate.changed", name="contracts.convert_missing")
def convert_missing(event: Event) -> None:
    """A new rate converts the documents that had none (c04): frozen conversions stay as they are."""
    domain.convert_missing(by=event.actor)
