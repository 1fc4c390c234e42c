"""Reactions to events of accounts."""

from kameo.accounts import events
from kameo.accounts.domain import tell_new_member
from kameo.accounts.jobs import COMPARE
from kameo.core.journal.domain import subscribe
from kameo.core.journal.models import Event


@subscribe(events.MEMBER_ADDED, name="accounts.tell_new_member")
def new_member(event: Event) -> None:
    tell_new_member(event)


# The names of a higher app's events: it is not imported.
@subscribe("import.applied", "import.undone", name="accounts.compare_after_import")
def after_import(event: Event) -> None:
    COMPARE.defer(once=True)
