"""Running an import in one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kameo.exchange import domain
from kameo.exchange.tests.files import write


@pytest.fixture(autouse=True)
def _documents_of_their_own(own_documents: Path) -> None:
    """Each test stores its files in a folder of its own, `stored_files` looks there."""


@pytest.fixture
def stored_files(own_documents: Path) -> Callable[[], int]:
    return lambda: sum(path.is_file() for path in own_documents.rglob("*"))


@pytest.fixture
def import_file(db: None, tmp_path: Path) -> Callable[..., Any]:
    """`import_file("accounts", text or path, **options)` → (the import, its outcome), as the command does."""

    def run(kind: str, content: str | Path, *, mapping: dict[str, str] | None = None, **options: Any) -> Any:
        path = content if isinstance(content, Path) else write(tmp_path, content)
        return domain.import_file(path, kind=kind, options=options, mapping=mapping or {})

    return run


def counts(outcome: Any) -> tuple[int, int, int, int]:
    """(created, updated, unchanged, rejected)."""
    return outcome.created, outcome.updated, outcome.unchanged, outcome.rejected


def codes(outcome: Any) -> list[tuple[int, str]]:
    """(line, code) of every problem, in order."""
    return [(problem.line, problem.code) for problem in outcome.problems]
