"""The figures computed again after an event: once per account, however many events it had."""

from kameo.accounts import events as accounts
from kameo.contacts import events as contacts_events
from kameo.core.journal.domain import subscribe
from kameo.core.journal.models import Event
from kameo.decisions import events as decisions_events
from kameo.insight.jobs import REFRESH_ACCOUNT, REFRESH_COVERAGE, REFRESH_EVERYBODY, REFRESH_PEOPLE
from kameo.insight.strength.people import people_who_left
from kameo.interactions import events as interactions
from kameo.portfolio import events as portfolio_events

ABOUT_ONE = (
    interactions.RECORDED,
    interactions.CHANGED,
    interactions.BINNED,
    interactions.RESTORED,
    contacts_events.PERSON_CREATED,
    contacts_events.PERSON_CHANGED,
    contacts_events.PERSON_BINNED,
    contacts_events.PERSON_RESTORED,
    contacts_events.PERSON_MERGED,
    contacts_events.PERSON_MERGE_UNDONE,
    contacts_events.POSITION_ADDED,
    contacts_events.POSITION_CHANGED,
    contacts_events.POSITION_ENDED,
    contacts_events.POSITION_REOPENED,
    decisions_events.MAP_CREATED,
    decisions_events.MAP_CHANGED,
    decisions_events.MAP_BINNED,
    decisions_events.MAP_RESTORED,
    decisions_events.MAP_TAKEN_OVER,
    decisions_events.MAP_GIVEN_BACK,
    decisions_events.STAKE_ADDED,
    decisions_events.STAKE_CHANGED,
    decisions_events.STAKE_REMOVED,
    decisions_events.STAKE_RESTORED,
    accounts.CHANGED,
    accounts.MERGED,
    accounts.MERGE_UNDONE,
)
# Users and imports by name: the apps that record them need not know who listens.
ABOUT_ALL = (
    portfolio_events.DAY_BEGUN,
    accounts.BULK_CHANGED,
    accounts.BULK_UNDONE,
    decisions_events.TERM_CHANGED,
    "user.deactivated",
    "user.reactivated",
    "import.applied",
    "import.undone",
)
ABOUT_MAPS = (
    accounts.MOVED,
    accounts.BINNED,
    accounts.RESTORED,
    accounts.MERGED,
    accounts.MERGE_UNDONE,
    decisions_events.SEAT_CHANGED,
)


@subscribe(*ABOUT_ONE, name="insight.refresh_account")
def about_one(event: Event) -> None:
    if event.account_id is None:
        return
    if event.type == accounts.CHANGED and "cadence_days" not in event.data.get("fields", ()):
        return
    REFRESH_ACCOUNT.defer(once=event.account_id, account_id=event.account_id)
    # Taken out of an exchange, people of another entity are not found by way of the account any more.
    if others := people_who_left(event.account_id, event.data.get("persons", ())):
        REFRESH_PEOPLE.defer(person_ids=others, account_id=event.account_id)


@subscribe(*ABOUT_ALL, name="insight.refresh_everybody")
def about_all(event: Event) -> None:
    """Time passes, colleagues come and go, thousands of rows arrive: everybody, in one statement."""
    REFRESH_EVERYBODY.defer(once=True)


@subscribe(*ABOUT_MAPS, name="insight.refresh_coverage")
def about_maps(event: Event) -> None:
    REFRESH_COVERAGE.defer(once=True)
