"""The kinds of bulk change: field, tags, status, lead, bin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from kameo.accounts.domain.bulk import bins, fields
from kameo.accounts.domain.bulk.plans import BulkKind
from kameo.core.errors import DomainError
from kameo.core.registry import Store

if TYPE_CHECKING:
    from kameo.people.models import User

# An app above registers what it adds, in its `domain`.
bulk_kinds: Store[BulkKind] = Store("changes of many accounts")
bulk_kinds.register("field", fields.FIELD, order=10)
bulk_kinds.register("tags", fields.TAGS, order=20)
bulk_kinds.register("status", fields.STATUS, order=30)
bulk_kinds.register("bin", bins.BIN, order=50)


def cleaned(what: str, data: Mapping[str, Any], by: User) -> dict[str, Any]:
    """The arguments of a change as they are stored. Raises DomainError naming what is wrong."""
    if what not in bulk_kinds:
        raise DomainError("unknown_change", _("Choose what to change."), field="what")
    return bulk_kinds[what].check(data, by)
