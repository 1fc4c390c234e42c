"""A record that became part of another does not come back by the bin: undoing the merge gives it back."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from kameo.core.errors import DomainError
from kameo.core.merging.models import Merge
from kameo.core.merging.nouns import mergeables
from kameo.core.records import Resource, keepers


def _refuse_merged(resource: Resource, row: Any) -> None:
    nouns = [noun.key for noun in mergeables if noun.model is resource.model]
    if nouns and Merge.objects.open().filter(noun__in=nouns, absorbed_id=row.pk).exists():
        raise DomainError("merged", _("This is part of another one: undo the merge instead."))


keepers.register("merged", _refuse_merged)
