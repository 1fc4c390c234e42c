"""Our own side: settings of the first run, colleagues, teams, one absence with its cover."""

from __future__ import annotations

from datetime import date, timedelta

from django.contrib.auth.hashers import make_password

from kameo.core import clock, preferences
from kameo.demo.cast import ABSENT, ADMINISTRATOR, COLLEAGUES, COMPANY, COVER, PASSWORD
from kameo.people.models import Absence, Role, Team, User

SETTINGS = {
    "company": COMPANY,
    "currency": "EUR",
    "fiscal_year_start": "1",
    "language": "fr",
    "time_zone": "Europe/Paris",
    "large.share_gate": "1.5",  # the seeds' 5 % is for a company with fewer customers
    "totals.visible_to_all": "true",  # Ardelane lets its key account managers see shares
}


def fill_settings() -> None:
    """Answer the questions of the first run."""
    for key, value in SETTINGS.items():
        preferences.set(key, value)


def fill_colleagues() -> dict[str, User]:
    """Everybody by key. They share one hash of the password: hashing it each time takes seconds."""
    roles = {role.key: role for role in Role.objects.all()}
    secret, joined = make_password(PASSWORD), clock.now() - timedelta(days=1100)
    users = [
        User(
            email=one.email,
            first_name=one.first,
            last_name=one.last,
            title=one.title,
            phone=one.phone,
            role=roles[one.role],
            language="fr",
            password=secret,
            created_at=joined,
        )
        for one in COLLEAGUES
    ]
    User.objects.bulk_create(users)
    return {one.key: user for one, user in zip(COLLEAGUES, users, strict=True)}


def fill_teams(users: dict[str, User]) -> None:
    names = list(dict.fromkeys(one.team for one in COLLEAGUES if one.team))
    teams = {name: Team(name=name) for name in names}
    Team.objects.bulk_create(teams.values())
    link = Team.members.through
    link.objects.bulk_create(
        link(team=teams[one.team], user=users[one.key]) for one in COLLEAGUES if one.team and one.active
    )


def fill_absence(users: dict[str, User], today: date) -> None:
    """Mathieu is away for a fortnight around today; Camille sees and serves his accounts."""
    Absence.objects.create(
        user=users[ABSENT],
        cover=users[COVER],
        starts_on=today - timedelta(days=9),
        ends_on=today + timedelta(days=8),
        note="Congé de paternité",
        created_by=users[ADMINISTRATOR],
    )
