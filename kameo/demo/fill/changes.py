"""The changes of the past months: a merger, a sale, a rename, a departure, a loss, something in the bin.

Made with the verbs people use, so that history, journal and roll-ups follow; the events are then dated back.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from kameo.accounts import domain
from kameo.accounts.models import Account, AccountMember, AccountVisit
from kameo.core import clock
from kameo.core.journal.models import Event
from kameo.demo.cast import ADMINISTRATOR, DIRECTOR, LEFT, SUCCESSOR, key_of
from kameo.demo.chance import PARIS
from kameo.demo.fill.accounts import Accounts
from kameo.interactions.domain import log_interaction
from kameo.interactions.records import INTERACTIONS
from kameo.people.domain import deactivate_user
from kameo.people.models import User


def fill_changes(accounts: Accounts, users: dict[str, User], today: date) -> None:
    by = users[DIRECTOR]
    first_of_month = (today - timedelta(days=200)).replace(day=1)
    _move(
        accounts["Meunerie Paillard"], accounts["Halles Montgrain"], first_of_month, "merger", by, "Fusion-absorption"
    )
    _move(accounts["Sérandour Préfabriqués"], None, today - timedelta(days=128), "sale", by, "Cession à son directeur")
    renamed = today - timedelta(days=93)
    delorge = accounts["Delorge Ciments"]
    _dated(renamed, lambda: domain.change_account(delorge, by=by, name="Delorge Ciments", renamed_on=renamed))
    _dated(today - timedelta(days=92), lambda: _departure(accounts, users))
    _statuses(accounts, by, today)
    _bin(users)
    _visits(accounts, users)


def _move(account: Account, parent: Account | None, on: date, reason: str, by: User, note: str) -> None:
    _dated(on, lambda: domain.move_account(account, parent=parent, on=on, reason=reason, by=by, note=note))


def _departure(accounts: Accounts, users: dict[str, User]) -> None:
    """Olivier leaves; Quentin takes his accounts, but one that nobody has taken yet."""
    deactivate_user(users[LEFT], successor=users[SUCCESSOR], by=users[ADMINISTRATOR])
    User.objects.filter(pk=users[LEFT].pk).update(deactivated_at=clock.now() - timedelta(days=92))
    member = AccountMember.objects.get(account=accounts["Ateliers Pommeret"], function="lead")
    domain.remove_member(member, by=users[DIRECTOR])


def _statuses(accounts: Accounts, by: User, today: date) -> None:
    """The lines that a loss and a dormancy left when they happened (the rows are born with the status)."""
    days = {"Scierie Maubranche": (236, "lost", by), "Conserverie du Goulet": (45, "dormant", None)}
    Event.objects.bulk_create(
        Event(
            type="account.status_changed",
            subject_type=Account._meta.label,
            subject_id=accounts[name].pk,
            account=accounts[name],
            actor=who,
            at=_noon(today - timedelta(days=ago)),
            data={"from": "active", "to": status} | ({} if who else {"automatic": True}),
        )
        for name, (ago, status, who) in days.items()
    )


def _bin(users: dict[str, User]) -> None:
    """A duplicate account and a note typed on the wrong customer wait in the bin."""
    ines = users[key_of("Inès")]
    double = domain.create_account(by=ines, name="Fromagerie Val Cénis", status="prospect")
    note = log_interaction(account=double, by=ines, kind="note", text="Fiche créée deux fois au salon.")
    INTERACTIONS.bin(note, by=ines)
    domain.bin_account(double, by=ines)


def _visits(accounts: Accounts, users: dict[str, User]) -> None:
    """Camille looked at her accounts four days ago: something happened since."""
    AccountVisit.objects.bulk_create(
        AccountVisit(account=accounts[name], user=users[key_of("Camille")], at=clock.now() - timedelta(days=4))
        for name in ("Groupe Valmorin", "Énergies du Vexenne", "Aéro Sibran")
    )


def _dated(day: date, do: Callable[[], object]) -> None:
    """Run a verb, then date what it journalled to `day`."""
    last = Event.objects.order_by("-id").values_list("id", flat=True).first() or 0
    do()
    Event.objects.filter(id__gt=last).update(at=_noon(day))


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(11, 20), PARIS)
