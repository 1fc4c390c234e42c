"""Joining: an administrator invites, the colleague chooses a password through a link that works once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth import password_validation
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from kameo.core import clock
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.people.models import Role, User

SALT = "people.invitation"
VALID_FOR = timedelta(days=7)
_FIRST_USER_LOCK = 0x6B616D65  # advisory lock: two first screens sent at once make one administrator


@transaction.atomic
def invite_user(
    *, by: User, email: str, role: Role, first_name: str = "", last_name: str = "", title: str = "", language: str = ""
) -> User:
    """Create a colleague who cannot sign in before choosing a password.

    Side effects: inserts the user, journals `user.invited`. The caller hands over `invitation_token(user)`.
    Raises DomainError `email_invalid` or `email_taken` (field email).
    """
    user = User(
        email=_clean_email(email),
        role=role,
        first_name=first_name.strip(),
        last_name=last_name.strip(),
        title=title.strip(),
        language=language,
        invited_at=clock.now(),
        invited_by=by,
    )
    user.set_unusable_password()
    _insert(user)
    record("user.invited", user, by=by, data={"email": user.email, "role": role.key})
    return user


@transaction.atomic
def make_link(user: User, *, by: User) -> User:
    """Make a new link to choose a password, for somebody invited or who forgot theirs; former links end.

    Side effects: stamps the invitation, journals `user.invited`. Raises DomainError `user_inactive`.
    """
    if not user.is_active:
        raise DomainError("user_inactive", _("Reactivate %(name)s first.") % {"name": user.full_name})
    user.invited_at, user.invited_by = clock.now(), by
    user.save(update_fields=["invited_at", "invited_by"])
    record("user.invited", user, by=by, data={"email": user.email, "role": user.role.key})
    return user


def invitation_token(user: User) -> str:
    """What the link carries: signed, dated, and void once a password is chosen or a new link is made."""
    return signing.dumps({"user": user.pk, "proof": _proof(user)}, salt=SALT)


def invited_by_token(token: str) -> User | None:
    """Who the link invites, or None for a link that is wrong, older than seven days, or used."""
    try:
        content = signing.loads(token, salt=SALT, max_age=VALID_FOR)
    except signing.BadSignature:
        return None
    user = User.objects.select_related("role").filter(pk=content["user"], is_active=True).first()
    return user if user is not None and _proof(user) == content["proof"] else None


@transaction.atomic
def accept_invitation(user: User, *, password: str, first_name: str, last_name: str) -> User:
    """Choose a password and a name. Journals `user.joined`.

    Raises DomainError `password_weak` (field password).
    """
    user.first_name, user.last_name = first_name.strip(), last_name.strip()
    _set_password(user, password)
    user.save(update_fields=["first_name", "last_name", "password"])
    record("user.joined", user, by=user)
    return user


@transaction.atomic
def create_first_administrator(
    *, email: str, password: str, first_name: str = "", last_name: str = "", language: str = ""
) -> User:
    """The person who opens the installation; refused for ever once anybody exists (`already_open`).

    Side effects: inserts the user, journals `user.joined`. Also raises `email_invalid`, `password_weak`.
    """
    from django.db import connection  # only here: the lock has no other home

    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [_FIRST_USER_LOCK])
    if User.objects.exists():
        raise DomainError("already_open", _("This installation has its administrator already."))
    return create_administrator(
        email=email, password=password, first_name=first_name, last_name=last_name, language=language
    )


@transaction.atomic
def create_administrator(
    *, email: str, password: str, first_name: str = "", last_name: str = "", language: str = ""
) -> User:
    """An administrator with a password (`kameo createadmin`, first screens). Journals `user.joined`.

    Raises DomainError `email_invalid`, `email_taken` (field email) or `password_weak` (field password).
    """
    role = Role.objects.get(key="administrator")
    user = User(
        email=_clean_email(email),
        role=role,
        language=language,
        first_name=first_name.strip(),
        last_name=last_name.strip(),
    )
    _set_password(user, password)
    _insert(user)
    record("user.joined", user, by=user)
    return user


def _clean_email(email: str) -> str:
    """Lower case, as sign-in looks it up."""
    field = User._meta.get_field("email")
    try:
        return str(field.clean(email.strip().lower(), None))
    except ValidationError as error:
        raise DomainError("email_invalid", " ".join(error.messages), field="email") from error


def _set_password(user: User, password: str) -> None:
    try:
        password_validation.validate_password(password, user)
    except ValidationError as error:
        raise DomainError("password_weak", " ".join(error.messages), field="password") from error
    user.set_password(password)


def _insert(user: User) -> None:
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError as error:
        raise DomainError("email_taken", _("Somebody has this e-mail address already."), field="email") from error


def _proof(user: User) -> str:
    """Changes with the password and with each new link, so that an old link proves nothing."""
    stamp: Any = user.invited_at
    return salted_hmac(SALT, f"{user.pk}|{user.email}|{user.password}|{stamp}").hexdigest()[:24]
