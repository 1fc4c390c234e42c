"""`/healthz`, `/readyz` and `/metrics`: for machines, whatever the database does."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest
from django.db import connection
from django.test import Client

from kameo.core import database
from kameo.core.ops import schema


def test_healthz_answers_without_a_database() -> None:
    answer = Client().get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert answer.headers["Cache-Control"] == "no-store"


def test_probe_called_by_any_host_name_is_answered() -> None:
    assert Client().get("/healthz", headers={"Host": "10.0.0.7"}).status_code == 200


@pytest.mark.django_db
def test_readyz_is_200_when_the_database_is_at_this_version() -> None:
    answer = Client().get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ready"})


@pytest.mark.django_db
def test_readyz_is_503_while_a_migration_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    known = schema.known() | {("core", "9999_tomorrow")}
    monkeypatch.setattr(schema, "known", lambda: known)
    answer = Client().get("/readyz")
    assert (answer.status_code, answer.json()["reasons"]) == (503, ["migrations_waiting"])


def test_readyz_is_503_without_a_database_and_says_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = {"dbname": "nowhere", "host": "/nonexistent", "user": "nobody", "password": "s3cret"}
    monkeypatch.setattr(database, "parameters", lambda: nowhere)
    answer = Client().get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"status": "not ready", "reasons": ["database_unreachable"]})


@pytest.mark.django_db
def test_metrics_count_requests_and_jobs() -> None:
    Client().get("/nowhere/")
    text = Client().get("/metrics").content.decode()
    assert 'kameo_jobs{state="waiting"} 0.0' in text
    assert "kameo_workers 0.0" in text
    assert "kameo_requests_total{" in text


@pytest.mark.django_db
@pytest.mark.parametrize(
    "call",
    [
        {"REMOTE_ADDR": "192.0.2.7"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.7"},
        {"REMOTE_ADDR": "192.0.2.7", "HTTP_AUTHORIZATION": "Bearer "},
    ],
)
def test_metrics_are_hidden_from_other_machines(call: dict[str, str]) -> None:
    assert Client().get("/metrics", **call).status_code == 404


@pytest.mark.django_db
def test_metrics_open_with_the_token_only_once_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAMEO_METRICS_TOKEN", "Zq7-long")
    assert Client().get("/metrics").status_code == 404
    assert Client().get("/metrics", headers={"Authorization": "Bearer wrong"}).status_code == 404
    away: dict[str, Any] = {"REMOTE_ADDR": "192.0.2.7", "HTTP_AUTHORIZATION": "Bearer Zq7-long"}
    assert Client().get("/metrics", **away).status_code == 200


@pytest.mark.django_db
def test_parameters_reach_the_database_that_django_uses() -> None:
    with psycopg.connect(**database.parameters()) as server:  # type: ignore[arg-type]
        found = server.execute("select current_database()").fetchone()
    assert found == (connection.settings_dict["NAME"],)
