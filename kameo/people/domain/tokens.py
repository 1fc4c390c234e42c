"""Personal keys to the API: shown once, kept as a digest, ended with their owner."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from kameo.core import clock
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.people.models import ApiToken, User

MARK = "kameo_"  # lets secret scanners recognise a key left in a repository
PREFIX_LENGTH = 12
STAMP_EVERY = timedelta(minutes=1)  # the last use is written at most that often


@transaction.atomic
def create_token(user: User, *, name: str, expires_at: datetime | None = None) -> tuple[ApiToken, str]:
    """Give `user` a key to the API; returns the row and the key itself, which nobody can read again.

    Side effects: inserts the row (digest only), journals `token.created`.
    Raises DomainError `user_inactive`, `name_missing` or `expiry_past`.
    """
    if not user.is_active:
        raise DomainError("user_inactive", _("This person can no longer sign in."))
    if not name.strip():
        raise DomainError("name_missing", _("Say what the key is for."), field="name")
    if expires_at is not None and expires_at <= clock.now():
        raise DomainError("expiry_past", _("Choose a day to come."), field="expires_at")
    plaintext = MARK + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        user=user,
        name=name.strip()[:80],
        prefix=plaintext[:PREFIX_LENGTH],
        digest=_digest(plaintext),
        expires_at=expires_at,
    )
    record("token.created", token, by=user, data={"name": token.name, "prefix": token.prefix})
    return token, plaintext


def authenticate_token(plaintext: str) -> ApiToken | None:
    """The key itself, with its active user and their role; None for an unknown, ended or expired key.

    One query; the last use is stamped at most once a minute, so that reading does not write.
    """
    now = clock.now()
    token = (
        ApiToken.objects.select_related("user__role")
        .filter(digest=_digest(plaintext), revoked_at__isnull=True, user__is_active=True)
        .first()
    )
    if token is None or (token.expires_at is not None and token.expires_at <= now):
        return None
    if token.last_used_at is None or now - token.last_used_at >= STAMP_EVERY:
        ApiToken.objects.filter(pk=token.pk).update(last_used_at=now)
    return token


@transaction.atomic
def revoke_token(token: ApiToken, *, by: User) -> None:
    """End a key at once. Ending it twice changes nothing. Journals `token.revoked`."""
    if token.revoked_at is not None:
        return
    token.revoked_at = clock.now()
    token.save(update_fields=["revoked_at"])
    record("token.revoked", token, by=by, data={"name": token.name, "prefix": token.prefix})


def _digest(plaintext: str) -> str:
    """The key is 256 bits of chance: a fast digest is enough, and lets the index find it."""
    return hashlib.sha256(plaintext.encode()).hexdigest()
