"""Reads about colleagues: lists as plain rows, a page of fifty at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Q, TextField, Value
from django.db.models.functions import Coalesce, Concat, NullIf, Trim

from kameo.core import clock
from kameo.core.keyset import turn_page
from kameo.core.text import fold
from kameo.people.models import Absence, User

PAGE = 50


def name_of(path: str = "") -> Any:
    """The name of the colleague at `path` of a row, as `User.full_name` says it; "" for nobody."""
    at = f"{path}__" if path else ""
    name = Trim(Concat(f"{at}first_name", Value(" "), f"{at}last_name"))
    return Coalesce(NullIf(name, Value("")), f"{at}email", Value(""), output_field=TextField())


@dataclass(frozen=True)
class UserPage:
    """Rows in the order of names; the keys are where the neighbouring pages start, None at an end."""

    rows: list[dict[str, Any]]
    next_key: str | None
    previous_key: str | None


def user_page(*, search: str = "", state: str = "active", after: str = "", before: str = "") -> UserPage:
    """Colleagues whose name or address contains `search`; `state` is active, invited or inactive.

    `after` and `before` are keys (`sort_name|id`) of a neighbouring page. One query.
    """
    users = _filtered(search, state)
    backwards, place = bool(before), _read_key(before or after)
    if place is not None:
        users = _beyond(users, place, backwards)
    order = ["-sort_name", "-id"] if backwards else ["sort_name", "id"]
    found = list(users.order_by(*order).values(*_COLUMNS, name=name_of())[: PAGE + 1])
    turned = turn_page(found, size=PAGE, backwards=backwards, placed=place is not None)
    for row in turned.rows:
        row["joined"] = not row["password"].startswith(UNUSABLE_PASSWORD_PREFIX) or row["last_login"] is not None
    return UserPage(list(turned.rows), _key_of(turned.last), _key_of(turned.first))


_COLUMNS = (
    "id",
    "email",
    "title",
    "sort_name",
    "role__name",
    "is_active",
    "password",
    "last_login",
    "last_seen_at",
    "invited_at",
)


def _filtered(search: str, state: str) -> Any:
    users = User.objects.filter(is_active=state != "inactive")
    if state == "invited":
        users = users.filter(
            invited_at__isnull=False, last_login__isnull=True, password__startswith=UNUSABLE_PASSWORD_PREFIX
        )
    for word in fold(search).split():
        users = users.filter(Q(sort_name__contains=word) | Q(email__icontains=word))
    return users


def _beyond(users: Any, key: tuple[str, int], backwards: bool) -> Any:
    name, pk = key
    if backwards:
        return users.filter(Q(sort_name__lt=name) | Q(sort_name=name, id__lt=pk))
    return users.filter(Q(sort_name__gt=name) | Q(sort_name=name, id__gt=pk))


def _read_key(text: str) -> tuple[str, int] | None:
    name, _bar, pk = text.rpartition("|")
    return (name, int(pk)) if pk.isdecimal() else None


def _key_of(row: dict[str, Any] | None) -> str | None:
    return f"{row['sort_name']}|{row['id']}" if row else None


def absences_ahead(user: User | None = None) -> list[Absence]:
    """Absences under way or to come, of one colleague or of all, soonest first."""
    absences = Absence.objects.filter(ends_on__gte=clock.today()).select_related("user", "cover")
    if user is not None:
        absences = absences.filter(user=user)
    return list(absences.order_by("starts_on", "user__sort_name"))
