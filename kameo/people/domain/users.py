"""Changing, ending and reviving a colleague's access, and what happens to their portfolio."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kameo.core import clock
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.core.reassign import holdings, reassign
from kameo.people.enums import Right
from kameo.people.models import Absence, ApiToken, Role, User

CHANGEABLE = {"email", "first_name", "last_name", "title", "phone", "role", "language", "time_zone", "theme"}


@transaction.atomic
def change_user(user: User, *, by: User, **fields: Any) -> User:
    """Change what a colleague is or likes (`CHANGEABLE`); an unknown field is a TypeError.

    Side effects: saves, forgets the old sign-in address, journals `user.changed` with the names of the fields
    (nothing for one's own language or theme). Raises DomainError `last_administrator` (field role) or
    `email_taken` (field email).
    """
    unknown = set(fields) - CHANGEABLE
    if unknown:
        raise TypeError(f"change_user: {', '.join(sorted(unknown))}")
    if "email" in fields:
        fields["email"] = fields["email"].strip().lower()
    changed = [name for name, value in fields.items() if getattr(user, name) != value]
    if not changed:
        return user
    if "role" in changed:
        _keep_an_administrator(user, fields["role"])
    for name in changed:
        setattr(user, name, fields[name])
    _save(user, changed)
    if "email" in changed:
        EmailAddress.objects.filter(user=user).delete()
    if set(changed) - {"language", "theme", "time_zone"} or by != user:
        record("user.changed", user, by=by, data={"fields": sorted(changed)})
    return user


@transaction.atomic
def deactivate_user(user: User, *, successor: User | None, by: User) -> dict[str, int]:
    """End somebody's access at once and hand their portfolio to `successor`.

    Side effects, in order: the portfolio changes hands (`core.reassign`), absences to come are dropped and
    those the user was to cover go to the successor (or are dropped), keys
    and sessions end, the user becomes inactive, `user.deactivated` is journalled. Returns what changed hands.
    Raises DomainError `already_inactive`, `oneself`, `last_administrator`, `successor_missing` (when
    something must be handed over), `successor_unfit` (field successor).
    """
    if not user.is_active:
        raise DomainError("already_inactive", _("%(name)s is deactivated already.") % {"name": user.full_name})
    if user.pk == by.pk:
        raise DomainError("oneself", _("Ask another administrator to deactivate you."))
    _keep_an_administrator(user, None)
    moved = _hand_over(user, successor, by)
    _end_absences(user, successor)
    ApiToken.objects.filter(user=user, revoked_at__isnull=True).update(revoked_at=clock.now())
    end_sessions(user)
    user.is_active, user.deactivated_at, user.deactivated_by = False, clock.now(), by
    user.save(update_fields=["is_active", "deactivated_at", "deactivated_by"])
    record("user.deactivated", user, by=by, data={"successor": getattr(successor, "pk", None), "moved": moved})
    return moved


@transaction.atomic
def reactivate_user(user: User, *, by: User) -> User:
    """Let somebody sign in again, with the same role; keys and portfolio do not come back.

    Journals `user.reactivated`. Raises DomainError `already_active`.
    """
    if user.is_active:
        raise DomainError("already_active", _("%(name)s is active already.") % {"name": user.full_name})
    user.is_active, user.deactivated_at, user.deactivated_by = True, None, None
    user.save(update_fields=["is_active", "deactivated_at", "deactivated_by"])
    record("user.reactivated", user, by=by)
    return user


@transaction.atomic
def transfer_portfolio(user: User, *, successor: User, by: User) -> dict[str, int]:
    """Hand somebody's whole portfolio over while they stay. Journals `portfolio.transferred`.

    Returns how many of each kind changed hands. Raises DomainError `successor_unfit` (field successor).
    """
    _check_successor(user, successor)
    moved = reassign(user, successor, by)
    record("portfolio.transferred", user, by=by, data={"successor": successor.pk, "moved": moved})
    return moved


def end_sessions(user: User, *, but: str | None = None) -> int:
    """Sign `user` out of every browser, `but` one session key; returns how many sessions ended."""
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    sessions = list(UserSession.objects.filter(user=user).exclude(session_key=but or ""))
    for session in sessions:
        store.delete(session.session_key)
    UserSession.objects.filter(pk__in=[session.pk for session in sessions]).delete()
    return len(sessions)


def second_factors(user: User) -> list[str]:
    """What `user` set up beside the password: "totp", "webauthn"."""
    kinds = Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return sorted(set(kinds.values_list("type", flat=True)))


@transaction.atomic
def remove_second_factors(user: User, *, by: User | None) -> None:
    """For somebody who lost their phone and their recovery codes: the password alone opens again.

    Side effects: deletes application, passkeys and codes, ends sessions, journals
    `user.second_factors_removed`.
    """
    Authenticator.objects.filter(user=user).delete()
    end_sessions(user)
    record("user.second_factors_removed", user, by=by)


def administrators() -> Any:
    """Active users who may manage users and have joined: those who can still open the door to others."""
    able = User.objects.active().filter(role__rights__contains=[Right.MANAGE_USERS.value])
    return able.exclude(
        invited_at__isnull=False, last_login__isnull=True, password__startswith=UNUSABLE_PASSWORD_PREFIX
    )


def _keep_an_administrator(user: User, role: Role | None) -> None:
    if not user.can(Right.MANAGE_USERS) or (role is not None and Right.MANAGE_USERS in role.rights):
        return
    # Locked, so that two changes at once cannot remove the last two.
    ids = list(administrators().select_for_update(of=("self",)).values_list("pk", flat=True))
    if ids == [user.pk]:
        raise DomainError(
            "last_administrator", _("Name another administrator first: this is the last one."), field="role"
        )


def _hand_over(user: User, successor: User | None, by: User) -> dict[str, int]:
    if successor is not None:
        _check_successor(user, successor)
        return reassign(user, successor, by)
    if holdings(user):
        raise DomainError("successor_missing", _("Choose who takes over the portfolio."), field="successor")
    return {}


def _end_absences(user: User, successor: User | None) -> None:
    Absence.objects.filter(user=user, starts_on__gt=clock.today()).delete()
    covered = Absence.objects.filter(cover=user, ends_on__gte=clock.today())
    if successor is not None:
        covered.exclude(user=successor).update(cover=successor)
    covered.delete()


def _check_successor(user: User, successor: User) -> None:
    if successor.pk == user.pk or not successor.is_active:
        raise DomainError("successor_unfit", _("Choose an active colleague."), field="successor")


def _save(user: User, fields: list[str]) -> None:
    try:
        with transaction.atomic():
            user.save(update_fields=fields)
    except IntegrityError as error:
        raise DomainError("email_taken", _("Somebody has this e-mail address already."), field="email") from error
