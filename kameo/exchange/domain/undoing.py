"""Taking a whole import back."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kameo.core import clock
from kameo.core.errors import DomainError
from kameo.core.importing import importers
from kameo.core.journal.domain import bulk
from kameo.exchange import events
from kameo.exchange.domain.running import signed
from kameo.exchange.engine.undo import Undone, undo
from kameo.exchange.enums import ImportStatus
from kameo.exchange.models import Import


def rehearse_undo(record: Import) -> Undone:
    """What an undo would remove, restore and keep. Errors: import_not_undoable."""
    _require_undoable(record)
    with transaction.atomic():
        return undo(importers[record.kind], record.pk, record.sealed, rehearse=True)


@transaction.atomic
def undo_import(record: Import, *, by: Any) -> Undone:
    """Delete what the import created and restore what it changed; keep, and say why, what was touched since.

    Side effects, in order: the rows, the projections of the accounts concerned, the import's status and
    report, one journal event. Errors: import_not_undoable.
    """
    record = Import.objects.select_for_update().get(pk=record.pk)
    _require_undoable(record)
    with signed(record, by=by):
        result = undo(importers[record.kind], record.pk, record.sealed)
        record.status = ImportStatus.PARTLY_UNDONE if result.kept else ImportStatus.UNDONE
        record.undone_at, record.undone_by = clock.now(), by
        record.undo_report = asdict(result)
        record.save()
        facts = {"removed": result.removed, "restored": result.restored, "kept": result.kept}
        bulk(events.UNDONE, by=by, data={"import_id": record.pk, "kind": record.kind, **facts})
    return result


def _require_undoable(record: Import) -> None:
    if not record.can_be_undone:
        raise DomainError("import_not_undoable", _("Only an import that was done can be undone."))
