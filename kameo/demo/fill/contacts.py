"""People at the customers: those the portfolio names, with an address, a direct line and whom they report to."""

from __future__ import annotations

from datetime import date, timedelta

import pgtrigger

from kameo.contacts.enums import Family, PersonKind, Seniority
from kameo.contacts.models import EmailAddress, Person, PhoneNumber, Position
from kameo.core.text import fold
from kameo.demo.chance import stream
from kameo.demo.fill.accounts import Accounts, entities
from kameo.demo.typography import french
from kameo.people.models import User

# The first word found in a title decides.
FAMILIES = (
    ("achat", Family.PURCHASING),
    ("achet", Family.PURCHASING),
    ("financ", Family.FINANCE),
    ("informati", Family.IT),
    ("technique", Family.TECHNICAL),
    ("methodes", Family.ENGINEERING),
    ("maintenance", Family.TECHNICAL),
    ("energie", Family.TECHNICAL),
    ("utilites", Family.TECHNICAL),
    ("projet", Family.ENGINEERING),
    ("president", Family.GENERAL),
    ("general", Family.GENERAL),
    ("usine", Family.BUSINESS),
    ("production", Family.BUSINESS),
    ("industriel", Family.BUSINESS),
    ("exploitation", Family.USERS),
    ("site", Family.USERS),
)
LEVELS = (
    ("president", Seniority.EXECUTIVE),
    ("general", Seniority.EXECUTIVE),
    ("direct", Seniority.DIRECTOR),
    ("responsable", Seniority.MANAGER),
    ("chef", Seniority.MANAGER),
)
RANK = {Seniority.EXECUTIVE: 0, Seniority.DIRECTOR: 1, Seniority.MANAGER: 2, Seniority.STAFF: 3}
TO_FIND = {"Groupe Valmorin": "Direction juridique", "Papeteries Estrelle": "Direction générale"}


def fill_contacts(accounts: Accounts, users: dict[str, User], today: date) -> None:
    """Rows set-wise; the most senior of an account is whom its others report to."""
    by = users["camille.ferrandin"]
    for entity in entities():
        account = accounts[entity.name]
        posts = [_person(account, *_read_person(text), entity.domain or "", by, today) for text in entity.contacts]
        with pgtrigger.ignore("contacts.Position:changed_update"):  # it has always been so
            _report(posts)
    for name, label in TO_FIND.items():
        unknown = Person.objects.create(kind=PersonKind.PLACEHOLDER, label=label, created_by=by)
        Position.objects.create(person=unknown, account=accounts[name], title=label, created_by=by)


def _read_person(text: str) -> tuple[str, str, str]:
    """First name, last name and title of "Maud Orsini, responsable énergie"."""
    name, _comma, title = text.partition(", ")
    first, _space, last = name.partition(" ")
    return first, last, title


def _person(account, first: str, last: str, title: str, domain: str, by: User, today: date) -> Position:
    chance = stream("contact", first, last)
    person = Person.objects.create(first_name=first, last_name=last, language="fr", created_by=by)
    host = domain or f"{_slug(account.name)[:24].strip('-')}.example"
    address = f"{_slug(first)}.{_slug(last)}@{host}"
    EmailAddress.objects.create(person=person, address=address)
    PhoneNumber.objects.create(person=person, number=f"+3319900{chance.randrange(1000, 10000)}")
    return Position.objects.create(
        person=person,
        account=account,
        title=french(title[:1].upper() + title[1:]),
        family=_first(FAMILIES, title, ""),
        level=_first(LEVELS, title, Seniority.STAFF),
        starts_on=today - timedelta(days=chance.randrange(200, 3000)),
        created_by=by,
    )


def _slug(text: str) -> str:
    return "-".join("".join(char if char.isalnum() else " " for char in fold(text)).split())


def _report(posts: list[Position]) -> None:
    if len(posts) < 2:
        return
    chief = min(posts, key=lambda post: (RANK[Seniority(post.level)], post.pk))
    for post in posts:
        if post is not chief and post.level != chief.level:
            post.reports_to = chief
            post.save(update_fields=["reports_to"])


def _first(table: tuple[tuple[str, str], ...], title: str, otherwise: str) -> str:
    folded = fold(title)
    return next((value for word, value in table if word in folded), otherwise)
