"""Keeping several processes alive as one: they start together, stop together, and none outlives the others.

Each child leads a process group of its own, so that its own children go with it. A child asks the kernel to be
told when its parent dies (`die_with_parent`): nothing is left even when the supervisor is killed.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

GRACE = 20.0  # seconds a child has to finish what it is doing
TOO_OFTEN = (4, 60.0)  # this many deaths in so many seconds: something is wrong, stop everything
PR_SET_PDEATHSIG = 1
PARENT = "KAMEO_PARENT"


@dataclass
class Child:
    """One process to keep alive; `command` is what `subprocess` starts."""

    name: str
    command: Sequence[str]
    deaths: list[float] = field(default_factory=list)
    running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.running = subprocess.Popen(  # noqa: S603 - our own commands, no shell
            self.command, start_new_session=True, env={**os.environ, PARENT: str(os.getpid())}
        )

    def signal(self, number: int) -> None:
        """To the child and to what it started, also when the child itself is gone."""
        if self.running:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.running.pid, number)

    def ask_to_stop(self) -> None:
        """To the child alone: it tells its own children, each in its own way."""
        if self.running and self.running.poll() is None:
            self.running.terminate()


class Supervisor:
    """Runs `children` until a signal, or until one of them cannot be kept alive."""

    def __init__(
        self, children: Sequence[Child], *, say: Callable[[str], None], look_after: Callable[[], None]
    ) -> None:
        self.children = children
        self.say = say
        self.look_after = look_after  # called about once a second, for what is not our child: the database
        self.asked_to_stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._stop)

    def run(self, *, ready: Callable[[], bool], when_ready: Callable[[], None]) -> int:
        """Exit code: 0 after a signal, 1 when a child kept dying. `when_ready` is called once."""
        try:
            for child in self.children:
                child.start()
            announced = False
            while not self.asked_to_stop.wait(1.0 if announced else 0.05):
                if not announced and ready():
                    announced = True
                    when_ready()
                self.look_after()
                if not all(self._keep(child) for child in self.children):
                    return 1
            self.say("Stopping…")
            return 0
        finally:
            self._stop_children()

    def _stop(self, signum: int, frame: object) -> None:
        self.asked_to_stop.set()

    def _keep(self, child: Child) -> bool:
        """Start a child again when it died; False when it dies too often."""
        assert child.running is not None
        code = child.running.poll()
        if code is None:
            return True
        child.signal(signal.SIGKILL)
        most, period = TOO_OFTEN
        now = time.monotonic()
        child.deaths = [at for at in child.deaths if now - at < period] + [now]
        if len(child.deaths) >= most:
            self.say(f"The {child.name} stopped {most} times in a minute (last exit code {code}): giving up.")
            return False
        self.say(f"The {child.name} stopped (exit code {code}); starting it again.")
        self.asked_to_stop.wait(0.5 * len(child.deaths))
        child.start()
        return True

    def _stop_children(self) -> None:
        for child in self.children:
            child.ask_to_stop()
        deadline = time.monotonic() + GRACE
        for child in self.children:
            if child.running:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    child.running.wait(max(0.1, deadline - time.monotonic()))
                child.signal(signal.SIGKILL)
                child.running.wait()


def die_with_parent() -> None:
    """Called by a supervised process at its start: SIGTERM when the supervisor disappears, however it does."""
    parent = int(os.environ.get(PARENT, "0"))
    if not parent:
        return
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    else:
        threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGTERM)


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)
