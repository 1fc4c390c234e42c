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


@pytest.fixture
def served(home: Path) -> Iterator[Served]:
    with serving(home) as one:
        yield one


def test_ctrl_c_stops_everything(served: Served) -> None:
    assert len(served.processes()) >= 5  # serve, web and its two, worker, postgres
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(60) == 0
    assert served.left_after(10) == []


def test_a_second_start_works_and_sigterm_stops_it(home: Path) -> None:
    with serving(home) as again:
        again.process.terminate()
        assert again.process.wait(60) == 0
        assert again.left_after(10) == []


def test_killed_supervisor_leaves_nothing_behind(served: Served) -> None:
    served.process.kill()
    assert served.left_after(60) == []


def test_site_worker_and_database_are_started_again_when_they_die(served: Served) -> None:
    for name in ("web", "worker"):
        before = served.child(name)
        os.kill(before, signal.SIGKILL)
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            with contextlib.suppress(AssertionError, OSError):
                if served.child(name) != before:
                    break
            time.sleep(0.1)
        assert served.child(name) != before
    served.wait_until(200, seconds=120)
    killed = served.postmaster()
    os.kill(killed, signal.SIGKILL)
    deadline = time.monotonic() + 60
    while served.postmaster() in {0, killed} and time.monotonic() < deadline:
        time.sleep(0.1)
    served.wait_until(200, seconds=120)
    served.process.terminate()
    assert served.process.wait(60) == 0
    assert served.left_after(10) == []


def test_port_in_use_is_said_at_once(served: Served) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kameo.config.cli", "serve", "--port", str(served.port)],
        env=surroundings(served.home),
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert done.returncode == 2
    assert f"cannot listen on 127.0.0.1:{served.port}" in done.stderr
    assert f"--port {served.port + 1}" in done.stderr
    assert served.readyz() == 200
