"""Recording: a throwaway home, the demo in it, then every role by as many processes as there are cores."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tests.net import work

CREW = 2  # processes; each keeps a core busy


def record(out: Path, tree: Path) -> None:
    """Write the recording of the code in `tree` into the folder `out`, which is emptied first."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    started = time.monotonic()

    def say(words: str) -> None:
        print(f"[{time.monotonic() - started:5.0f} s] {words}", flush=True)

    with _home(tree) as home, _server(home, tree):
        with _crew(1, tree) as crew:
            sessions = crew.submit(work.build, out).result()
        say("the demo stands")
        visits: dict[str, str | None] = {**sessions, "nobody": None}
        with _crew(CREW, tree) as crew:
            found = dict(zip(visits, crew.map(work.crawl, visits, visits.values(), [out] * len(visits)), strict=True))
            say("every role followed its links")
            plan = crew.submit(work.plan, found).result()
            counts = list(crew.map(work.complete, visits, visits.values(), [plan] * len(visits), [out] * len(visits)))
            say("and was asked what the others found")
            (out / "coverage.txt").write_text(crew.submit(work.coverage, found, plan).result())
    for role, (asked, broken) in zip(visits, counts, strict=True):
        print(f"{role:14} {asked:5} answers, {broken} of them errors of the server")
    print((out / "coverage.txt").read_text())


@contextlib.contextmanager
def _home(tree: Path) -> Iterator[Path]:
    home = Path(tempfile.mkdtemp(prefix="kameo-net-"))
    home.chmod(0o755)  # as root, the database runs under another user
    (home / "static").mkdir()
    os.environ |= {
        "KAMEO_HOME": str(home),
        "KAMEO_SECRET_KEY": "net" * 20,
        "KAMEO_TESTING": "1",
        "KAMEO_JSON_LOGS": "0",
        "KAMEO_LOG_LEVEL": "CRITICAL",
        "PYTHONHASHSEED": "0",
        "DJANGO_SETTINGS_MODULE": "kameo.config.settings",
    }
    os.environ.pop("KAMEO_DATABASE_URL", None)
    try:
        yield home
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextlib.contextmanager
def _server(home: Path, tree: Path) -> Iterator[None]:
    sys.path.insert(0, str(tree))
    from kameo.core import embedded_postgres

    sys.path.remove(str(tree))  # children find these tests where we did, and the tree's own are not these
    with embedded_postgres.running(home):
        yield


def _crew(size: int, tree: Path) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(size, mp_context=get_context("spawn"), initializer=work.start, initargs=(tree,))
