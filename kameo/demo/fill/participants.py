"""The participants of the demo's interactions: those whom the words name, or else the usual contact."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from kameo.accounts.models import Account
from kameo.contacts.enums import PersonKind
from kameo.contacts.models import Person, Position
from kameo.core.text import fold
from kameo.demo.cast import key_of
from kameo.demo.chance import pick, stream
from kameo.demo.portfolio import PORTFOLIO
from kameo.demo.shapes import DemoInteraction
from kameo.interactions.enums import Direction, InteractionKind, Occasion
from kameo.interactions.models import Interaction, Participant
from kameo.people.models import User

# Meetings of these words gather both managements.
REVIEWS = ("bilan", "revue", "comite", "direction", "strategi")
TALKS = 0.35  # of the calls, in which both spoke at length


def settle_ways(rows: Iterable[Interaction]) -> None:
    """What makes an exchange weigh: a call in which both spoke, a review. Before the rows are written."""
    for row in rows:
        chance = stream("way", row.subject, row.at.date())
        if row.kind == InteractionKind.CALL and chance.random() < TALKS:
            row.direction = Direction.BOTH
        if row.kind == InteractionKind.MEETING and any(word in fold(row.subject) for word in REVIEWS):
            row.occasion = Occasion.REVIEW


def fill_participants(rows: list[Interaction], told: list[tuple[str, DemoInteraction]], users: dict[str, User]) -> int:
    """Write them set-wise; returns how many. People whom no word names are left unmet, as in life."""
    known, teams = _people(), {entity.name: _team(root) for root in PORTFOLIO for entity in root.walk()}
    roots = dict(Account.objects.values_list("pk", "lineage__0"))  # triggers wrote them, the rows in hand are older
    made: list[Participant] = []
    met: dict[int, Counter[int]] = defaultdict(Counter)
    for row, (name, _one) in zip(rows, told, strict=True):
        if row.kind == InteractionKind.NOTE:
            continue
        root = roots[row.account_id]
        words = fold(f"{row.subject} {row.text}")
        persons = [pk for pk, last, _account in known[root] if last in words] or _usual(row, known[root], met[root])
        met[root].update(persons)
        made += [Participant(interaction=row, person_id=pk) for pk in persons]
        made += [Participant(interaction=row, colleague=one) for one in _with(row, teams[name], users)]
    Participant.objects.bulk_create(made)
    return len(made)


def _people() -> dict[int, list[tuple[int, str, int]]]:
    """By group: (person, last name as compared, account)."""
    found: dict[int, list[tuple[int, str, int]]] = defaultdict(list)
    posts = Position.objects.exclude(person__kind=PersonKind.PLACEHOLDER).select_related("person", "account")
    for post in posts.order_by("pk"):
        person: Person = post.person
        found[post.account.lineage[0]].append((person.pk, fold(person.last_name), post.account_id))
    return found


def _usual(row: Interaction, people: list[tuple[int, str, int]], met: Counter[int]) -> list[int]:
    """One of the account, rather somebody met already."""
    here = [pk for pk, _last, account in people if account == row.account_id]
    return [max(here, key=lambda pk: (met[pk], -pk))] if here else []


def _with(row: Interaction, team: list[str], users: dict[str, User]) -> list[User]:
    """Half of the meetings are held by two of ours."""
    chance = stream("with", row.subject, row.at.date())
    others = [users[key_of(first)] for first in team if users[key_of(first)].pk != row.author_id]
    if row.kind != InteractionKind.MEETING or not others or chance.random() < 0.5:
        return []
    return [pick(chance, others)]


def _team(root) -> list[str]:
    return [first for first, _function in root.team] + ([root.lead] if root.lead else [])
