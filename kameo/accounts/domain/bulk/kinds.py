"""What may be done to many accounts at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from kameo.accounts.domain.bulk import bins, fields, leads
from kameo.accounts.domain.bulk.plans import Kind
from kameo.core.errors import DomainError

if TYPE_CHECKING:
    from kameo.people.models import User

KINDS: dict[str, Kind] = {
    "field": fields.FIELD,
    "tags": fields.TAGS,
    "status": fields.STATUS,
    "lead": leads.LEAD,
    "bin": bins.BIN,
}


def cleaned(what: str, data: Mapping[str, Any], by: User) -> dict[str, Any]:
    """The arguments of a change as they are stored. Raises DomainError naming what is wrong."""
    if what not in KINDS:
        raise DomainError("unknown_change", _("Choose what to change."), field="what")
    return KINDS[what].check(data, by)
