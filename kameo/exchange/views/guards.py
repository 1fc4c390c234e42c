"""Fetch an import for a page: its author, directors and administrators see it, others get 404."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from kameo.core.access import get_visible
from kameo.core.importing import Importer, importers
from kameo.exchange.models import Import


def visible_import(request: HttpRequest, import_id: int) -> Import:
    found: Import = get_visible(Import.objects.select_related("progress", "by"), request.user, pk=import_id)
    return found


def kinds_for(user: Any) -> list[Importer]:
    """What this user may import."""
    return [importer for importer in importers if user.can(importer.right)]
