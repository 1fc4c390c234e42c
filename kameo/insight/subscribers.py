"""What is computed again when something happened: once per account, however many events it had."""

from kameo.accounts import events as accounts
from kameo.core.jobs import defer
from kameo.core.journal.domain import subscribe
from kameo.core.journal.models import Event
from kameo.insight.strength.people import strangers
from kameo.interactions import events as interactions
from kameo.stakeholders import events as stakeholders

ABOUT_ONE = (
    interactions.RECORDED,
    interactions.CHANGED,
    interactions.BINNED,
    interactions.RESTORED,
    stakeholders.PERSON_CREATED,
    stakeholders.PERSON_CHANGED,
    stakeholders.PERSON_BINNED,
    stakeholders.PERSON_RESTORED,
    stakeholders.PERSON_MERGED,
    stakeholders.PERSON_MERGE_UNDONE,
    stakeholders.POSITION_ADDED,
    stakeholders.POSITION_CHANGED,
    stakeholders.POSITION_ENDED,
    stakeholders.POSITION_REOPENED,
    stakeholders.MAP_CREATED,
    stakeholders.MAP_CHANGED,
    stakeholders.MAP_BINNED,
    stakeholders.MAP_RESTORED,
    stakeholders.MAP_TAKEN_OVER,
    stakeholders.MAP_GIVEN_BACK,
    stakeholders.STAKE_ADDED,
    stakeholders.STAKE_CHANGED,
    stakeholders.STAKE_REMOVED,
    stakeholders.STAKE_RESTORED,
    accounts.CHANGED,
    accounts.MERGED,
    accounts.MERGE_UNDONE,
)
# Users and imports by name: the apps that record them need not know who listens.
ABOUT_ALL = (
    accounts.DAY_BEGUN,
    accounts.BULK_CHANGED,
    accounts.BULK_UNDONE,
    stakeholders.TERM_CHANGED,
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
    stakeholders.SEAT_CHANGED,
)


@subscribe(*ABOUT_ONE, name="insight.refresh_account")
def about_one(event: Event) -> None:
    if event.account_id is None:
        return
    if event.type == accounts.CHANGED and "cadence_days" not in event.data.get("fields", ()):
        return
    defer("insight.refresh_account", once=f"insight.account.{event.account_id}", account_id=event.account_id)
    # Taken out of an exchange, people of another entity are not found by way of the account any more.
    if others := strangers(event.account_id, event.data.get("persons", ())):
        defer("insight.refresh_people", person_ids=others, account_id=event.account_id)


@subscribe(*ABOUT_ALL, name="insight.refresh_everybody")
def about_all(event: Event) -> None:
    """Time passes, colleagues come and go, thousands of rows arrive: everybody, in one statement."""
    defer("insight.refresh_everybody", once="insight.refresh_everybody")


@subscribe(*ABOUT_MAPS, name="insight.refresh_coverage")
def about_maps(event: Event) -> None:
    defer("insight.refresh_coverage", once="insight.refresh_coverage")
