"""What else happens when an account changes."""

from kameo.accounts import events
from kameo.accounts.domain import tell_new_member
from kameo.core.journal.domain import subscribe
from kameo.core.journal.models import Event


@subscribe(events.MEMBER_ADDED, name="accounts.tell_new_member")
def new_member(event: Event) -> None:
    tell_new_member(event)
