"""How a session finds its user: with the role, in one query; nobody without an active row."""

from __future__ import annotations

from functools import cache

from allauth.account.auth_backends import AuthenticationBackend
from django.db import connection
from django.db.models import Model

from kameo.people.models import Role, User


class UserBackend(AuthenticationBackend):
    """allauth's sign-in by e-mail, and a fetch that brings the role along."""

    def get_user(self, user_id: int) -> User | None:
        with connection.cursor() as cursor:
            cursor.execute(_statement(), [user_id])
            row = cursor.fetchone()
        if row is None:
            return None
        width = len(_names(User))
        user = User.from_db("default", _names(User), row[:width])
        user.role = Role.from_db("default", _names(Role), row[width:])
        return user if user.is_active else None


@cache
def _names(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


@cache
def _statement() -> str:
    """The columns of both rows. Every page begins with it: its text is composed once."""
    mine, theirs = (
        ", ".join(f'{model._meta.db_table}."{field.column}"' for field in model._meta.concrete_fields)
        for model in (User, Role)
    )
    return f"""select {mine}, {theirs} from people_user
        join people_role on people_role.id = people_user.role_id where people_user.id = %s"""  # noqa: S608
