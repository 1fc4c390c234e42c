"""The content of a meeting brief, for its reader: the people expected, what they said last, what is at stake."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Window
from django.db.models.functions import JSONObject, RowNumber

from kameo.accounts.models import Account
from kameo.contacts.pulse.strength_bars import band_of
from kameo.core.panels import BriefLine, brief_sections
from kameo.decisions.arguments.library import argument_text, argument_title, rank_arguments
from kameo.decisions.enums import Stance, TermList
from kameo.decisions.evidence.stance_scale import sign
from kameo.decisions.models import Argument, Term
from kameo.decisions.queries import MapCard, read_map
from kameo.decisions.terms.words import TermWords
from kameo.interactions.enums import ICONS
from kameo.interactions.models import Participant
from kameo.people.models import User

PROPOSED = 6  # people chosen at first, those with most influence
SAID = 3  # exchanges shown for each
ARGUED = 2  # arguments suggested for each


@dataclass(frozen=True)
class Said:
    """One exchange with somebody, in a line."""

    at: datetime
    kind: str
    words: str
    account_id: int
    interaction_id: int

    @property
    def icon(self) -> str:
        return ICONS.get(self.kind, "note")


@dataclass(frozen=True)
class Attendee:
    """One person expected. `band` is that of c-10, "unknown" while nothing is known."""

    card: MapCard
    roles: Sequence[str]
    motivations: Sequence[str]
    topics: Sequence[str]
    stance: str
    side: int | None
    band: str
    said: Sequence[Said]
    arguments: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class BriefBlock:
    """One section that has something to say."""

    key: str
    title: str
    lines: Sequence[BriefLine]


@dataclass(frozen=True)
class Brief:
    account: Account
    purpose: str
    on: date
    attendees: Sequence[Attendee]
    offered: Sequence[MapCard]
    chosen: frozenset[int]
    proposed: bool
    blocks: Sequence[BriefBlock]


def with_lists(accounts: Any) -> Any:
    """Accounts with the lists of terms and the argument library beside them: what `brief_of` reads, in one query."""
    terms = Term.objects.values(row=JSONObject(list="list", code="code", name="name", icon="icon", decides="decides"))
    library = Argument.objects.filter(retired_at=None).values(
        row=JSONObject(
            id="id", title="title", text="text", proof="proof", role="role", motivation="motivation", family="family"
        )
    )
    return accounts.annotate(brief_terms=ArraySubquery(terms), brief_library=ArraySubquery(library))


def brief_of(user: User, account: Any, *, on: date, persons: Collection[int] | None = None, purpose: str = "") -> Brief:
    """The brief of a meeting at an account (of `with_lists`) that the caller has authorised.

    `persons` are those expected, among the people of the map; None proposes those with most influence.
    """
    view = read_map(account, user)
    people = sorted((card for card in view.cards if not card.unknown and not card.former), key=lambda card: card.name)
    proposed = persons is None
    wanted = _proposed(people) if persons is None else set(persons)
    cards = sorted((card for card in people if card.person_id in wanted), key=_weight)
    chosen = tuple(card.person_id for card in cards)
    words, said = _term_words(account.brief_terms), last_said(user, chosen)
    library = [Argument(**row) for row in account.brief_library]
    return Brief(
        account=account,
        purpose=purpose,
        on=on,
        offered=people,
        chosen=frozenset(chosen),
        proposed=proposed,
        attendees=[_attendee(card, words, said.get(card.person_id, []), library) for card in cards],
        blocks=[*_blocks(user, account, chosen)],
    )


def last_said(user: User, persons: Collection[int]) -> dict[int, list[Said]]:
    """The last exchanges with each, those that the reader may read, notes included; one query."""
    rank = Window(RowNumber(), partition_by=[F("person_id")], order_by=[F("interaction__at").desc(), F("pk").desc()])
    rows = Participant.objects.visible_to(user).filter(person__in=persons).annotate(rank=rank)
    found: dict[int, list[Said]] = {}
    for row in rows.filter(rank__lte=SAID).select_related("interaction").order_by("person_id", "rank"):
        done = row.interaction
        words = done.subject or " ".join(done.text.split())
        one = Said(done.at, done.kind, words[:160], done.account_id, done.pk)
        found.setdefault(row.person_id or 0, []).append(one)
    return found


def _term_words(rows: Sequence[dict[str, Any]]) -> TermWords:
    terms: dict[str, dict[str, Term]] = {kind: {} for kind in TermList.values}
    for row in rows:
        terms[row["list"]][row["code"]] = Term(**row)
    return TermWords(terms)


def _proposed(people: Sequence[MapCard]) -> set[int]:
    """Those rated who weigh most; everybody rated when influence is not known."""
    rated = sorted((card for card in people if card.stake_id is not None), key=_weight)
    return {card.person_id for card in rated[:PROPOSED]}


def _weight(card: MapCard) -> tuple[int, str, int]:
    return (-(card.influence or 0), card.name, card.person_id)


def _attendee(card: MapCard, words: TermWords, said: list[Said], library: list[Argument]) -> Attendee:
    families = {card.family} if card.family else set()
    known = card.roles or card.motivations or families
    found = rank_arguments(library, card.roles, card.motivations, families) if known else []
    return Attendee(
        card=card,
        roles=words.names(TermList.ROLE, card.roles),
        motivations=words.names(TermList.MOTIVATION, card.motivations),
        topics=words.names(TermList.TOPIC, card.topics),
        stance=str(Stance(card.stance).label) if card.stance else "",
        side=sign(card.stance),
        band=band_of(card.strength),
        said=said,
        arguments=[(argument_title(one.argument), argument_text(one.argument)) for one in found[:ARGUED]],
    )


def _blocks(user: User, account: Account, chosen: tuple[int, ...]) -> list[BriefBlock]:
    found: list[Any] = [(one, one.fetch(user, account, chosen)) for one in brief_sections]
    return [BriefBlock(one.key, str(one.title), lines) for one, lines in found if lines]
