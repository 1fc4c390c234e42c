"""How a session finds its user: with the role, in one query; nobody without an active row."""

from __future__ import annotations

from allauth.account.auth_backends import AuthenticationBackend

from kameo.people.models import User


class UserBackend(AuthenticationBackend):
    """allauth's sign-in by e-mail, and a fetch that brings the role along."""

    def get_user(self, user_id: int) -> User | None:
        user = User.objects.select_related("role").filter(pk=user_id).first()
        return user if user and user.is_active else None
