"""Running an import in one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kameo.exchange import domain
from kameo.exchange.tests.files import write


@pytest.fixture(autouse=True)
def _documents_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test stores its files in a folder of its own, `stored_files` looks there."""
    from django.core.files.storage import FileSystemStorage, default_storage

    monkeypatch.setattr(default_storage, "_wrapped", FileSystemStorage(location=tmp_path / "documents"))


@pytest.fixture
def stored_files(tmp_path: Path) -> Callable[[], int]:
    return lambda: sum(path.is_file() for path in (tmp_path / "documents").rglob("*"))


@pytest.fixture
def import_file(db: None, tmp_path: Path) -> Callable[..., Any]:
    """`import_file("accounts", text or path, **options)` → (the import, its outcome), as the command does."""

    def run(kind: str, content: str | Path, *, mapping: dict[str, str] | None = None, **options: Any) -> Any:
        path = content if isinstance(content, Path) else write(tmp_path, content)
        return domain.import_file(path, kind=kind, options=options, mapping=mapping or {})

    return run


@pytest.fixture
def import_as(db: None) -> Callable[..., Any]:
    """The same for somebody, through the page's verbs, without a worker: (the import once applied)."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    def run(user: Any, kind: str, text: str, **options: Any) -> Any:
        file = SimpleUploadedFile("file.csv", text.encode())
        record = domain.create_import(kind=kind, file=file, name="file.csv", by=user, options=options)
        assert not record.failure, record.failure
        domain.request_apply(record)
        domain.apply_import(record)
        record.refresh_from_db()
        return record

    return run


def counts(outcome: Any) -> tuple[int, int, int, int]:
    """(created, updated, unchanged, rejected)."""
    return outcome.created, outcome.updated, outcome.unchanged, outcome.rejected


def codes(outcome: Any) -> list[tuple[int, str]]:
    """(line, code) of every problem, in order."""
    return [(problem.line, problem.code) for problem in outcome.problems]
