"""The user of a session: with the role, in one query; none without an active row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeVar

from allauth.account.auth_backends import AuthenticationBackend
from django.db import connection
from django.db.models import Model

from kameo.people.models import Role, User

M = TypeVar("M", bound=Model)


class UserBackend(AuthenticationBackend):
    """allauth's sign-in by e-mail, and a fetch that brings the role along."""

    def get_user(self, user_id: int) -> User | None:
        with connection.cursor() as cursor:
            cursor.execute(_statement(), [user_id])
            row = cursor.fetchone()
        if row is None:
            return None
        width = len(_column_names(User))
        user = _read_instance(User, row[:width])
        user.role = _read_instance(Role, row[width:])
        return user if user.is_active else None


def _read_instance(model: type[M], row: Sequence[Any]) -> M:
    """The row as the ORM would have read it, converters included."""
    values = list(row)
    for place, convert in _converters(model):
        values[place] = convert(values[place], None, connection)
    return model.from_db(connection.alias, _column_names(model), values)


@cache
def _converters(model: type[Model]) -> list[tuple[int, Callable[..., Any]]]:
    return [
        (place, convert)
        for place, field in enumerate(model._meta.concrete_fields)
        for convert in field.get_db_converters(connection)
    ]


@cache
def _column_names(model: type[Model]) -> list[str]:
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
