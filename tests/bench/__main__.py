"""`python -m tests.bench [--volume peers|tenth|full] [--times N] [--write]`."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

TENTHS = {"peers": "smallest", "full": "tenth"}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Speed at volume, as ratios to raw SQL.")
    parser.add_argument("--volume", choices=["peers", "smallest", "tenth", "full", "small", "smaller"], default="peers")
    parser.add_argument("--times", type=int, default=30, help="how often each address is asked (30)")
    parser.add_argument("--small", type=Path, help="figures of a tenth of the volume, that `--keep` wrote")
    parser.add_argument("--keep", type=Path, help="write this run's figures there, for `--small` of the next")
    parser.add_argument("--growth", action="store_true", help="measure a tenth of the volume first")
    parser.add_argument("--brief", action="store_true", help="one batch, no server, no import: for bench-check")
    parser.add_argument("--write", action="store_true", help="keep the outcome in docs/bench.md")
    asked = parser.parse_args()
    if asked.growth and asked.volume in TENTHS:
        asked.small = _tenth(asked)
    home = Path(tempfile.mkdtemp(prefix="kameo-bench-"))
    try:
        _own_home(home)
        _run(home, asked)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _tenth(asked: argparse.Namespace) -> Path:
    """The same at a tenth of the volume, in a process and a database of its own."""
    place = Path(tempfile.mkdtemp(prefix="kameo-bench-tenth-")) / "figures.json"
    command = [sys.executable, "-m", "tests.bench", "--volume", TENTHS[asked.volume], "--keep", str(place)]
    subprocess.run([*command, "--times", str(asked.times)], check=True, stdout=subprocess.DEVNULL)
    return place


def _own_home(home: Path) -> None:
    """A home and a server that nobody else uses, whatever the environment says."""
    home.chmod(0o755)  # PostgreSQL runs as another user when we are root
    for name in [each for each in os.environ if each.startswith("KAMEO_") and each != "KAMEO_POSTGRES_BIN"]:
        del os.environ[name]
    os.environ |= {
        "KAMEO_HOME": str(home),
        "KAMEO_TESTING": "1",
        "KAMEO_ALLOWED_HOSTS": "testserver",
        "KAMEO_LOG_LEVEL": "ERROR",
        "DJANGO_SETTINGS_MODULE": "kameo.config.settings",
    }
    (home / "static").mkdir()  # WhiteNoise warns of a missing folder


def _run(home: Path, asked: argparse.Namespace) -> None:
    # Kameo reads its environment when it is imported: not before `_own_home`.
    from kameo.core import embedded_postgres
    from kameo.core.command import close_connections

    with embedded_postgres.running(home):
        import django

        django.setup()
        try:
            _bench(asked)
        finally:
            close_connections()


def _bench(asked: argparse.Namespace) -> None:
    # Models can be imported once Django is set up.
    from kameo.core.ops import schema
    from tests.bench import cases, measure, volume

    started = time.monotonic()
    schema.bring_up_to_date()
    size = volume.VOLUMES[asked.volume]
    _say(f"Loading {size.accounts} accounts, {size.interactions} interactions, {size.invoices} invoices…")
    loading = volume.load(size)
    if asked.brief:
        with measure.quiet():
            figures = [measure.measure(case, times=asked.times, batches=1) for case in cases.cases()]
    else:
        figures = _whole(asked, size, loading)
    if asked.keep:
        measure.keep(figures, asked.keep)
    print(f"\n{measure.machine()}; the whole took {time.monotonic() - started:.0f} s.")


def _whole(asked: argparse.Namespace, size: Any, loading: dict[str, float]) -> list[Any]:
    """Every figure of the report, printed, and kept in docs/bench.md where it is asked."""
    from django.db import connection

    from tests.bench import cases, importing, measure, report, served

    figures = []
    machine = measure.machine()  # before the bench loads it
    with measure.quiet(), served.serving() as server:
        for case in cases.cases():
            _say(f"{case.name}…")
            figures.append(measure.measure(case, times=asked.times, server=server))
        _say(f"Importing {importing.ROWS} accounts…")
        imported = importing.measure_import()
    connection.ensure_connection()
    server_version = connection.connection.info.parameter_status("server_version") or ""
    small = measure.kept(asked.small) if asked.small else []
    run = report.Run(asked.volume, size, machine, server_version.split()[0], loading, figures, imported, small)
    parts = (report.pages, report.missed, report.growth, report.importing, report.steps)
    print(*(part(run) for part in parts), sep="\n\n")
    if asked.write:
        report.PLACE.write_text(report.document(run), encoding="utf-8")
    return figures


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
