"""Documents of accounts: sent as multipart, read as their stored bytes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.files.storage import default_storage
from django.db.models import Prefetch
from django.http import FileResponse
from ninja import File, Form, Query, Router, Schema, Status
from ninja.files import UploadedFile
from pydantic import Field

from kameo.accounts.models import Account
from kameo.core.access import SignedIn, get_binned, get_visible
from kameo.core.api import Body, Page, PageQuery, page_of
from kameo.core.api.problem import RESPONSES
from kameo.interactions import domain
from kameo.interactions.domain.documents import stored_name
from kameo.interactions.models import Document, DocumentVersion
from kameo.people.models import User

router = Router(tags=["documents"])


class VersionOut(Schema):
    number: int
    filename: str
    content_type: str
    size: int = Field(description="Bytes.")
    sha256: str
    pages: int | None
    added_at: datetime
    added_by_id: int | None


class DocumentOut(Schema):
    id: int
    account_id: int
    interaction_id: int | None
    title: str
    owner_id: int | None
    expires_on: date | None
    created_at: datetime
    versions: list[VersionOut] = Field(description="The newest first.")

    @staticmethod
    def resolve_versions(row: Document) -> list[Any]:
        return list(row.versions.all())


class DocumentIn(Body):
    account_id: int = Field(ge=1, lt=2**63)
    title: str = Field("", max_length=250)
    expires_on: date | None = None


class DocumentChange(Body):
    title: str = Field("", min_length=1, max_length=250)
    expires_on: date | None = None


class DocumentQuery(PageQuery):
    account_id: int | None = Field(None, ge=1, lt=2**63)


def _with_versions() -> Any:
    return Document.objects.prefetch_related(Prefetch("versions", DocumentVersion.objects.order_by("-number")))


def _visible(user: User, document_id: int) -> Document:
    found: Document = get_visible(_with_versions(), user, pk=document_id)
    return found


@router.get("", response={200: Page[DocumentOut], **RESPONSES})
def list_documents(request: SignedIn, query: Query[DocumentQuery]) -> Any:
    """The newest first; `account_id` narrows to one account."""
    rows = _with_versions().visible_to(request.user)
    if query.account_id:
        rows = rows.filter(account_id=query.account_id)
    return page_of(rows, query, order="-created_at", serialise=list)


@router.post("", response={201: DocumentOut, **RESPONSES})
def add_document(request: SignedIn, payload: Form[DocumentIn], file: File[UploadedFile]) -> Any:
    """Keep a file with an account; its words become searchable a moment later."""
    user = request.user
    account = get_visible(Account.objects, user, pk=payload.account_id)
    document = domain.add_document(
        account=account, by=user, file=file, title=payload.title, expires_on=payload.expires_on
    )
    return Status(201, _visible(user, document.pk))


@router.get("/{document_id}", response={200: DocumentOut, **RESPONSES})
def read_document(request: SignedIn, document_id: int) -> Any:
    """One document with its versions."""
    return _visible(request.user, document_id)


@router.patch("/{document_id}", response={200: DocumentOut, **RESPONSES})
def change_document(request: SignedIn, document_id: int, payload: DocumentChange) -> Any:
    """Change what is given, and nothing else."""
    user = request.user
    domain.change_document(_visible(user, document_id), by=user, **payload.given())
    return _visible(user, document_id)


@router.delete("/{document_id}", response={204: None, **RESPONSES})
def bin_document(request: SignedIn, document_id: int) -> Any:
    """Into the bin: `POST …/restorations` brings it back."""
    user = request.user
    domain.bin_document(_visible(user, document_id), by=user)
    return Status(204, None)


@router.post("/{document_id}/restorations", response={201: DocumentOut, **RESPONSES})
def restore_document(request: SignedIn, document_id: int) -> Any:
    """Out of the bin, as it was."""
    user = request.user
    domain.restore_document(get_binned(Document.objects, user, pk=document_id), by=user)
    return Status(201, _visible(user, document_id))


@router.post("/{document_id}/versions", response={201: DocumentOut, **RESPONSES})
def add_version(request: SignedIn, document_id: int, file: File[UploadedFile]) -> Any:
    """A newer version; the older ones stay."""
    user = request.user
    domain.add_version(_visible(user, document_id), by=user, file=file)
    return Status(201, _visible(user, document_id))


@router.get("/{document_id}/versions/{number}/content", response={200: Any, **RESPONSES})
def read_content(request: SignedIn, document_id: int, number: int) -> Any:
    """The file itself, always as a download."""
    user = request.user
    version: DocumentVersion = get_visible(DocumentVersion.objects, user, document_id=document_id, number=number)
    content = default_storage.open(stored_name(version.sha256))
    return FileResponse(content, as_attachment=True, filename=version.filename, content_type=version.content_type)
