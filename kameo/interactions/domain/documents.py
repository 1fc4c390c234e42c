"""Documents: add, follow with versions, rename, bin and give back (R35)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any, BinaryIO, cast

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from kameo.accounts.models import Account
from kameo.accounts.pulse import refresh
from kameo.accounts.timeline import entries
from kameo.core import preferences
from kameo.core.errors import DomainError
from kameo.core.files import FileKind, clean_name, recognise
from kameo.core.files.names import with_extension
from kameo.core.journal.domain import record
from kameo.interactions import events, rules
from kameo.interactions.jobs import READ_TEXT
from kameo.interactions.models import Document, DocumentVersion, Interaction
from kameo.interactions.timeline import writing
from kameo.people.models import User

MEGABYTE = 1_000_000


@transaction.atomic
def add_document(
    *,
    account: Account,
    by: User,
    file: File[bytes],
    title: str = "",
    interaction: Interaction | None = None,
    expires_on: date | None = None,
) -> Document:
    """Keep `file` with the account (or with what happened); its title is the file's name unless given.

    Side effects, in order: the stored content, document and first version, its line of the timeline (or the
    interaction's, told again), the account's count, event `document.added`, a job that reads its words.
    Raises PermissionDenied (documents.write), DomainError file_too_large, and those of `files.recognise`.
    """
    rules.require(rules.can_write_documents(by), "documents.write")
    name = clean_name(getattr(file, "name", "") or "")
    kind = _checked(file, name)
    document = Document.objects.create(
        account=account,
        interaction=interaction,
        title=(title.strip() or name.rpartition(".")[0] or name)[:250],
        owner=by,
        expires_on=expires_on,
    )
    _add_version(document, file, kind, name, by)
    if interaction is not None:
        entries.write_entries([writing.of_interaction(interaction)])
    refresh.refresh_contacts([account.pk])
    record(events.DOCUMENT_ADDED, document, by=by, account=account, data={"title": document.title})
    return document


@transaction.atomic
def add_version(document: Document, *, by: User, file: File[bytes]) -> DocumentVersion:
    """The newest content of a document; the former versions stay.

    Side effects, in order: the stored content, the version, its line, event `document.version_added`, a job
    that reads its words. Raises as `add_document`, and same_file when nothing changed.
    """
    rules.require(rules.can_write_documents(by), "documents.write")
    Document.objects.select_for_update().get(pk=document.pk)
    name = clean_name(getattr(file, "name", "") or "")
    kind = _checked(file, name)
    version = _add_version(document, file, kind, name, by)
    record(events.VERSION_ADDED, document, by=by, account=document.account_id, data={"number": version.number})
    return version


def follow_document(document: Document, verb: str, before: Mapping[str, Any], by: User) -> None:
    """After a change, the bin and back: its lines, those of its versions, and the account's count."""
    if verb != "binned":
        write_lines(document)
    else:
        entries.remove_entries(writing.DOCUMENT, [document.pk])
        entries.remove_entries(writing.VERSION, list(document.versions.values_list("pk", flat=True)))
        if document.interaction is not None and not document.interaction.binned_at:
            entries.write_entries([writing.of_interaction(document.interaction)])
    if verb != "changed":
        refresh.refresh_contacts([document.account_id])


def write_lines(document: Document) -> None:
    """Its lines of the timeline again: its own, and that of the interaction it came with."""
    versions = document.versions.select_related("document__interaction")
    entries.write_entries([writing.of_version(version) for version in versions])
    if document.interaction is not None and not document.interaction.binned_at:
        entries.write_entries([writing.of_interaction(document.interaction)])


def _checked(file: File[bytes], name: str) -> FileKind:
    most = preferences.get("documents.max_mb")
    if file.size > most * MEGABYTE:
        raise DomainError(
            "file_too_large",
            _("A document weighs %(most)s MB at most. Send a lighter copy, or a link to it in a note.")
            % {"most": most},
            field="file",
        )
    assert file.file is not None  # an open file, whatever the stubs allow
    return recognise(cast(BinaryIO, file.file), name)


def _add_version(document: Document, file: File[bytes], kind: FileKind, name: str, by: User) -> DocumentVersion:
    digest = _digest(file)
    newest = document.versions.order_by("-number").first()
    if newest is not None and newest.sha256 == digest:
        raise DomainError("same_file", _("This is the present version: nothing changed in it."), field="file")
    _store(file, digest)
    number = (document.versions.aggregate(last=Max("number"))["last"] or 0) + 1
    version = DocumentVersion.objects.create(
        document=document,
        number=number,
        filename=name if name.lower().endswith(kind.extensions) else with_extension(name, kind.extensions[0]),
        content_type=kind.content_type,
        size=file.size,
        sha256=digest,
        added_by=by,
        text_state="waiting" if kind.words else "none",
    )
    entries.write_entries([writing.of_version(version)])
    if kind.words:
        READ_TEXT.defer(version_id=version.pk)
    return version


def stored_name(digest: str) -> str:
    """Where a content is kept: its own SHA-256, in 256 folders."""
    return f"{digest[:2]}/{digest}"


def _digest(file: File[bytes]) -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def _store(file: File[bytes], digest: str) -> None:
    """Keep the content, once. A transaction that fails afterwards leaves a file that the next one will use."""
    name = stored_name(digest)
    if default_storage.exists(name):
        return
    saved = default_storage.save(name, file)
    if saved != name:  # somebody stored the same content in between
        default_storage.delete(saved)
