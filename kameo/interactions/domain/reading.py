"""Reading the words of a document, for search; in a job, because a long PDF takes seconds."""

from __future__ import annotations

import structlog
from django.contrib.postgres.search import SearchVector
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import TextField, Value

from kameo.core.files import FileWords, words_of
from kameo.core.files.kinds import by_content_type
from kameo.core.text import Fold
from kameo.interactions.domain.documents import stored_name
from kameo.interactions.models import DocumentVersion

log = structlog.get_logger("kameo.documents")
MOST_INDEXED = 250_000  # letters; a tsvector holds one megabyte


@transaction.atomic
def read_text(version: DocumentVersion) -> DocumentVersion:
    """Fill `text`, `pages` and the search vector (French stems, without accents); safe to run twice.

    `text_state` becomes read, none (a scan) or failed (damaged: noted in the log, never raised, since a second
    try would fail alike).
    """
    found, state = _read_words(version)
    version.text, version.pages = found.text, found.pages
    version.text_state = state or ("read" if found.text else "none")
    version.save(update_fields=["text", "pages", "text_state"])
    words = Value(found.text[:MOST_INDEXED], output_field=TextField())
    DocumentVersion.objects.filter(pk=version.pk).update(search=SearchVector(Fold(words), config="french"))
    return version


def _read_words(version: DocumentVersion) -> tuple[FileWords, str]:
    with default_storage.open(stored_name(version.sha256)) as file:
        content = file.read()
    try:
        return words_of(content, by_content_type(version.content_type)), ""
    except Exception as error:
        # Readers raise dozens of types on damaged files.
        log.warning("document not readable", version=version.pk, error=type(error).__name__)
        return FileWords(""), "failed"
