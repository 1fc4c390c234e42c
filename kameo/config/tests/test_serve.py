"""`kameo serve`: one process tree that starts fast, stops whole, and is mended while it runs."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from kameo.config.tests.test_cli import new_home, surroundings

pytestmark = pytest.mark.xdist_group("cli")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Served:
    """A running `kameo serve`, its port and its home."""

    def __init__(self, home: Path) -> None:
        self.home, self.port = home, free_port()
        self.log = (home / "serve.log").open("a+")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kameo.config.cli", "serve", "--port", str(self.port)],
            env={**surroundings(home), "KAMEO_JSON_LOGS": "0"},
            stdout=self.log,
            stderr=self.log,
            start_new_session=True,
        )

    def wait_until(self, wanted: int, *, seconds: float) -> float:
        """Until `/readyz` answers `wanted`; returns how long it took."""
        started = time.monotonic()
        while time.monotonic() - started < seconds:
            if self.readyz() == wanted:
                return time.monotonic() - started
            time.sleep(0.05)
        raise AssertionError(f"/readyz never answered {wanted}: {(self.home / 'serve.log').read_text()[-3000:]}")

    def readyz(self) -> int:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=5) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as refused:
            return int(refused.code)
        except OSError:
            return 0

    def processes(self) -> list[int]:
        """Everything that works for this home: told by its command line or its environment."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                told = (folder / "cmdline").read_bytes() + (folder / "environ").read_bytes()
                if str(self.home).encode() in told and int(folder.name) != os.getpid():
                    found.append(int(folder.name))
        return found

    def postmaster(self) -> int:
        with contextlib.suppress(OSError, ValueError):
            return int((self.home / "postgres" / "postmaster.pid").read_text().split("\n", 1)[0])
        return 0

    def child(self, name: str) -> int:
        """The process of `kameo NAME`."""
        for pid in self.processes():
            words = (Path("/proc") / str(pid) / "cmdline").read_bytes().split(b"\0")
            parent = (Path("/proc") / str(pid) / "stat").read_text().rsplit(")", 1)[1].split()[1]
            if name.encode() in words and int(parent) == self.process.pid:
                return pid
        raise AssertionError(f"no {name} among {self.processes()}")

    def left_after(self, seconds: float) -> list[int]:
        deadline = time.monotonic() + seconds
        while self.processes() and time.monotonic() < deadline:
            time.sleep(0.1)
        return self.processes()


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    folder = new_home()
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def serving(home: Path) -> Iterator[Served]:
    """A `kameo serve` that answers, and of which nothing is left afterwards, whatever the test did to it."""
    one = Served(home)
    try:
        one.wait_until(200, seconds=240)
        yield one
    finally:
        for pid in one.processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        one.process.wait()
        one.log.close()


ENDS = (signal.SIGINT, signal.SIGTERM, signal.SIGKILL)


def kill_one(served: Served, part: str) -> None:
    """And wait until another stands in its place."""
    find = served.postmaster if part == "database" else lambda: served.child(part)
    killed = find()
    os.kill(killed, signal.SIGKILL)
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        with contextlib.suppress(AssertionError, OSError):
            if find() not in {0, killed}:
                return
        time.sleep(0.1)
    raise AssertionError(f"no other {part} came")


@pytest.mark.crash
def test_what_dies_is_started_again_and_whatever_ends_it_leaves_nothing_behind(home: Path, rounds: range) -> None:
    """Each round is one start: the site, the worker or the database dies, then Ctrl-C, SIGTERM or SIGKILL ends it."""
    for turn in rounds:
        part, end = ("web", "worker", "database")[turn % 3], ENDS[(turn + turn // 3) % 3]
        with serving(home) as served:
            assert len(served.processes()) >= 5  # serve, web and its two, worker, postgres
            kill_one(served, part)
            served.wait_until(200, seconds=120)
            served.process.send_signal(end)
            assert served.process.wait(60) == (0 if end != signal.SIGKILL else -signal.SIGKILL)
            assert served.left_after(60 if end == signal.SIGKILL else 10) == [], (part, end)


def test_port_in_use_is_said_before_anything_is_touched() -> None:
    home = new_home()
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = int(other.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "kameo.config.cli", "serve", "--port", str(port)],
            env=surroundings(home),
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
    assert done.returncode == 2
    assert f"cannot listen on 127.0.0.1:{port}" in done.stderr
    assert f"--port {port + 1}" in done.stderr
    assert not (home / "postgres").exists()
    shutil.rmtree(home)
