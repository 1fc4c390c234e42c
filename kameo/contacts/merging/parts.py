"""Two accounts become one: their people's positions follow. Two people become one (R41): all that is theirs does."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.contacts.models import EmailAddress, Link, OptOut, Person, PersonNumber, PersonPulse, PhoneNumber, Position
from kameo.core.merging import Merging, Part, leave_column, register, register_rows

ACCOUNT, SUBJECT = Account, Person
POSITION = "contacts_position"


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


_ABOVE = """
    with recursive above(id) as (
        select {column} from contacts_position where id = %s
        union
        select position.{column} from contacts_position position join above on above.id = position.id)
    select id from above where id is not null
"""
SAME_ADDRESS = """exists (select from contacts_emailaddress there where there.person_id = %(kept)s
    and lower(there.address) = lower(moving.address))"""
REFUSED = """moving.lifted_at is null and exists (select from contacts_optout there
    where there.person_id = %(kept)s and there.channel = moving.channel and there.lifted_at is null)"""

register(ACCOUNT, "contacts.positions", register_rows(Position, label=_("positions of people")), order=40)
register(
    SUBJECT,
    "positions",
    Part(((Position, "person"),), _join_positions, _("positions"), (POSITION, "person_id", "true")),
    order=10,
)
register(
    SUBJECT, "emails", register_rows(EmailAddress, "person", unless=SAME_ADDRESS, label=_("e-mail addresses")), order=30
)
register(
    SUBJECT,
    "phones",
    register_rows(PhoneNumber, "person", once=[("number", "extension")], label=_("telephone numbers")),
    order=31,
)
register(SUBJECT, "links", register_rows(Link, "person", once=[("url",)]), order=32)
register(SUBJECT, "opt_outs", register_rows(OptOut, "person", unless=REFUSED), order=33)
register(SUBJECT, "numbers", register_rows(PersonNumber, "person"), order=39)
leave_column(SUBJECT, (PersonPulse, "person"), because="computed again from what moved")
leave_column(SUBJECT, (Person, "merged_into"), because="says who was absorbed into whom then")
