"""Pictures of pages, drawn once and kept beside the documents; disposable."""

from __future__ import annotations

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from kameo.core.files import picture_of
from kameo.core.files.kinds import by_content_type
from kameo.interactions.domain.documents import stored_name
from kameo.interactions.models import DocumentVersion

HEAVIEST = 60_000_000  # bytes; beyond that, a preview would hold a web worker for too long
MOST_PAGES = 40  # shown in a row; the file itself has the rest


def picture(version: DocumentVersion, page: int) -> bytes | None:
    """PNG of a page (from 1); None for a kind without preview, a page that is not there, a damaged file."""
    kind = by_content_type(version.content_type)
    if not kind.preview or not 1 <= page <= MOST_PAGES or version.size > HEAVIEST:
        return None
    name = f"previews/{version.sha256[:2]}/{version.sha256}-{page}.png"
    if default_storage.exists(name):
        with default_storage.open(name) as kept:
            return bytes(kept.read())
    with default_storage.open(stored_name(version.sha256)) as file:
        drawn = picture_of(file.read(), kind.preview, page)
    if drawn is not None:
        default_storage.save(name, ContentFile(drawn))
    return drawn


def pages_of(version: DocumentVersion) -> int:
    """How many pictures there are to show: 1 for an image, the pages of a PDF once they were counted."""
    kind = by_content_type(version.content_type)
    if kind.preview == "image":
        return 1
    return min(version.pages or 1, MOST_PAGES) if kind.preview == "pdf" else 0
