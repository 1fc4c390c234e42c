"""Which arguments suit somebody, and why (R64)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from kameo.stakeholders.arguments import Match, argument_text, argument_title, rank_arguments
from kameo.stakeholders.enums import Family, TermList
from kameo.stakeholders.models import Argument, Person, Position, Stake
from kameo.stakeholders.terms import Words, read_words

if TYPE_CHECKING:
    from kameo.people.models import User

MOST = 5


@dataclass(frozen=True)
class Suggestion:
    """An argument as people read it; `why` says what it was found by."""

    id: int
    title: str
    text: str
    proof: str
    why: str


def arguments_for(
    subject: Person | Stake, user: User, *, words: Words | None = None, most: int = MOST
) -> list[Suggestion]:
    """The arguments for a person (all their ratings that `user` sees) or for one stake, the fittest first.

    Four statements at most: ratings, functions, the lists unless given, the library.
    """
    person_id = subject.person_id if isinstance(subject, Stake) else subject.pk
    if isinstance(subject, Stake):
        rated: Sequence[tuple[list[str], list[str]]] = [(subject.roles, subject.motivations)]
    else:
        rows = Stake.objects.visible_to(user).filter(person=subject)
        rated = list(rows.values_list("roles", "motivations"))
    held = Position.objects.visible_to(user).current().filter(person=person_id).exclude(family="")
    families = set(held.order_by().values_list("family", flat=True))
    roles = {code for one, _rest in rated for code in one}
    motivations = {code for _first, one in rated for code in one}
    if not roles and not motivations and not families:
        return []
    names = words or read_words()
    found = rank_arguments(Argument.objects.filter(retired_at=None), roles, motivations, families)
    return [_said(match, names) for match in found[:most]]


def _said(match: Match, words: Words) -> Suggestion:
    row = match.argument
    return Suggestion(
        row.pk, argument_title(row), argument_text(row), argument_text(row, "proof"), _reason(match, words)
    )


def _reason(match: Match, words: Words) -> str:
    parts = [words.name(TermList.ROLE, code) for code in match.roles]
    parts += [words.name(TermList.MOTIVATION, code) for code in match.motivations]
    parts += [str(Family(code).label) for code in match.families if code in Family.values]
    return " · ".join(parts) if parts else _("Suits everybody")
