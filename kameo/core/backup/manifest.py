"""The manifest of a backup: the first member of the file, so that reading it costs nothing."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any

FORMAT = 1
MANIFEST = "manifest.json"
DUMP = "database.dump"
SECRET_KEY = "secret_key"  # noqa: S105 - the name of a member, not a secret
DOCUMENTS = "documents/"


@dataclass(frozen=True)
class Manifest:
    """`tables` counts rows in the dump's own snapshot; `documents` counts files; both are verified on restore."""

    version: str
    written_at: str
    server: str
    migrations: list[str]
    tables: dict[str, int]
    documents: int
    format: int = FORMAT
    missing_documents: list[str] = field(default_factory=list)

    @property
    def rows(self) -> int:
        return sum(self.tables.values())

    def to_json(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()


def from_json(text: bytes) -> Manifest:
    """ValueError when it is not a manifest of ours."""
    read: dict[str, Any] = json.loads(text)
    try:
        return Manifest(**read)
    except TypeError as error:
        raise ValueError(str(error)) from error
