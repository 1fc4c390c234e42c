"""The lines that interactions and documents leave on an account's timeline: one by one, or all by SQL.

Both forms give the same rows: a test rebuilds and compares.
"""

from __future__ import annotations

from typing import Any

from kameo.accounts.enums import EntryKind
from kameo.accounts.models import TimelineEntry
from kameo.interactions.models import Document, DocumentVersion, Interaction

INTERACTION = "interactions.Interaction"
VERSION = "interactions.DocumentVersion"


def of_interaction(interaction: Interaction) -> TimelineEntry:
    """What happened, with the documents that came with it."""
    documents = interaction.documents.filter(binned_at=None).order_by("pk").values("id", "title")
    return TimelineEntry(
        source=INTERACTION,
        source_id=interaction.pk,
        account_id=interaction.account_id,
        at=interaction.at,
        kind=interaction.kind,
        actor_id=interaction.author_id,
        title=interaction.subject,
        text=interaction.text,
        data={
            "direction": interaction.direction,
            "duration": interaction.duration,
            "changed": interaction.changed_at is not None,
            "documents": list(documents),
        },
        restricted=interaction.restricted,
    )


def of_version(version: DocumentVersion) -> TimelineEntry:
    document = version.document
    return TimelineEntry(
        source=VERSION,
        source_id=version.pk,
        account_id=document.account_id,
        at=version.added_at,
        kind=EntryKind.DOCUMENT,
        actor_id=version.added_by_id,
        title=document.title,
        text="",
        data=_data(document, version),
        restricted=document.interaction is not None and document.interaction.restricted,
    )


def has_line(version: DocumentVersion) -> bool:
    """The first version of a document that came with an interaction shows on the interaction's own line."""
    return version.number > 1 or version.document.interaction_id is None


def _data(document: Document, version: DocumentVersion) -> dict[str, Any]:
    return {
        "document": document.pk,
        "filename": version.filename,
        "size": version.size,
        "version": version.number,
    }


ALL_INTERACTIONS = """
    select done.id source_id, done.account_id, done.at, done.kind, done.author_id actor_id, done.subject title,
        done.text, jsonb_build_object('direction', done.direction, 'duration', done.duration,
            'changed', done.changed_at is not null,
            'documents', coalesce(came_with.documents, '[]'::jsonb)) data, done.restricted
    from interactions_interaction done
    left join (
        select document.interaction_id,
            jsonb_agg(jsonb_build_object('id', document.id, 'title', document.title) order by document.id) documents
        from interactions_document document where document.binned_at is null group by document.interaction_id
    ) came_with on came_with.interaction_id = done.id
    where done.binned_at is null
"""
ALL_VERSIONS = """
    select version.id source_id, document.account_id, version.added_at at, 'document' kind,
        version.added_by_id actor_id, document.title, '' text, jsonb_build_object('document', document.id,
            'filename', version.filename, 'size', version.size, 'version', version.number) data,
        coalesce(done.restricted, false) restricted
    from interactions_documentversion version
    join interactions_document document on document.id = version.document_id
    left join interactions_interaction done on done.id = document.interaction_id
    where document.binned_at is null and (version.number > 1 or document.interaction_id is null)
"""
