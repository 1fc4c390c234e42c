"""Interactions and documents as records: who may change them, what follows, what the API takes and tells."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from ninja import Schema
from pydantic import Field as Described

from kameo.core.api import Body, PageQuery
from kameo.core.customfields.subjects import Input, Subject
from kameo.core.customfields.subjects import register as register_subject
from kameo.core.kinds import ChoiceKind, LongTextKind, ReferenceKind, WholeKind
from kameo.core.records import Api, Field, Resource, Words, register
from kameo.interactions import domain, rules
from kameo.interactions.domain.documents import follow_document
from kameo.interactions.domain.interactions import follow_bin
from kameo.interactions.enums import Direction, InteractionKind, Occasion
from kameo.interactions.models import Document, DocumentVersion, Interaction, Participant
from kameo.interactions.queries import place_in_thread
from kameo.people.enums import Right
from kameo.people.models import User

COLLEAGUE = ReferenceKind(to="colleague", visible=lambda user: User.objects.all(), name="full_name")
Id = Annotated[int, Described(ge=1, lt=2**63)]


class InteractionTold(Schema):
    mentions: list[int]
    persons: list[int] = Described(description="Ids of the people of the customer who took part and whom you see.")
    colleagues: list[int] = Described(description="Ids of colleagues who took part beside the author.")

    @staticmethod
    def resolve_mentions(row: Interaction) -> list[int]:
        return [user.pk for user in row.mentions.all()]

    @staticmethod
    def resolve_persons(row: Interaction) -> list[int]:
        return [part.person_id for part in row.participants.all() if part.person_id]

    @staticmethod
    def resolve_colleagues(row: Interaction) -> list[int]:
        return [part.colleague_id for part in row.participants.all() if part.colleague_id]


class InteractionTaken(Body):
    mentions: list[int] = Described([], max_length=50)
    persons: list[Id] = Described([], max_length=100, description="People of the account's group, or external ones.")
    colleagues: list[Id] = Described([], max_length=100, description="Lists that are given replace what was there.")


class WithPerson(PageQuery):
    person_id: int | None = Described(None, ge=1, lt=2**63, description="In which this person took part.")


class VersionOut(Schema):
    number: int
    filename: str
    content_type: str
    size: int = Described(description="Bytes.")
    sha256: str
    pages: int | None
    added_at: datetime
    added_by_id: int | None


class DocumentTold(Schema):
    versions: list[VersionOut] = Described(description="The newest first.")

    @staticmethod
    def resolve_versions(row: Document) -> list[Any]:
        return list(row.versions.all())


def _interactions_as_seen(user: User) -> Any:
    seen = Prefetch("participants", queryset=Participant.objects.named_to(user))
    return Interaction.objects.select_related("account").prefetch_related("mentions", seen)


def _narrow_interactions(rows: Any, query: Any, user: User) -> Any:
    if query.person_id:
        mine = Participant.objects.named_to(user).filter(person_id=query.person_id)
        rows = rows.filter(pk__in=mine.values("interaction_id"))
    return rows


def _mentioned(values: dict[str, Any]) -> dict[str, Any]:
    """With the colleagues themselves for their numbers."""
    if "mentions" not in values:
        return values
    return {**values, "mentions": list(User.objects.active().filter(pk__in=values["mentions"]))}


def _log_interaction(account: Any, *, by: User, **values: Any) -> Interaction:
    return domain.log_interaction(account=account, by=by, **{"kind": InteractionKind.NOTE, **_mentioned(values)})


def _change_interaction(row: Interaction, *, by: User, **values: Any) -> Interaction:
    return domain.change_interaction(row, by=by, **_mentioned(values))


def _may_document(user: User, verb: str, row: Document) -> bool:
    return rules.can_write_documents(user) if verb == "changed" else rules.can_bin_document(user, row)


INTERACTIONS = register(
    Resource(
        key="interaction",
        model=Interaction,
        parent="account",
        alone=True,
        path="interactions",
        back="account",
        without=("new", "edit"),
        right=Right.WRITE_INTERACTIONS,
        may=lambda user, verb, row: rules.can_change(user, row),
        seen=_interactions_as_seen,
        verbs={"add": _log_interaction, "change": _change_interaction},
        check=lambda row, verb, by: domain.check_interaction(row),
        after=follow_bin,
        words=Words(
            new=_("New exchange"),
            edit=_("Change the exchange"),
            added=_("Added to the portrait."),
            binned=_("Taken off the portrait."),
            restored=_("Back on the portrait."),
        ),
        api=Api(
            "/interactions",
            "interactions",
            "Interaction",
            also=("author_id", "created_at", "changed_at"),
            id_name="interaction_id",
            order="-at",
            told=InteractionTold,
            taken=InteractionTaken,
            query=WithPerson,
            narrow=_narrow_interactions,
            ids={
                "list": "list_interactions",
                "add": "log_interaction",
                "read": "read_interaction",
                "change": "change_interaction",
                "bin": "bin_interaction",
                "restore": "restore_interaction",
            },
        ),
        fields=(
            Field("kind", ChoiceKind(enum=InteractionKind)),
            Field("direction", ChoiceKind(enum=Direction)),
            Field("at"),
            Field("duration", WholeKind(low=0, high=32_000), note="Minutes."),
            Field("subject"),
            Field("text", LongTextKind(limit=100_000)),
            Field("restricted"),
            Field("occasion", ChoiceKind(enum=Occasion), note="Empty for an ordinary exchange."),
            Field("author", COLLEAGUE, required=False, served=False),
        ),
    )
)

DOCUMENTS = register(
    Resource(
        key="document",
        model=Document,
        parent="account",
        alone=True,
        path="documents",
        back="account-documents",
        page="document",
        without=("new", "edit"),
        right=Right.WRITE_DOCUMENTS,
        may=_may_document,
        seen=lambda user: Document.objects.select_related("account", "interaction").prefetch_related(
            Prefetch("versions", DocumentVersion.objects.order_by("-number"))
        ),
        verbs={"add": lambda account, *, by, **values: domain.add_document(account=account, by=by, **values)},
        after=follow_document,
        words=Words(
            new=_("New document"),
            edit=_("Change the document"),
            added=_("Document added."),
            saved=_("Document changed."),
            binned=_("“%(title)s” is in the bin."),
            restored=_("“%(title)s” is back."),
        ),
        api=Api(
            "/documents",
            "documents",
            "Document",
            also=("interaction_id", "owner_id", "created_at"),
            id_name="document_id",
            order="-created_at",
            without=("add",),
            told=DocumentTold,
            ids={
                "list": "list_documents",
                "read": "read_document",
                "change": "change_document",
                "bin": "bin_document",
                "restore": "restore_document",
            },
        ),
        fields=(Field("title"), Field("owner", COLLEAGUE, required=False, served=False), Field("expires_on")),
    )
)

register_subject(
    Subject(
        key="interaction",
        model=Interaction,
        one=_("Interaction"),
        many=_("Interactions"),
        page=lambda row: place_in_thread(row.account_id, row.pk),
        inputs={"duration": Input(_("Duration in minutes"), WholeKind())},
    ),
    order=30,
)
