"""Rows read from the database as their dataclass says."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from django.db.models import F, Value
from django.db.models.functions import Concat, Upper

from kameo.core.rows import Row, column, given
from kameo.people.models import Role, User

pytestmark = pytest.mark.django_db


@dataclass(frozen=True, slots=True)
class Colleague(Row):
    email: str
    shouted: str = column(Upper("last_name"))
    whole: str = column("called")
    letters: int = column("first_name", into=len)
    by: str = given("nobody")


def _colleagues():
    return User.objects.annotate(called=Concat(F("first_name"), Value(" "), F("last_name"))).order_by("email")


def test_one_statement_fills_the_fields(django_assert_num_queries):
    role = Role.objects.get(key="reader")
    for name in ("a", "b"):
        User.objects.create(email=f"{name}@example.com", first_name="Ada", last_name="Moreau", role=role)
    with django_assert_num_queries(1):
        rows = Colleague.read(_colleagues(), by="the test")
    assert rows[0] == Colleague("a@example.com", "MOREAU", "Ada Moreau", 3, "the test")
    assert [row.by for row in Colleague.iterate(_colleagues())] == ["nobody", "nobody"]
    assert Colleague.first(_colleagues()[1:]).email == "b@example.com"
    assert Colleague.first(_colleagues().none()) is None
