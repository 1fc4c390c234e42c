"""Fetching records of any resource for one reader: 404 for what they may not see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.utils.translation import gettext as _

from kameo.core.access import get_binned, get_visible
from kameo.core.errors import DomainError
from kameo.core.kinds.api import LARGEST_ID

if TYPE_CHECKING:
    from kameo.core.records.fields import Field
    from kameo.core.records.resource import Resource


def rows_of(resource: Resource, parent: Any = None) -> Any:
    """Every record, or those below `parent`: nobody has been asked yet who may see them."""
    rows = resource.model._default_manager.all()
    if resource.above is None:
        return rows
    rows = rows.select_related(resource.above.attribute)
    return rows if parent is None else rows.filter(**{resource.above.attribute: parent})


def visible_rows(resource: Resource, user: Any) -> Any:
    """Those that `user` sees, with what telling them needs; a noun without `visible_to` is everybody's."""
    rows = resource.seen(user) if resource.seen else rows_of(resource)
    return rows.visible_to(user) if hasattr(rows, "visible_to") else rows


def one_visible(resource: Resource, user: Any, pk: int, parent: Any = None) -> Any:
    rows = rows_of(resource, parent) if parent is not None or not resource.seen else resource.seen(user)
    if hasattr(rows, "visible_to"):
        return get_visible(rows, user, pk=pk)
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404(resource.key)
    return found


def seen_ids(field: Field, rows: Any, user: Any) -> set[int]:
    """Of the records that the field of these rows names, those that `user` sees; one query."""
    kind: Any = field.type
    named = {pk for row in rows if (pk := field.plain(row))}
    return set(kind.visible(user).filter(pk__in=named).values_list("pk", flat=True)) if named else set()


def named_row(field: Field, pk: Any, user: Any) -> Any:
    """The record that JSON names by its number: DomainError "invalid" for what is no number, 404 for one unseen."""
    kind: Any = field.type
    if not isinstance(pk, int) or not 0 < pk < LARGEST_ID:
        raise DomainError("invalid", _("Give the number of a record."), field=field.public)
    found = kind.visible(user).filter(pk=pk).first()
    if found is None:
        raise Http404(field.public)
    return found


def one_binned(resource: Resource, user: Any, pk: int, parent: Any = None) -> Any:
    return get_binned(rows_of(resource, parent), user, pk=pk)
