"""Results of formulas that changed, in what is stored already."""

from __future__ import annotations

from django.db import connection, transaction
from django.db.models import Max

from kameo.core.customfields.subjects import subjects

STEP = 5000


def recompute(subject: str) -> int:
    """Write the rows whose results differ, some thousands at a time; how many."""
    found = subjects[subject]
    last: int = found.model._default_manager.aggregate(last=Max("pk"))["last"] or 0
    written = 0
    for first in range(1, last + 1, STEP):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                f"update {found.table} t set custom = custom_computed_{subject}(t)"  # noqa: S608 - names of our own
                f" where id between %s and %s and custom is distinct from custom_computed_{subject}(t)",
                [first, first + STEP - 1],
            )
            written += cursor.rowcount
    return written
