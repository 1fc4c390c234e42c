"""What is judged again when something happens elsewhere."""

from kameo.accounts import events
from kameo.core.journal.domain import subscribe
from kameo.core.journal.models import Event
from kameo.qualification.jobs import REFRESH_CLASSES


@subscribe(events.OWN_REVENUE_ENTERED, name="qualification.judge_after_own_revenue")
def after_own_revenue(event: Event) -> None:
    REFRESH_CLASSES.defer(once=True)
