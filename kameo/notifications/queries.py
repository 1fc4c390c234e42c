"""Reads of one's own messages."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q

from kameo.notifications.models import Notification
from kameo.people.models import User
from kameo.people.queries import name_of

PAGE = 50


def page_for(user: User, *, before: str = "") -> tuple[list[dict[str, Any]], str]:
    """Fifty messages, newest first, and the key of the next page ("" at the end). One query.

    `before` is the key of a page (`instant|id`); one that cannot be read gives the first page.
    """
    rows = Notification.objects.visible_to(user)
    key = _read_key(before)
    if key is not None:
        at, pk = key
        rows = rows.filter(Q(at__lt=at) | Q(at=at, id__lt=pk))
    columns = ("id", "text", "url", "at", "read_at")
    found = list(rows.order_by("-at", "-id").values(*columns, name=name_of("actor"))[: PAGE + 1])
    page = found[:PAGE]
    return page, f"{page[-1]['at'].isoformat()}|{page[-1]['id']}" if len(found) > PAGE else ""


def _read_key(text: str) -> tuple[datetime, int] | None:
    at, _bar, pk = text.partition("|")
    try:
        return datetime.fromisoformat(at), int(pk)
    except ValueError:
        return None
