"""Segments of people: a name for a way to pick them, private or shared (R74)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

from kameo.contacts import events
from kameo.contacts.listing.people_filters import filters_of
from kameo.contacts.models import Segment
from kameo.core import clock
from kameo.core.acting import acting, refuse_unknown_fields
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record

if TYPE_CHECKING:
    from kameo.people.models import User

FIELDS = ("name", "shared", "filters")
MOST = 100


def save_segment(*, by: User, name: str, filters: Mapping[str, Any], shared: bool = False) -> Segment:
    """A new segment of `by`'s. `filters` are those of the list of people. Row, then journal `segment.saved`.

    Raises DomainError "name_missing", "segment_twice", "filters_missing", "too_many_segments".
    """
    with acting(by):
        if Segment.objects.filter(owner=by, binned_at=None).count() >= MOST:
            words = _("You have a hundred segments: delete some first.")
            raise DomainError("too_many_segments", words, field="name")
        segment = Segment(owner=by, name=_clean_name(name), filters=_clean_filters(filters), shared=shared)
        _refuse_twin(segment)
        segment.save()
        record(events.SEGMENT_SAVED, segment, by=by, data={"name": segment.name})
    return segment


def change_segment(segment: Segment, *, by: User, **fields: Any) -> Segment:
    """Set some of FIELDS of one's own segment. Row, then journal `segment.changed` when something differs.

    Raises PermissionDenied for another's; DomainError as `save_segment`, "unknown_field".
    """
    _require_owner(segment, by)
    refuse_unknown_fields(fields, FIELDS)
    with acting(by):
        before = {name: getattr(segment, name) for name in FIELDS}
        for name, value in fields.items():
            setattr(segment, name, {"name": _clean_name, "filters": _clean_filters}.get(name, bool)(value))
        _refuse_twin(segment)
        changed = sorted(name for name in FIELDS if getattr(segment, name) != before[name])
        if changed:
            segment.changed_at = clock.now()
            segment.save()
            record(events.SEGMENT_CHANGED, segment, by=by, data={"name": segment.name, "fields": changed})
    return segment


def bin_segment(segment: Segment, *, by: User) -> None:
    """Delete one's own segment; `restore_segment` gives it back. Row, then journal `segment.binned`."""
    _require_owner(segment, by)
    with acting(by):
        segment.binned_at = clock.now()
        segment.save(update_fields=["binned_at"])
        record(events.SEGMENT_BINNED, segment, by=by, data={"name": segment.name})


def restore_segment(segment: Segment, *, by: User) -> None:
    """Undo `bin_segment`. Row, then journal `segment.restored`. Raises DomainError "segment_twice"."""
    _require_owner(segment, by)
    with acting(by):
        segment.binned_at = None
        _refuse_twin(segment)
        segment.save(update_fields=["binned_at"])
        record(events.SEGMENT_RESTORED, segment, by=by, data={"name": segment.name})


def _require_owner(segment: Segment, by: User) -> None:
    if segment.owner_id != by.pk:
        raise PermissionDenied("segment")


def _clean_name(given: Any) -> str:
    name = " ".join(str(given or "").split())
    if not name:
        raise DomainError("name_missing", _("Give the segment a name."), field="name")
    return name[:120]


def _clean_filters(given: Mapping[str, Any]) -> dict[str, str]:
    filters = filters_of(given)
    if not filters:
        words = _("Filter the contacts first: a segment of everybody says nothing.")
        raise DomainError("filters_missing", words, field="filters")
    return filters


def _refuse_twin(segment: Segment) -> None:
    same = Segment.objects.filter(owner_id=segment.owner_id, name__iexact=segment.name, binned_at=None)
    if same.exclude(pk=segment.pk).exists():
        raise DomainError("segment_twice", _("You have a segment of that name already."), field="name")
