"""Reactions to events of accounts."""

from kameo.accounts import events
from kameo.accounts.domain import tell_new_member
from kameo.accounts.jobs import COMPARE
from kameo.core.journal.domain import subscribe
from kameo.core.journal.models import Event


@subscribe(events.MEMBER_ADDED, name="accounts.tell_new_member")
def new_member(event: Event) -> None:
    tell_new_member(event)


# An undone merge: a comparison made while the two were one forgot that they look alike. The names of imports' events
# are those of a higher app: it is not imported.
@subscribe("import.applied", "import.undone", events.MERGE_UNDONE, name="accounts.compare_again")
def compare_again(event: Event) -> None:
    COMPARE.defer(once=True)
