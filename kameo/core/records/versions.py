"""Two people at one record: whoever saves says which version their values come from; a stale one is refused."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from kameo.core.errors import DomainError

if TYPE_CHECKING:
    from kameo.core.records.resource import Resource


class ConflictError(DomainError):
    """Somebody changed the record in between: `current` is what it holds now."""

    def __init__(self, current: Any) -> None:
        message = _("Somebody changed this in the meantime: compare, then save again.")
        super().__init__("conflict", message)
        self.current = current


def version_of(resource: Resource, row: Any) -> str:
    """The same text as long as nobody changes a field of the record."""
    values = {field.name: field.plain(row) for field in resource.all_fields() if not field.computed}
    told = json.dumps(values, sort_keys=True, default=str)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def refuse_stale(resource: Resource, current: Any, version: str) -> None:
    """Raises ConflictError unless `version` is empty or that of `current`."""
    if version and version != version_of(resource, current):
        raise ConflictError(current)
