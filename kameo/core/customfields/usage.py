"""How often each field of a subject is filled."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q

from kameo.core.customfields.models import CustomField
from kameo.core.customfields.subjects import Subject


def filled_counts(subject: Subject, fields: list[CustomField]) -> tuple[int, dict[int, int]]:
    """How many records there are outside the bin, and how many hold each field; one query."""
    counts: dict[str, Any] = {
        f"filled_{field.pk}": Count("pk", filter=Q(custom__has_key=field.code)) for field in fields
    }
    found = subject.model._default_manager.filter(binned_at__isnull=True).aggregate(every=Count("pk"), **counts)
    return found["every"], {field.pk: found[f"filled_{field.pk}"] for field in fields}
