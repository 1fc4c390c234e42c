"""Reads shared by pages, search and the API."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import BooleanField, Case, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Concat, JSONObject, StrIndex
from django.urls import reverse

from kameo.accounts.models import Account, AccountVisit
from kameo.accounts.names.lookup import AccountChoice
from kameo.accounts.rules import can_read_restricted
from kameo.contacts.enums import PersonKind
from kameo.contacts.models import Person, Position
from kameo.core.text import Fold, fold
from kameo.interactions.enums import CONTACT_KINDS, NOT_HUMAN, Direction, InteractionKind
from kameo.interactions.models import Document, DocumentVersion, Interaction
from kameo.people.models import User

MOST_RECENT = 6
MOST_OFFERED = 50  # people to choose from at once; a search narrows


def place_in_thread(account_id: int, interaction_id: int) -> str:
    """Where an exchange is read: in the thread of its account."""
    return f"{reverse('account', args=[account_id])}?around={interaction_id}#i-{interaction_id}"


def recent_accounts(user: User) -> list[AccountChoice]:
    """The accounts the user opened last: what a line logged from anywhere is most often about."""
    visits = AccountVisit.objects.filter(user=user, account__in=Account.objects.visible_to(user))
    fields = ("account_id", "account__name", "account__kind", "account__parent__name", "account__parent__hidden")
    rows = visits.order_by("-at").values_list(*fields)[:MOST_RECENT]
    return [AccountChoice(pk, name, kind, "" if hidden else (above or "")) for pk, name, kind, above, hidden in rows]


def who_sees(account: Account, users: Iterable[User]) -> list[User]:
    """Those of `users` who see the account: one query each, for the handful that a text mentions."""
    visible = Account.objects.filter(pk=account.pk)
    return [user for user in users if visible.visible_to(user).exists()]


def who_may_read(interaction: Interaction, users: Iterable[User]) -> list[User]:
    """Those of `users` who may read the interaction, restricted or not."""
    seeing = who_sees(interaction.account, users)
    if not interaction.restricted:
        return seeing
    return [user for user in seeing if can_read_restricted(user, interaction.account)]


def mentioned_in(text: str, ids: Iterable[int] = ()) -> list[User]:
    """The active colleagues whom a text names: those chosen in the list (`ids`), or written "@First Last".

    A chosen one whose name was deleted from the text again is left out. No query without an "@".
    """
    if "@" not in text:
        return []
    written = Concat(Value("@"), Fold(Concat("first_name", Value(" "), "last_name")))
    named = (
        User.objects.active()
        .select_related("role")
        .annotate(found=StrIndex(Value(fold(text)), written))
        .filter(found__gt=0)
        .exclude(first_name="", last_name="")
    )
    chosen = set(ids)
    by_name: dict[str, list[User]] = {}
    for user in named:
        by_name.setdefault(fold(user.full_name), []).append(user)
    # Two colleagues with one name: the one chosen in the list, otherwise both.
    return [user for homonyms in by_name.values() for user in ([u for u in homonyms if u.pk in chosen] or homonyms)]


@dataclass(frozen=True)
class ParticipantChoice:
    """A person or a colleague to choose as a participant. `detail` tells namesakes apart."""

    id: int
    name: str
    detail: str


def people_at_hand(
    user: User, account: Account, *, typed: str = "", chosen: Iterable[int] = ()
) -> list[ParticipantChoice]:
    """Who of the account's group may have taken part: the chosen, then those met there last; one query.

    `typed` narrows, and finds external people of anywhere that the user sees.
    """
    kept = {0, *chosen}  # an empty set is a constant, by which PostgreSQL does not sort
    root = Q(account__lineage__0=account.lineage[0])
    posts = Position.objects.visible_to(user).filter(person__binned_at=None)
    wanted = root | Q(person__kind=PersonKind.EXTERNAL) if typed else root
    for word in fold(typed).split():
        wanted &= Q(person__sort_name__contains=word)
    posts = posts.filter(wanted | Q(person_id__in=kept)).exclude(person__kind=PersonKind.PLACEHOLDER)
    posts = posts.annotate(first=_chosen_first(Q(person_id__in=kept)), here=_chosen_first(Q(account_id=account.pk)))
    met = F("person__pulse__last_contact_at").desc(nulls_last=True)
    rows = posts.order_by("-first", "-here", met, "person__sort_name", "person_id").values_list(
        "person_id", "person__first_name", "person__last_name", "person__label", "title", "account__name"
    )
    faces: dict[int, ParticipantChoice] = {}
    for pk, first, last, label, title, where in rows[: 2 * MOST_OFFERED]:
        faces.setdefault(pk, ParticipantChoice(pk, f"{first} {last}".strip() or label, title or where))
    return list(faces.values())[:MOST_OFFERED]


def _chosen_first(condition: Q) -> Case:
    return Case(When(condition, then=True), default=False, output_field=BooleanField())


def colleagues_at_hand(
    user: User, account: Account, *, typed: str = "", chosen: Iterable[int] = ()
) -> list[ParticipantChoice]:
    """Who of ours may have taken part: the chosen, then the account's team, or whom `typed` finds; one query."""
    kept = {0, *chosen}  # an empty set is a constant, by which PostgreSQL does not sort
    wanted = Q(memberships__account__in=account.lineage)
    if typed:
        wanted = Q()
        for word in fold(typed).split():
            wanted &= Q(sort_name__contains=word)
    rows = User.objects.active().filter(wanted | Q(pk__in=kept)).exclude(pk=user.pk)
    rows = rows.annotate(first=_chosen_first(Q(pk__in=kept))).select_related("role").order_by("-first", "sort_name")
    faces = {
        row.pk: ParticipantChoice(row.pk, row.full_name, row.title or row.role.label) for row in rows.distinct()[:30]
    }
    return list(faces.values())


