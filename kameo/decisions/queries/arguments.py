"""Arguments that suit a person, and why (R64)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from django.contrib.postgres.expressions import ArraySubquery
from django.utils.translation import gettext as _

from kameo.contacts.enums import Family
from kameo.contacts.models import Person, Position
from kameo.decisions.arguments.library import ArgumentMatch, argument_text, argument_title, rank_arguments
from kameo.decisions.enums import TermList
from kameo.decisions.models import Argument, Stake
from kameo.decisions.terms.words import TermWords, read_term_words

if TYPE_CHECKING:
    from kameo.people.models import User

MOST = 5


class ArgumentKeys(Protocol):
    """The ratings by which an argument is chosen."""

    @property
    def roles(self) -> Sequence[str]: ...

    @property
    def motivations(self) -> Sequence[str]: ...


@dataclass(frozen=True)
class Suggestion:
    """An argument as people read it; `why` says what it was found by."""

    id: int
    title: str
    text: str
    proof: str
    why: str


def arguments_for(
    subject: Person | Stake,
    user: User,
    *,
    words: TermWords | None = None,
    rated: Sequence[ArgumentKeys] | None = None,
    most: int = MOST,
) -> list[Suggestion]:
    """The arguments for a person (all their ratings that `user` sees) or for one stake, the fittest first.

    Two statements, one less when the lists are given and one more for a person whose ratings are not.
    """
    person_id = subject.person_id if isinstance(subject, Stake) else subject.pk
    known: Sequence[ArgumentKeys]
    if rated is not None:
        known = rated
    elif isinstance(subject, Stake):
        known = [subject]
    else:
        known = list(Stake.objects.visible_to(user).filter(person=subject))
    held = Position.objects.visible_to(user).current().filter(person=person_id).exclude(family="")
    families = ArraySubquery(held.order_by().values("family").distinct())
    library: list[Any] = list(Argument.objects.filter(retired_at=None).annotate(families=families))
    roles = {code for one in known for code in one.roles}
    motivations = {code for one in known for code in one.motivations}
    theirs = set(library[0].families) if library else set()
    if not roles and not motivations and not theirs:
        return []
    found = rank_arguments(library, roles, motivations, theirs)[:most]
    names = words or (read_term_words() if roles or motivations else TermWords({}))
    return [_suggestion(match, names) for match in found]


def _suggestion(match: ArgumentMatch, words: TermWords) -> Suggestion:
    row = match.argument
    return Suggestion(
        row.pk, argument_title(row), argument_text(row), argument_text(row, "proof"), _reason(match, words)
    )


def _reason(match: ArgumentMatch, words: TermWords) -> str:
    parts = [words.name(TermList.ROLE, code) for code in match.roles]
    parts += [words.name(TermList.MOTIVATION, code) for code in match.motivations]
    parts += [str(Family(code).label) for code in match.families if code in Family.values]
    return " · ".join(parts) if parts else _("Suits everybody")
