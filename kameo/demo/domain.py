"""Building the demo: once, on an empty installation, the same for everybody on a given day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from kameo.accounts.models import Account
from kameo.core import clock, rebuild
from kameo.core.authorship import Client, through
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.core.journal.models import Event
from kameo.demo.cast import ADMINISTRATOR, COLLEAGUES, PASSWORD
from kameo.demo.fill.accounts import fill_accounts, fill_details, fill_members
from kameo.demo.fill.billing import fill_invoices, fill_rates
from kameo.demo.fill.boxes import fill_boxes
from kameo.demo.fill.changes import fill_changes
from kameo.demo.fill.circuits import fill_circuits
from kameo.demo.fill.contacts import fill_contacts
from kameo.demo.fill.documents import fill_documents
from kameo.demo.fill.exchanges import fill_interactions
from kameo.demo.fill.maps import fill_maps, fill_newcomers
from kameo.demo.fill.people import fill_absence, fill_colleagues, fill_settings, fill_teams
from kameo.demo.fill.portfolio import fill_load
from kameo.demo.fill.qualification import fill_qualification
from kameo.demo.fill.registers import fill_registers
from kameo.demo.fill.views import fill_views
from kameo.interactions.domain.interactions import record_interaction_event
from kameo.interactions.models import Interaction
from kameo.people.models import User

BUILT = "demo.built"
RECENT = timedelta(days=9)  # mentions younger than that are still unread
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Login:
    """One sign-in per role, to be printed."""

    role: str
    name: str
    email: str
    password: str


@dataclass(frozen=True)
class DemoSummary:
    """`built` is False when the demo was there already."""

    built: bool
    logins: list[Login]


def build_demo(progress: Progress = lambda step, done, total: None) -> DemoSummary:
    """Fill an empty installation with the demo; does nothing when the demo is there already.

    `progress` is told each step's words, its number and how many there are. In one transaction: settings,
    people, accounts, rates, invoices, exchanges, documents, changes, all that is computed, event `demo.built`.
    Raises DomainError `installation_in_use` when there are people or accounts already.
    """
    built = not Event.objects.filter(type=BUILT).exists()
    if built:
        if User.objects.exists() or Account.objects.exists():
            raise DomainError(
                "installation_in_use", _("This installation has its own data: give the demo a KAMEO_HOME of its own.")
            )
        with translation.override("fr"), through(Client.COMMAND, name="kameo demo"), transaction.atomic():
            _build(progress)
    return DemoSummary(built=built, logins=_logins())


def _build(progress: Progress) -> None:
    today = clock.company_today()
    steps = iter(range(1, 9))

    def say(words: str) -> None:
        progress(words, next(steps), 8)

    say(_("Colleagues and teams"))
    fill_settings()
    users = fill_colleagues()
    fill_teams(users)
    fill_absence(users, today)
    say(_("Accounts"))
    accounts = fill_accounts(users, today)
    fill_details(accounts)
    fill_members(accounts, users, today)
    fill_contacts(accounts, users, today)
    fill_newcomers(accounts, users, today)
    say(_("Three years of invoices"))
    fill_invoices(accounts, users, fill_rates(today), today)
    say(_("Six months of exchanges"))
    fill_interactions(accounts, users, today)
    fill_maps(accounts, users, today)
    say(_("Documents"))
    fill_documents(accounts, users, today)
    fill_registers(accounts, users, today)
    say(_("Revenue, classes and timelines"))
    rebuild.run_all()
    say(_("Mergers, departures and the bin"))
    fill_changes(accounts, users, today)
    fill_qualification(accounts, users, today)
    fill_load(users, today)
    fill_boxes(accounts, users, today)
    fill_views(users)
    fill_circuits(accounts, users, today)
    _tell_recent_mentions()
    say(_("Last check of every figure"))
    rebuild.run_all()
    record(BUILT, None, by=users[ADMINISTRATOR], data={"on": today.isoformat(), "accounts": len(accounts)})


def _tell_recent_mentions() -> None:
    recent = Interaction.objects.filter(at__gte=clock.now() - RECENT, mentions__isnull=False).distinct()
    for interaction in recent.select_related("author__role", "account").prefetch_related("mentions__role"):
        record_interaction_event(interaction, interaction.mentions.all(), by=interaction.author)


def _logins() -> list[Login]:
    by_email = {user.email: user for user in User.objects.select_related("role")}
    found = []
    for one in COLLEAGUES:
        user = by_email.get(one.email)
        if one.sign_in and user is not None and user.is_active:
            found.append(Login(user.role.label, user.full_name, user.email, PASSWORD))
    return found
