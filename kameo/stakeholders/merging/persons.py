"""Two people turn out to be one (R41): positions, ratings, addresses and all that names them follow."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.utils.translation import gettext_lazy as _

from kameo.core.merging import Merging, Part, leave, register, rows
from kameo.stakeholders.models import Evidence, InfluenceLink, Position, Stake

SUBJECT = "stakeholders.Person"
POSITION, STAKE = "stakeholders_position", "stakeholders_stake"
RATINGS = ("influence", "stance", "owner_id", "level", "desired", "note")
LISTS = ("roles", "motivations", "topics")


def _join_positions(merging: Merging) -> None:
    """All posts; one that both hold at the same account today is kept once, and who reported to it follows."""
    held = list(Position.objects.filter(person_id__in=(merging.kept, merging.absorbed), ends_on=None))
    mine = {row.account_id: row for row in held if row.person_id == merging.kept}
    doubled = []
    for row in held:
        if row.person_id == merging.absorbed and row.account_id in mine:
            doubled.append(row.pk)
            _take_place(merging, mine[row.account_id], row)
    where = f"not moving.id = any(array{doubled}::bigint[])" if doubled else ""
    merging.move((POSITION, "person_id"), where=where)


def _take_place(merging: Merging, kept: Position, doubled: Position) -> None:
    """`kept` takes the place of `doubled` in the chart, without ever making a circle."""
    for name in ("reports_to_id", "matrix_to_id"):
        manager = getattr(doubled, name)
        below = doubled.pk in _above(kept.pk, name)
        if below or (getattr(kept, name) is None and kept.pk not in _above(doubled.pk, name)):
            merging.change(POSITION, kept.pk, **{name: manager})
        followers = Position.objects.filter(**{name: doubled.pk}).exclude(pk=kept.pk)
        for pk in followers.values_list("pk", flat=True):
            merging.change(POSITION, pk, **{name: kept.pk})
    blanks: dict[str, Any] = {
        name: getattr(doubled, name)
        for name in ("title", "family", "department", "level", "office", "starts_on")
        if getattr(kept, name) in ("", None) and getattr(doubled, name)
    }
    if blanks:
        merging.change(POSITION, kept.pk, **blanks)


def _above(position_id: int, column: str) -> set[int]:
    """Every post above this one."""
    with connection.cursor() as cursor:
        cursor.execute(_ABOVE.format(column=column), [position_id])
        return {row[0] for row in cursor.fetchall()}


def _join_stakes(merging: Merging) -> None:
    """One stake a map: the kept one's ratings, what it leaves blank from the other, the evidence and lines of both."""
    stakes = Stake.objects.filter(person_id__in=(merging.kept, merging.absorbed))
    mine = {row.map_id: row for row in stakes if row.person_id == merging.kept}
    doubled = [row for row in stakes if row.person_id == merging.absorbed and row.map_id in mine]
    for row in doubled:
        _fill(merging, mine[row.map_id], row)
        for pk in Evidence.objects.filter(stake=row).values_list("pk", flat=True):
            merging.change("stakeholders_evidence", pk, stake_id=mine[row.map_id].pk)
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
    table = "stakeholders_influencelink"
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


_ABOVE = """
    with recursive above(id) as (
        select {column} from stakeholders_position where id = %s
        union
        select position.{column} from stakeholders_position position join above on above.id = position.id)
    select id from above where id is not null
"""
SAME_ADDRESS = """exists (select from stakeholders_emailaddress there where there.person_id = %(kept)s
    and lower(there.address) = lower(moving.address))"""
REFUSED = """moving.lifted_at is null and exists (select from stakeholders_optout there
    where there.person_id = %(kept)s and there.channel = moving.channel and there.lifted_at is null)"""
ASKED = """moving.state in ('asked', 'accepted') and exists (select from stakeholders_introduction there
    where there.person_id = %(kept)s and there.through_id = moving.through_id
    and there.asked_by_id = moving.asked_by_id and there.state in ('asked', 'accepted'))"""

register(
    SUBJECT,
    "positions",
    Part((("stakeholders.Position", "person"),), _join_positions, _("positions"), (POSITION, "person_id", "true")),
    order=10,
)
register(
    SUBJECT,
    "stakes",
    Part(
        (("stakeholders.Stake", "person"),),
        _join_stakes,
        _("places on decision maps"),
        (STAKE, "person_id", "removed_at is null"),
    ),
    order=20,
)
register(
    SUBJECT,
    "emails",
    rows("stakeholders.EmailAddress", "person", unless=SAME_ADDRESS, label=_("e-mail addresses")),
    order=30,
)
register(
    SUBJECT,
    "phones",
    rows("stakeholders.PhoneNumber", "person", once=[("number", "extension")], label=_("telephone numbers")),
    order=31,
)
register(SUBJECT, "links", rows("stakeholders.Link", "person", once=[("url",)]), order=32)
register(SUBJECT, "opt_outs", rows("stakeholders.OptOut", "person", unless=REFUSED), order=33)
register(SUBJECT, "introductions", rows("stakeholders.Introduction", "person", unless=ASKED), order=34)
register(
    SUBJECT,
    "committees",
    rows("stakeholders.CommitteeMember", "person", once=[("committee_id",)], label=_("seats in committees")),
    order=35,
)
register(SUBJECT, "steps", rows("stakeholders.DecisionStep", "person"), order=36)
register(SUBJECT, "departures", rows("stakeholders.Departure", "person"), order=37)
register(SUBJECT, "replacements", rows("stakeholders.Departure", "replacement"), order=38)
register(SUBJECT, "numbers", rows("stakeholders.PersonNumber", "person"), order=39)
leave(SUBJECT, ("stakeholders.PersonPulse", "person"), because="computed again from what moved")
leave(SUBJECT, ("stakeholders.Person", "merged_into"), because="says who was absorbed into whom then")
leave(SUBJECT, ("stakeholders.PersonMerge", "kept"), because="the record of an earlier merge")
leave(SUBJECT, ("stakeholders.PersonMerge", "absorbed"), because="the record of an earlier merge")
leave(SUBJECT, ("stakeholders.NotSamePerson", "first"), because="said of the two as they were")
leave(SUBJECT, ("stakeholders.NotSamePerson", "second"), because="said of the two as they were")
