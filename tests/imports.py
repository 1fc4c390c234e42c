"""Importing a text as somebody, for the tests of every app whose rows come from files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile


@pytest.fixture
def own_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the test's own in which files are stored."""
    from django.core.files.storage import FileSystemStorage, default_storage

    folder = tmp_path / "documents"
    monkeypatch.setattr(default_storage, "_wrapped", FileSystemStorage(location=folder))
    return folder


@pytest.fixture
def import_as(db: None, own_documents: Path) -> Callable[..., Any]:
    """`import_as(user, "accounts", text, **options)`, through the page's verbs, without a worker: the import once
    applied.
    """
    from kameo.exchange import domain

    def run(user: Any, kind: str, text: str, **options: Any) -> Any:
        file = SimpleUploadedFile("file.csv", text.encode())
        record = domain.create_import(kind=kind, file=file, name="file.csv", by=user, options=options)
        assert not record.failure, record.failure
        domain.request_apply(record)
        domain.apply_import(record)
        record.refresh_from_db()
        return record

    return run
