"""Sign-in attempts are limited over all processes, because the count is kept in the database."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse


def attempt(password: str, *, address: str = "192.0.2.7") -> Any:
    """A sign-in from a browser of its own: nothing but the database remembers the ones before."""
    form = {"login": "gilles@ardelane.test", "password": password}
    return Client().post(reverse("account_login"), form, REMOTE_ADDR=address)


@pytest.fixture(autouse=True)
def _fresh_counts(db: None) -> None:
    cache.clear()


@pytest.mark.django_db
def test_sixth_wrong_password_in_five_minutes_closes_the_door_even_to_the_right_one(gilles: Any) -> None:
    gilles.set_password("Une-phrase-de-passe-9")
    gilles.save()
    for number in range(5):
        assert attempt("wrong", address=f"192.0.2.{number}").status_code == 200
    refused = attempt("Une-phrase-de-passe-9", address="192.0.2.99")
    assert refused.status_code in {200, 429}
    assert "_auth_user_id" not in refused.client.session


@pytest.mark.django_db
def test_right_password_at_once_opens(gilles: Any) -> None:
    gilles.set_password("Une-phrase-de-passe-9")
    gilles.save()
    assert attempt("Une-phrase-de-passe-9").status_code == 302


@pytest.mark.django_db
def test_counts_are_rows_that_other_processes_read() -> None:
    from django.db import connection

    cache.set("probe", 1, 60)
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from cache_entry where cache_key like '%probe%'")
        assert cursor.fetchone() == (1,)
