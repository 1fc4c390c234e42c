"""The lines that interactions and documents leave on an account's timeline: one by one, or all by SQL.

Both forms give the same rows: a test rebuilds and compares.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kameo.accounts.enums import EntryKind
from kameo.accounts.models import TimelineEntry
from kameo.interactions.models import DocumentVersion, Interaction

INTERACTION = "interactions.Interaction"
DOCUMENT = "interactions.Document"  # counted by accounts.pulse.refresh: one line per document
VERSION = "interactions.DocumentVersion"


def of_interaction(interaction: Interaction) -> TimelineEntry:
    """What happened, with who took part (ids: readers see the names they may) and the documents that came with it."""
    documents = list(interaction.documents.filter(binned_at=None).order_by("pk").values("id", "title"))
    took_part = list(interaction.participants.values_list("person_id", "colleague_id"))
    persons = sorted(person for person, _colleague in took_part if person)
    colleagues = sorted(colleague for _person, colleague in took_part if colleague)
    return of_new_interaction(interaction, persons, colleagues, documents)


def of_new_interaction(
    interaction: Interaction,
    persons: Sequence[int],
    colleagues: Sequence[int],
    documents: Sequence[dict[str, Any]] = (),
) -> TimelineEntry:
    """The same without a query, for a row whose surroundings are known."""
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
            "occasion": interaction.occasion,
            "changed": interaction.changed_at is not None,
            "persons": list(persons),
            "colleagues": list(colleagues),
            "documents": list(documents),
        },
        restricted=interaction.restricted,
    )


def of_version(version: DocumentVersion) -> TimelineEntry:
    """A document's first version is the document's own line; each later one has its own."""
    document = version.document
    first = version.number == 1
    return TimelineEntry(
        source=DOCUMENT if first else VERSION,
        source_id=document.pk if first else version.pk,
        account_id=document.account_id,
        at=version.added_at,
        kind=EntryKind.DOCUMENT,
        actor_id=version.added_by_id,
        title=document.title,
        text="",
        data={
            "document": document.pk,
            "filename": version.filename,
            "size": version.size,
            "version": version.number,
            "with": document.interaction_id if first else None,
        },
        restricted=document.interaction is not None and document.interaction.restricted,
    )


ALL_INTERACTIONS = """
    select done.id source_id, done.account_id, done.at, done.kind, done.author_id actor_id, done.subject title,
        done.text, jsonb_build_object('direction', done.direction, 'duration', done.duration,
            'occasion', done.occasion, 'changed', done.changed_at is not null,
            'persons', coalesce(took_part.persons, '[]'::jsonb),
            'colleagues', coalesce(took_part.colleagues, '[]'::jsonb),
            'documents', coalesce(came_with.documents, '[]'::jsonb)) data, done.restricted
    from interactions_interaction done
    left join (
        select part.interaction_id,
            jsonb_agg(part.person_id order by part.person_id) filter (where part.person_id is not null) persons,
            jsonb_agg(part.colleague_id order by part.colleague_id)
                filter (where part.colleague_id is not null) colleagues
        from interactions_participant part group by part.interaction_id
    ) took_part on took_part.interaction_id = done.id
    left join (
        select document.interaction_id,
            jsonb_agg(jsonb_build_object('id', document.id, 'title', document.title) order by document.id) documents
        from interactions_document document where document.binned_at is null group by document.interaction_id
    ) came_with on came_with.interaction_id = done.id
    where done.binned_at is null
"""
_ALL_VERSIONS = """
    select {source_id} source_id, document.account_id, version.added_at at, 'document' kind,
        version.added_by_id actor_id, document.title, '' as text, jsonb_build_object('document', document.id,
            'filename', version.filename, 'size', version.size, 'version', version.number,
            'with', {came_with}) as data,
        coalesce(done.restricted, false) restricted
    from interactions_documentversion version
    join interactions_document document on document.id = version.document_id
    left join interactions_interaction done on done.id = document.interaction_id
    where document.binned_at is null and version.number {numbers}
"""
ALL_DOCUMENTS = _ALL_VERSIONS.format(source_id="document.id", came_with="document.interaction_id", numbers="= 1")
ALL_LATER_VERSIONS = _ALL_VERSIONS.format(source_id="version.id", came_with="null::bigint", numbers="> 1")
