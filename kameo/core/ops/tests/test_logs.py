"""Log lines: one JSON object each, named after the request and the user, without a secret."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from kameo.core.ops import logs


def explode(request: HttpRequest) -> HttpResponse:
    password = "hunter2"
    raise RuntimeError(f"the inside of the engine {password}")


urlpatterns = [path("sign-in/explode/", explode)]
handler500 = "kameo.core.ops.tests.test_logs.plain_500"


def plain_500(request: HttpRequest) -> HttpResponse:
    return HttpResponse("Something failed", status=500)


class Lines(logging.Handler):
    """Keeps what is logged, written as production writes it."""

    def __init__(self, formatter: logging.Formatter) -> None:
        super().__init__()
        self.formatter = formatter
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))

    def read(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.lines]


@pytest.fixture
def logged() -> Iterator[Lines]:
    root, before = logging.getLogger(), logging.getLogger().handlers
    logs.configure({"json": True, "level": "INFO"})
    lines = Lines(root.handlers[0].formatter)  # type: ignore[arg-type]
    root.handlers = [lines]
    yield lines
    root.handlers = before
    logs.configure({"json": False, "level": "INFO"})


@pytest.mark.django_db
def test_request_is_one_line_with_its_name_its_user_and_no_query(logged: Lines, gilles: Any) -> None:
    client = Client()
    client.force_login(gilles)
    answer = client.get("/nowhere/?token=s3cret", headers={"X-Request-Id": "proxy-0123456789"})
    assert answer.headers["X-Request-Id"] == "proxy-0123456789"
    line = next(line for line in logged.read() if line["event"] == "request")
    wanted = {"request_id": "proxy-0123456789", "method": "GET", "path": "/nowhere/", "status": 404, "level": "info"}
    assert {key: line[key] for key in wanted} == wanted
    assert line["user_id"] in {gilles.pk, None}
    assert "s3cret" not in "".join(logged.lines)


@pytest.mark.django_db
def test_forged_request_name_is_replaced(logged: Lines) -> None:
    answer = Client().get("/healthz/", headers={"X-Request-Id": 'x"} {"event": "forged'})
    assert len(answer.headers["X-Request-Id"]) == 32


@pytest.mark.django_db
@override_settings(ROOT_URLCONF="kameo.core.ops.tests.test_logs")
def test_failure_is_logged_in_full_and_told_in_one_sentence(logged: Lines) -> None:
    answer = Client(raise_request_exception=False).get("/sign-in/explode/")
    assert (answer.status_code, answer.content) == (500, b"Something failed")
    failed = next(line for line in logged.read() if "exception" in line)
    assert "RuntimeError: the inside of the engine" in failed["exception"]
    assert failed["request_id"] == answer.headers["X-Request-Id"]


def test_values_with_the_name_of_a_secret_are_masked(logged: Lines) -> None:
    log = structlog.get_logger("kameo.test")
    log.info("signed in", password="hunter2", api_token="kameo_1", Authorization="Bearer 2", user_id=7)
    line = logged.read()[0]
    assert (line["password"], line["api_token"], line["Authorization"], line["user_id"]) == ("…", "…", "…", 7)


def test_each_line_is_one_json_object_even_with_line_breaks(logged: Lines) -> None:
    logging.getLogger("kameo.test").info("first\nsecond %s", "é\u2028")
    assert [line["event"] for line in logged.read()] == ["first\nsecond é\u2028"]
    assert "\n" not in logged.lines[0]
