"""Lines over the org chart, from one person of a map to another (R70)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from kameo.contacts import rules
from kameo.core.acting import acting
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.decisions import events
from kameo.decisions.enums import Tie
from kameo.decisions.models import DecisionMap, InfluenceLink, Stake

if TYPE_CHECKING:
    from kameo.people.models import User

LONGEST = 80


def draw_link(
    map: DecisionMap, *, source: Stake, target: Stake, kind: str, by: User | None, label: str = ""
) -> InfluenceLink:
    """`source` influences, trusts, is in conflict with, sponsors or blocks `target`; `label` says it in words.

    In order: row, journal `influence_link.drawn`. Raises PermissionDenied; DomainError "other_map", "same_person",
    "unknown_choice", "too_long", "drawn_already".
    """
    rules.require_write_at(by, map.account)
    with acting(by):
        if {source.map_id, target.map_id} != {map.pk}:
            raise DomainError("other_map", _("Both people must be on this map."), field="target")
        if source.pk == target.pk:
            message = _("A line goes from one person to another.")
            raise DomainError("same_person", message, field="target")
        row = InfluenceLink(map=map, source=source, target=target, created_by=by)
        _set_tie(row, kind, label)
        row.save()
        _record_link(events.INFLUENCE_LINK_DRAWN, row, by)
    return row


def change_link(
    link: InfluenceLink, *, by: User | None, kind: str | None = None, label: str | None = None, turned: bool = False
) -> InfluenceLink:
    """Another kind, other words, or the other way round (`turned`).

    In order: row, journal `influence_link.changed`. Raises as `draw_link`.
    """
    rules.require_write_at(by, link.map.account)
    with acting(by):
        current = InfluenceLink.objects.select_for_update(of=("self",)).select_related("map").get(pk=link.pk)
        before = _link_facts(current)
        if turned:
            current.source_id, current.target_id = current.target_id, current.source_id
        _set_tie(current, current.kind if kind is None else kind, current.label if label is None else label)
        if _link_facts(current) != before:
            current.save()
            _record_link(events.INFLUENCE_LINK_CHANGED, current, by, before=before)
    link.refresh_from_db()
    return link


def remove_link(link: InfluenceLink, *, by: User | None) -> dict[str, Any]:
    """Take a line off the drawing; returns what `draw_link` needs to draw it again.

    In order: row, journal `influence_link.removed`. Raises PermissionDenied.
    """
    rules.require_write_at(by, link.map.account)
    with acting(by):
        facts = _link_facts(link)
        _record_link(events.INFLUENCE_LINK_REMOVED, link, by)
        link.delete()
    return facts


def _set_tie(row: InfluenceLink, kind: str, label: str) -> None:
    if kind not in Tie.values:
        raise DomainError("unknown_choice", _("Choose one of the list."), field="kind")
    words = " ".join(str(label or "").split())
    if len(words) > LONGEST:
        raise DomainError("too_long", _("Keep it under 80 characters."), field="label")
    row.kind, row.label = kind, words
    same = InfluenceLink.objects.filter(source=row.source_id, target=row.target_id, kind=kind)
    if same.exclude(pk=row.pk).exists():
        raise DomainError("drawn_already", _("This line is drawn already."), field="kind")


def _link_facts(link: InfluenceLink) -> dict[str, Any]:
    return {"source": link.source_id, "target": link.target_id, "kind": link.kind, "label": link.label}


def _record_link(event: str, link: InfluenceLink, by: User | None, **data: Any) -> None:
    facts = {"map": link.map_id, **_link_facts(link)}
    record(event, link, by=by, account=link.map.account_id, data={**facts, **data})
