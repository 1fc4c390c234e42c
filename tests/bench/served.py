"""The real server beside the test client: granian, one process, over a connection that stays open."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.test import Client

from tests.bench.processors import tree_seconds

LONGEST_START = 60.0  # seconds


class Served:
    """A site of one process on the bench's database."""

    def __init__(self, pid: int, port: int) -> None:
        self._pid, self._connection = pid, http.client.HTTPConnection("localhost", port, timeout=60)

    def seconds(self) -> float:
        """Processor time of the server so far."""
        return tree_seconds(self._pid)

    def asking(self, client: Client, path: str, query: dict[str, Any], headers: dict[str, str]) -> Callable[[], int]:
        """Asks as a browser does, signed in as `client` is; returns the bytes of the compressed answer."""
        address = f"{path}?{urlencode(query)}" if query else path
        sent = {"Accept-Encoding": "gzip, deflate, br", "Host": "localhost", **headers}
        if session := client.cookies.get(settings.SESSION_COOKIE_NAME):
            sent["Cookie"] = f"{settings.SESSION_COOKIE_NAME}={session.value}"
        if key := client.defaults.get("HTTP_AUTHORIZATION"):
            sent["Authorization"] = key

        def ask() -> int:
            self._connection.request("GET", address, headers=sent)
            answer = self._connection.getresponse()
            body = answer.read()
            if answer.status != 200:
                raise AssertionError(f"{path} answered {answer.status} through the server")
            return len(body)

        return ask


@contextmanager
def serving() -> Iterator[Served]:
    """The site up, then down."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = int(probe.getsockname()[1])
    environment = {**os.environ, "KAMEO_WEB_PROCESSES": "1", "KAMEO_ALLOWED_HOSTS": "localhost"}
    command = [sys.executable, "-m", "kameo.config.cli", "web", "--port", str(port)]
    running = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(port)
        yield Served(running.pid, port)
    finally:
        running.terminate()
        running.wait(30)


def _wait(port: int) -> None:
    until = time.monotonic() + LONGEST_START
    while time.monotonic() < until:
        try:
            probe = http.client.HTTPConnection("localhost", port, timeout=5)
            probe.request("GET", "/healthz")
            if probe.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("The site of the bench did not start")