@dataclass(frozen=True)
class PersonInteraction:
    """One interaction with a person, as their sheet shows it. `theirs`: they wrote or called first, or came to it."""

    id: int
    account_id: int
    account: str
    kind: str
    direction: str
    occasion: str
    at: datetime
    author: str
    mine: bool
    subject: str
    text: str
    restricted: bool

    @property
    def counts(self) -> bool:
        return self.kind in CONTACT_KINDS and self.occasion not in NOT_HUMAN

    @property
    def theirs(self) -> bool:
        return self.kind == InteractionKind.MEETING or self.direction in {Direction.IN, Direction.BOTH}

    @property
    def place(self) -> tuple[datetime, int]:
        return (self.at, self.id)


def interactions_with(
    person: Person, user: User, *, kind: str = "", before: tuple[datetime, int] | None = None, limit: int = 20
) -> list[PersonInteraction]:
    """The newest exchanges in which they took part and that `user` may read, older than `before`; one query."""
    rows = Interaction.objects.visible_to(user).filter(participants__person=person)
    if kind:
        rows = rows.filter(kind=kind)
    if before is not None:
        rows = rows.filter(Q(at__lt=before[0]) | Q(at=before[0], pk__lt=before[1]))
    found = rows.select_related("account", "author").order_by("-at", "-pk")[:limit]
    return [
        PersonInteraction(
            row.pk,
            row.account_id,
            row.account.name,
            row.kind,
            row.direction,
            row.occasion,
            row.at,
            row.author.full_name,
            row.author_id == user.pk,
            row.subject,
            row.text,
            row.restricted,
        )
        for row in found
    ]


def names_of(user: User, persons: Iterable[int], colleagues: Iterable[int]) -> dict[tuple[str, int], str]:
    """("person" or "colleague", id): name, for those whom `user` may see; one query, none for nobody."""
    them, us = set(persons), set(colleagues)
    if not them | us:
        return {}
    name = Concat("first_name", Value(" "), "last_name")
    seen = Person.objects.visible_to(user).filter(pk__in=them).order_by()
    ours = User.objects.filter(pk__in=us).order_by()
    rows = seen.values_list(Value("person"), "pk", name).union(
        ours.values_list(Value("colleague"), "pk", name), all=True
    )
    return {(kind, pk): words.strip() for kind, pk, words in rows}


@dataclass(frozen=True)
class DocumentRow:
    """A document in a list, with what its newest version is."""

    id: int
    title: str
    filename: str
    size: int
    number: int
    version_id: int
    content_type: str
    added_at: datetime
    added_by: str
    expires_on: date | None
    owner: str


@dataclass(frozen=True)
class DocumentPage:
    rows: list[DocumentRow]
    next: str


def documents_of(user: User, account: Account, *, after: str = "", limit: int = 50) -> DocumentPage:
    """The account's documents, the newest first, a page at a time; one query."""
    newest = DocumentVersion.objects.filter(document=OuterRef("pk")).order_by("-number")
    described = newest.annotate(name=Concat("added_by__first_name", Value(" "), "added_by__last_name")).values(
        row=JSONObject(id="pk", filename="filename", size="size", number="number", type="content_type", by="name")
    )
    rows = Document.objects.visible_to(user).filter(account=account).select_related("owner")
    if after.isascii() and after.isdecimal():
        rows = rows.filter(pk__lt=int(after))
    found = list(rows.annotate(newest=Subquery(described[:1])).order_by("-pk")[: limit + 1])
    return DocumentPage(
        [_document_row(row) for row in found[:limit]], str(found[limit - 1].pk) if len(found) > limit else ""
    )


def _document_row(row: Any) -> DocumentRow:
    newest = row.newest
    return DocumentRow(
        id=row.pk,
        title=row.title,
        filename=newest["filename"],
        size=newest["size"],
        number=newest["number"],
        version_id=newest["id"],
        content_type=newest["type"],
        added_at=row.created_at,
        added_by=(newest["by"] or "").strip(),
        expires_on=row.expires_on,
        owner=row.owner.full_name if row.owner else "",
    )
