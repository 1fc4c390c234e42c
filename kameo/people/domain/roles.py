"""The rights of each role: edited by an administrator, one cell or the whole matrix."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.people.domain.users import administrators
from kameo.people.enums import Right
from kameo.people.models import Role, User


@transaction.atomic
def create_role(*, by: User, name: str, like: Role | None = None) -> Role:
    """A new role, empty or with the rights and caps of another. Journals `role.created`.

    Raises DomainError `name_missing` or `name_taken` (field name).
    """
    key = _free_key(_clean_name(name))
    role = Role.objects.create(
        key=key,
        name=name.strip(),
        rights=list(like.rights) if like else [],
        strategic_cap=like.strategic_cap if like else None,
        large_cap=like.large_cap if like else None,
    )
    record("role.created", role, by=by, data={"key": key, "name": role.name})
    return role


@transaction.atomic
def change_role(
    role: Role,
    *,
    by: User,
    rights: Iterable[str] | None = None,
    caps: tuple[int | None, int | None] | None = None,
    name: str | None = None,
) -> Role:
    """Change a role's rights, its caps (most key accounts, most large accounts; R100) or its name.

    Side effects: saves, journals `role.changed` with what was added and taken away; in force at each user's
    next request. Raises DomainError `right_unknown`, `last_administrator`, `name_missing`, `name_taken`.
    """
    before = set(role.rights)
    if rights is not None:
        role.rights = _ordered(rights)
    if caps is not None:
        role.strategic_cap, role.large_cap = caps
    if name is not None and name.strip() != role.name:
        role.name = _clean_name(name, role)
    role.save()
    if not administrators().exists():
        raise DomainError("last_administrator", _("Somebody must be able to manage users."), field="rights")
    after = set(role.rights)
    record(
        "role.changed",
        role,
        by=by,
        data={"added": sorted(after - before), "removed": sorted(before - after), "caps": list(caps or ())},
    )
    return role


@transaction.atomic
def delete_role(role: Role, *, by: User) -> None:
    """Delete a role that nobody has. Journals `role.deleted`. Raises DomainError `role_in_use`."""
    if role.users.exists():
        raise DomainError("role_in_use", _("Give another role to the people who have this one first."))
    record("role.deleted", role, by=by, data={"key": role.key, "name": role.name})
    role.delete()


def _ordered(rights: Iterable[str]) -> list[str]:
    chosen = {str(right) for right in rights}
    unknown = chosen - set(Right.values)
    if unknown:
        raise DomainError("right_unknown", _("There is no such right."), field="rights")
    return [right for right in Right.values if right in chosen]


def _clean_name(name: str, role: Role | None = None) -> str:
    name = name.strip()[:80]
    if not name:
        raise DomainError("name_missing", _("Give it a name."), field="name")
    others = Role.objects.exclude(pk=role.pk) if role else Role.objects.all()
    if others.filter(name__iexact=name).exists():
        raise DomainError("name_taken", _("There is one of that name already."), field="name")
    return name


def _free_key(name: str) -> str:
    base = slugify(name)[:32] or "role"
    taken = set(Role.objects.filter(key__startswith=base).values_list("key", flat=True))
    candidates = [base, *(f"{base}-{number}" for number in range(2, len(taken) + 3))]
    return next(key for key in candidates if key not in taken)
