"""Two people turn out to be one (R41): their ratings, lines, seats and departures follow."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.contacts.models import Person
from kameo.core.merging import Merging, Part, register, register_rows
from kameo.decisions.models import (
    CommitteeMember,
    DecisionStep,
    Departure,
    Evidence,
    InfluenceLink,
    Introduction,
    Stake,
)

SUBJECT = Person
STAKE = "decisions_stake"
RATINGS = ("influence", "stance", "owner_id", "level", "desired", "note")
LISTS = ("roles", "motivations", "topics")


def _join_stakes(merging: Merging) -> None:
    """One stake a map: the kept one's ratings, what it leaves blank from the other, the evidence and lines of both."""
    stakes = Stake.objects.filter(person_id__in=(merging.kept, merging.absorbed))
    mine = {row.map_id: row for row in stakes if row.person_id == merging.kept}
    doubled = [row for row in stakes if row.person_id == merging.absorbed and row.map_id in mine]
    for row in doubled:
        _fill(merging, mine[row.map_id], row)
        for pk in Evidence.objects.filter(stake=row).values_list("pk", flat=True):
            merging.change("decisions_evidence", pk, stake_id=mine[row.map_id].pk)
        _redraw(merging, mine[row.map_id], row)
    ids = [row.pk for row in doubled]
    merging.move((STAKE, "person_id"), where=f"not moving.id = any(array{ids}::bigint[])" if ids else "")


def _fill(merging: Merging, kept: Stake, other: Stake) -> None:
    values: dict[str, Any] = {
        name: getattr(other, name)
        for name in RATINGS
        if getattr(kept, name) in ("", None) and getattr(other, name) not in ("", None)
    }
    for name in LISTS:
        both = list(dict.fromkeys([*getattr(kept, name), *getattr(other, name)]))
        if both != getattr(kept, name):
            values[name] = both
    if kept.removed_at is not None and other.removed_at is None:
        values["removed_at"] = None
    if values:
        merging.change(STAKE, kept.pk, **values)


def _redraw(merging: Merging, kept: Stake, other: Stake) -> None:
    """Lines of the other go to the kept one, but for those it has already and those between the two."""
    table = "decisions_influencelink"
    known = {(row.source_id, row.target_id, row.kind) for row in InfluenceLink.objects.filter(map_id=kept.map_id)}
    for row in InfluenceLink.objects.filter(map_id=kept.map_id):
        source = kept.pk if row.source_id == other.pk else row.source_id
        target = kept.pk if row.target_id == other.pk else row.target_id
        if (source, target) == (row.source_id, row.target_id):
            continue
        if source == target or (source, target, row.kind) in known:
            merging.remove(table, [row.pk])
        else:
            known.add((source, target, row.kind))
            merging.change(table, row.pk, source_id=source, target_id=target)


ASKED = """moving.state in ('asked', 'accepted') and exists (select from decisions_introduction there
    where there.person_id = %(kept)s and there.through_id = moving.through_id
    and there.asked_by_id = moving.asked_by_id and there.state in ('asked', 'accepted'))"""


register(
    SUBJECT,
    "stakes",
    Part(((Stake, "person"),), _join_stakes, _("places on decision maps"), (STAKE, "person_id", "removed_at is null")),
    order=20,
)
register(SUBJECT, "introductions", register_rows(Introduction, "person", unless=ASKED), order=34)
register(
    SUBJECT,
    "committees",
    register_rows(CommitteeMember, "person", once=[("committee_id",)], label=_("seats in committees")),
    order=35,
)
register(SUBJECT, "steps", register_rows(DecisionStep, "person"), order=36)
register(SUBJECT, "departures", register_rows(Departure, "person"), order=37)
register(SUBJECT, "replacements", register_rows(Departure, "replacement"), order=38)
