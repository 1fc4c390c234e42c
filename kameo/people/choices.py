"""The roles of a company: their names, their rights, their limits (R100)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.core.choices import ChoiceChange, ChoiceList, ChoiceWords, register
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.core.kinds import ValueKind, WholeKind
from kameo.core.records.fields import Field
from kameo.people.domain.users import administrators
from kameo.people.enums import Right
from kameo.people.models import Role

CAP = WholeKind(low=Decimal(0), high=Decimal(999))
NO_LIMIT = _("Empty: no limit.")


def _check_role(role: Role, what: str) -> None:
    if what == "deleted" and role.users.exists():
        raise DomainError("role_in_use", _("Give another role to the people who have this one first."))
    if {*role.rights} - {*Right.values}:
        raise DomainError("right_unknown", _("There is no such right."), field="rights")
    role.rights = [right for right in Right.values if right in role.rights]


def _record_role(choices: ChoiceList, change: ChoiceChange) -> None:
    """What was given and taken away, in force at each user's next request; the last administrator stays one."""
    if not administrators().exists():
        raise DomainError("last_administrator", _("Somebody must be able to manage users."), field="rights")
    before, after = {*change.before["rights"]}, {*change.after["rights"]}
    data: dict[str, Any] = {"key": change.row.key, "name": change.row.name}
    if change.what == "changed":
        caps = [change.row.strategic_cap, change.row.large_cap] if "large_cap" in change.fields else []
        data = {"added": sorted(after - before), "removed": sorted(before - after), "caps": caps}
    record(choices.event_of(change.what), change.row, by=change.by, data=data)


ROLES = register(
    ChoiceList(
        key="roles",
        model=Role,
        fields=(
            Field("name", label=_("Name"), required=True),
            Field("strategic_cap", CAP, label=_("Most key accounts"), help=NO_LIMIT),
            Field("large_cap", CAP, label=_("Most large accounts"), help=NO_LIMIT),
            Field("rights", ValueKind()),
        ),
        right=Right.MANAGE_USERS,
        event="role.changed",
        events={"added": "role.created", "deleted": "role.deleted"},
        words=ChoiceWords(_("Roles and rights"), twice=_("There is one of that name already.")),
        code="key",
        rank="order",
        retired="",
        shown=lambda role, name: role.label if name == "name" else getattr(role, name),
        check=_check_role,
        record=_record_role,
    )
)
