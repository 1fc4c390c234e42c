"""One role's browser and API client, in this process. Whatever a request writes is rolled back."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any

from django.conf import settings
from django.db import transaction
from django.test import Client

from tests.net import frozen
from tests.net.roles import key_of
from tests.net.written import Sequences, traces

KEPT = ("Location", "Content-Disposition", "HX-Redirect", "HX-Refresh", "HX-Trigger", "HX-Push-Url", "Vary")

BROKEN_OFF = 599  # an error while the answer was being sent


@dataclass(frozen=True)
class Request:
    """`kind` is "GET", "HX" (with the id of htmx's target after a #), "API", or "POST" with what a form sends."""

    kind: str
    address: str
    sent: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return f"{self.kind} {self.address}"


@dataclass(frozen=True)
class Answer:
    status: int
    content_type: str
    headers: dict[str, str]
    body: bytes
    written: str = ""

    @property
    def is_html(self) -> bool:
        return self.content_type.startswith("text/html")


def said(response: Any) -> str:
    """What an error of the server was: its page does not tell."""
    found = getattr(response, "exc_info", None)
    return "".join(traceback.format_exception_only(*found[:2])) if found else ""


class Visitor:
    """`role` is a key of `roles.ROLES`, or "nobody"."""

    def __init__(self, role: str, session: str | None) -> None:
        self.role, self.session = role, session
        self.sequences = Sequences()
        self.client = Client(raise_request_exception=False, headers={"Accept-Language": "fr"})

    def ask(self, request: Request) -> Answer:
        """The answer, as if it were the first request after the demo was built."""
        frozen.reseed(str(request))
        self.client.cookies = SimpleCookie({settings.SESSION_COOKIE_NAME: self.session} if self.session else {})
        if request.kind == "POST":
            self.sequences.rewind()
        try:
            with transaction.atomic():
                response = self._send(request)
                body = b"".join(response.streaming_content) if response.streaming else response.content
                written = traces() if request.kind == "POST" else ""
                written += said(response)
                transaction.set_rollback(True)
        except Exception as error:
            return Answer(BROKEN_OFF, type(error).__name__, {}, str(error).encode())
        kept = {name: response.headers[name] for name in KEPT if name in response.headers}
        return Answer(response.status_code, response.headers.get("Content-Type", ""), kept, body, written)

    def _send(self, request: Request) -> Any:
        if request.kind != "POST":
            return self.client.get(request.address, headers=self._headers(request))
        fields: dict[str, list[str]] = {}
        for name, value in request.sent:
            fields.setdefault(name, []).append(value)
        return self.client.post(request.address, fields)

    def _headers(self, request: Request) -> dict[str, Any]:
        if request.kind == "API":
            return {"Authorization": f"Bearer {key_of(self.role)}"} if self.session else {}
        kind, _, target = request.kind.partition("#")
        if kind != "HX":
            return {}
        return {"HX-Request": "true", **({"HX-Target": target} if target else {})}
