"""What is done with documents beside their declaration: files sent as multipart, read as their stored bytes."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.files.storage import default_storage
from django.http import FileResponse
from ninja import File, Form, Status
from ninja.files import UploadedFile
from pydantic import Field

from kameo.accounts.models import Account
from kameo.core.access import SignedIn, get_visible
from kameo.core.api import Body
from kameo.core.api.problem import RESPONSES
from kameo.core.records.api import router_of
from kameo.core.records.reading import one_visible
from kameo.core.records.schemas import schema_detail
from kameo.interactions import domain
from kameo.interactions.domain.documents import stored_name
from kameo.interactions.models import DocumentVersion
from kameo.interactions.records import DOCUMENTS

router = router_of(DOCUMENTS)
DocumentOut = schema_detail(DOCUMENTS)


class DocumentIn(Body):
    account_id: int = Field(ge=1, lt=2**63)
    title: str = Field("", max_length=250)
    expires_on: date | None = None


@router.post("", response={201: DocumentOut, **RESPONSES})
def add_document(request: SignedIn, payload: Form[DocumentIn], file: File[UploadedFile]) -> Any:
    """Keep a file with an account; its words become searchable a moment later."""
    user = request.user
    account = get_visible(Account.objects, user, pk=payload.account_id)
    document = domain.add_document(
        account=account, by=user, file=file, title=payload.title, expires_on=payload.expires_on
    )
    return Status(201, one_visible(DOCUMENTS, user, document.pk))


@router.post("/{document_id}/versions", response={201: DocumentOut, **RESPONSES})
def add_version(request: SignedIn, document_id: int, file: File[UploadedFile]) -> Any:
    """A newer version; the older ones stay."""
    user = request.user
    domain.add_version(one_visible(DOCUMENTS, user, document_id), by=user, file=file)
    return Status(201, one_visible(DOCUMENTS, user, document_id))


@router.get("/{document_id}/versions/{number}/content", response={200: Any, **RESPONSES})
def read_content(request: SignedIn, document_id: int, number: int) -> Any:
    """The file itself, always as a download."""
    user = request.user
    version: DocumentVersion = get_visible(DocumentVersion.objects, user, document_id=document_id, number=number)
    content = default_storage.open(stored_name(version.sha256))
    return FileResponse(content, as_attachment=True, filename=version.filename, content_type=version.content_type)
