"""Interactions (calls, meetings, notes), their participants, documents and citations."""

from __future__ import annotations

from typing import Self

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.accounts.models.access import BinnableOfAccountQuerySet, restricted_to
from kameo.contacts.models import Person
from kameo.core import clock
from kameo.core.binning import BinnableBy
from kameo.core.customfields.column import CustomValues
from kameo.core.history import tracked
from kameo.core.text import Fold
from kameo.decisions.models import Evidence
from kameo.interactions.enums import Direction, InteractionKind, Occasion
from kameo.people.models import User


def words_of_interaction() -> SearchVector:
    """What full-text search compares with: the index below holds exactly this expression."""
    return SearchVector(Fold(F("subject")), Fold(F("text")), config="french")


class InteractionQuerySet(BinnableOfAccountQuerySet):
    def reachable_by(self, user: User) -> Self:
        """Of visible accounts; a restricted one is for its author, the lead (of the account or above), directors."""
        return super().reachable_by(user).filter(restricted_to(user, "author"))


@tracked()
class Interaction(BinnableBy):
    """One exchange, or a note about the account. `at` is when it happened, `created_at` when it was typed."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="interactions")
    kind = models.CharField(_("kind"), max_length=8, choices=InteractionKind, default=InteractionKind.NOTE)
    direction = models.CharField(_("direction"), max_length=4, choices=Direction, default=Direction.OUT)
    at = models.DateTimeField(_("when"), default=clock.now)
    duration = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    occasion = models.CharField(_("occasion"), max_length=10, choices=Occasion, blank=True)
    thread = models.CharField(max_length=200, blank=True, editable=False)  # mails of one conversation
    author = models.ForeignKey(User, models.PROTECT, related_name="interactions")
    subject = models.CharField(_("subject"), max_length=250, blank=True)
    text = models.TextField(_("text"), blank=True)
    restricted = models.BooleanField(_("restricted"), default=False)
    custom = CustomValues()
    mentions = models.ManyToManyField(User, related_name="mentioned_in", blank=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    changed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = InteractionQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["account", "-at", "-id"], name="interaction_by_account"),
            # The latest of all accounts, and the latest that hold a word which most of them hold.
            models.Index(fields=["-at", "-id"], condition=Q(binned_at__isnull=True), name="interaction_latest"),
            GinIndex(words_of_interaction(), name="interaction_words"),
        ]

    def __str__(self) -> str:
        return self.subject or self.text[:60]


class ParticipantQuerySet(models.QuerySet["Participant"]):
    def visible_to(self, user: User) -> ParticipantQuerySet:
        """Of exchanges that may be read; persons where they may be seen, colleagues always."""
        readable = Interaction.objects.visible_to(user).filter(pk=OuterRef("interaction_id"))
        return self.named_to(user).filter(Exists(readable))

    def named_to(self, user: User) -> ParticipantQuerySet:
        """Only those whom the user sees, of exchanges known to be readable."""
        seen = Person.objects.visible_to(user).filter(pk=OuterRef("person_id"))
        return self.filter(Q(person__isnull=True) | Exists(seen))


@tracked()
class Participant(models.Model):
    """Somebody who took part: a person of the customer or a colleague, never both.

    The author always did, without a row.
    """

    interaction = models.ForeignKey(Interaction, models.CASCADE, related_name="participants")
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="participations")
    colleague = models.ForeignKey(User, models.CASCADE, null=True, blank=True, related_name="participations")

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["person", "interaction"], name="participant_by_person")]
        constraints = [
            models.UniqueConstraint(fields=["interaction", "person"], name="participant_person_once"),
            models.UniqueConstraint(fields=["interaction", "colleague"], name="participant_colleague_once"),
            models.CheckConstraint(
                condition=Q(person__isnull=False, colleague__isnull=True)
                | Q(person__isnull=True, colleague__isnull=False),
                name="participant_is_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id or self.colleague_id} in {self.interaction_id}"


class DocumentQuerySet(BinnableOfAccountQuerySet):
    def reachable_by(self, user: User) -> Self:
        """Of visible accounts; what came with a restricted interaction is for those who may read that."""
        readable = Interaction.objects.filter(restricted_to(user, "author"), pk=OuterRef("interaction_id"))
        return super().reachable_by(user).filter(Q(interaction=None) | Exists(readable))


class DocumentVersionQuerySet(models.QuerySet["DocumentVersion"]):
    def visible_to(self, user: User) -> DocumentVersionQuerySet:
        documents = Document.objects.visible_to(user)
        return self.filter(Exists(documents.filter(pk=OuterRef("document_id"))))


@tracked()
class Document(BinnableBy):
    """A file of the account (R35), whose versions follow one another; the newest is what people open."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="documents")
    interaction = models.ForeignKey(Interaction, models.SET_NULL, null=True, blank=True, related_name="documents")
    title = models.CharField(_("title"), max_length=250)
    owner = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name=_("owner"))
    expires_on = models.DateField(_("expires"), null=True, blank=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["account", "-created_at", "-id"], name="document_by_account"),
            GinIndex(OpClass(Fold(F("title")), name="gin_trgm_ops"), name="document_title_trgm"),
        ]

    def __str__(self) -> str:
        return self.title


class DocumentVersion(models.Model):
    """One file. The stored name is the SHA-256 of its content: the same file twice takes no more room."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    filename = models.CharField(max_length=250)
    content_type = models.CharField(max_length=120)
    size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    pages = models.PositiveIntegerField(null=True, blank=True)
    text = models.TextField(blank=True)
    search = SearchVectorField(null=True)
    text_state = models.CharField(max_length=10, default="waiting")  # waiting, read, none, failed
    added_at = models.DateTimeField(default=clock.now)
    added_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")

    objects = DocumentVersionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        indexes = [GinIndex(fields=["search"], name="document_text")]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="document_version_once")]

    def __str__(self) -> str:
        return f"{self.filename} v{self.number}"


class CitationQuerySet(models.QuerySet["Citation"]):
    def visible_to(self, user: User) -> CitationQuerySet:
        """Where both the evidence and what proves it may be read."""
        interactions = Interaction.objects.visible_to(user).filter(pk=OuterRef("interaction_id"))
        documents = Document.objects.visible_to(user).filter(pk=OuterRef("document_id"))
        evidence = Evidence.objects.visible_to(user).filter(pk=OuterRef("evidence_id"))
        return self.filter(Exists(evidence), Exists(interactions) | Exists(documents))


@tracked()
class Citation(models.Model):
    """The exchange or the document that proves a piece of evidence of the decision map (R55, idea 8)."""

    evidence = models.ForeignKey(Evidence, models.CASCADE, related_name="citations")
    interaction = models.ForeignKey(Interaction, models.CASCADE, null=True, blank=True, related_name="citations")
    document = models.ForeignKey(Document, models.CASCADE, null=True, blank=True, related_name="citations")

    objects = CitationQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(interaction__isnull=False, document__isnull=True)
                | Q(interaction__isnull=True, document__isnull=False),
                name="citation_of_one",
            )
        ]

    def __str__(self) -> str:
        return f"{self.evidence_id} by {self.interaction_id or self.document_id}"
