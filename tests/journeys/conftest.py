"""Journeys walk through the running product: `kameo demo` in a home of its own, and a real Chromium.

Nothing is shared with the other tests: another process tree, another database. Where Chromium is missing the
journeys are skipped, loudly.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys.walker import Site, Walker

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
OURS = ("KAMEO_", "DJANGO_", "PYTEST_", "COV_")
QUICK = ("KAMEO_PREPARED", "KAMEO_FSYNC")  # what a test's home does not wait for
PATIENCE = 300  # seconds a loaded machine may take from nothing to an answering site


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All journeys run in one worker (one product is started), and none without a browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("journeys"))
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="NO JOURNEY WAS WALKED: apt install chromium"))


@pytest.fixture(scope="package")
def site() -> Iterator[Site]:
    """The product with its demo, as `make demo` starts it, on a free port."""
    home = Path(tempfile.mkdtemp(prefix="kameo-journeys-"))
    home.chmod(0o755)  # as root, the database runs under another user
    port = _free_port()
    environment = {key: value for key, value in os.environ.items() if not key.startswith(OURS)}
    environment |= {"KAMEO_HOME": str(home), "KAMEO_LOG_LEVEL": "WARNING", "KAMEO_WEB_PROCESSES": "1"}
    environment |= {name: os.environ[name] for name in QUICK if name in os.environ}
    command = [sys.executable, "-m", "kameo.config.cli", "demo", "--port", str(port), "--no-browser"]
    with (home / "output").open("w") as output:
        started = time.monotonic()
        running = subprocess.Popen(command, env=environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            address = f"http://localhost:{port}"
            _wait(running, address, home / "output")
            yield Site(address, home, time.monotonic() - started, environment)
        finally:
            running.send_signal(signal.SIGINT)
            running.wait(30)
            shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def walk(site: Site, chromium: Browser) -> Iterator[Callable[..., Walker]]:
    """`walk("camille.ferrandin", width=390, theme="dark")`: somebody signed in, in a browser of their own.

    At the end of the test each of them must have seen no error on the console, no failed request and no address
    outside the site.
    """
    walkers: list[Walker] = []

    def start(who: str, *, width: int = 1440, theme: str = "light") -> Walker:
        walkers.append(Walker(chromium, site, who, width=width, theme=theme))
        return walkers[-1]

    yield start
    complaints = [complaint for walker in walkers for complaint in walker.complaints]
    for walker in walkers:
        walker.close()
    assert complaints == []


@pytest.fixture
def camille(walk: Callable[..., Walker]) -> Page:
    return walk("camille.ferrandin").page


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(running: subprocess.Popen[bytes], address: str, output: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if running.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{address}/readyz", timeout=2) as answer:  # noqa: S310 - our own
                if answer.status == 200 and "@ardelane.example" in output.read_text():
                    return
        except (urllib.error.URLError, OSError):
            pass
        time.sleep(0.2)
    raise AssertionError(f"kameo demo did not start:\n{output.read_text()[-3000:]}")
