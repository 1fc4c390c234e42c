"""Participants: people of the account's group or external ones whom the author sees, and colleagues of ours."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from kameo.accounts.models import Account
from kameo.contacts.enums import PersonKind
from kameo.contacts.models import Person, Position
from kameo.core.errors import DomainError
from kameo.interactions.models import Interaction, Participant
from kameo.people.models import User

PLACEHOLDER = PersonKind.PLACEHOLDER
People = Collection[Person | int]
Colleagues = Collection[User | int]


@dataclass(frozen=True)
class ParticipantSwap:
    """What replacing the participants did: which lists changed, and whose clocks that concerns."""

    concerned: list[int]
    fields: set[str] = field(default_factory=set)


def allowed_persons(account: Account, persons: People, *, by: User) -> list[int]:
    """Their ids, sorted; one query, none without anybody. Raises DomainError "person_unknown".

    Whoever holds or held a post in the account's group that `by` sees, or is external and seen anywhere; never a role
    to identify. Posts are asked for, not people: half the price, and each exchange logged pays it.
    """
    wanted = _primary_keys(persons)
    if not wanted:
        return []
    posts = Position.objects.visible_to(by).filter(person_id__in=wanted, person__binned_at=None).order_by()
    found = posts.values_list("person_id", "person__kind", "account__lineage__0")
    root = account.lineage[0]
    allowed = {pk for pk, kind, top in found if kind == PersonKind.EXTERNAL or (top == root and kind != PLACEHOLDER)}
    if allowed != wanted:
        message = _("Choose among the people of this account and its group.")
        raise DomainError("person_unknown", message, field="persons")
    return sorted(wanted)


def allowed_colleagues(colleagues: Colleagues, *, author: int) -> list[int]:
    """Their ids, sorted, the author left out, who took part anyway. Raises DomainError "colleague_unknown"."""
    wanted = _primary_keys(colleagues) - {author}
    if wanted and User.objects.filter(pk__in=wanted).count() != len(wanted):
        message = _("Choose among your colleagues.")
        raise DomainError("colleague_unknown", message, field="colleagues")
    return sorted(wanted)


def write_participants(row: Interaction, persons: Iterable[int], colleagues: Iterable[int]) -> None:
    """Add these participants, known to be none yet; one statement."""
    added = [Participant(interaction=row, person_id=pk) for pk in persons]
    added += [Participant(interaction=row, colleague_id=pk) for pk in colleagues]
    if added:
        Participant.objects.bulk_create(added)


def persons_of(row: Interaction) -> list[int]:
    rows = Participant.objects.filter(interaction=row, person__isnull=False)
    return sorted(rows.values_list("person_id", flat=True))


def swap_participants(
    row: Interaction, persons: People | None, colleagues: Colleagues | None, *, by: User
) -> ParticipantSwap:
    """Make the participants these ones; None leaves a list as it is, and whom `by` does not see stays."""
    before = list(Participant.objects.filter(interaction=row).values_list("pk", "person_id", "colleague_id"))
    were = {person: pk for pk, person, _colleague in before if person}
    us = {colleague: pk for pk, _person, colleague in before if colleague}
    fields, gone, them, ours = set(), [], list[int](), list[int]()
    if persons is not None:
        given = _primary_keys(persons)
        them = allowed_persons(row.account, given - set(were), by=by)
        left = Person.objects.visible_to(by).filter(pk__in=set(were) - given).values_list("pk", flat=True)
        gone += [were[pk] for pk in left]
        fields |= {"persons"} if them or gone else set()
    if colleagues is not None:
        given = _primary_keys(colleagues)
        ours = allowed_colleagues(given - set(us), author=row.author_id)
        left_us = [us[pk] for pk in set(us) - given]
        gone += left_us
        fields |= {"colleagues"} if ours or left_us else set()
    Participant.objects.filter(pk__in=gone).delete()
    write_participants(row, them, ours)
    return ParticipantSwap(sorted({*were, *them}), fields)


def _primary_keys(rows: Collection[Person | int] | Collection[User | int]) -> set[int]:
    return {row if isinstance(row, int) else row.pk for row in rows}
