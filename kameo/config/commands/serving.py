"""`kameo serve`, `web` and `worker`: what answers people, what works in the background, and both at once."""

from __future__ import annotations

import os
import socket
import sys
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Callable

import click

from kameo.core.command import MISUSED, fail, installation, server

PORT = click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
HOST = click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 answers other machines too.")


@click.command()
@PORT
@HOST
@click.option("--reload", is_flag=True, hidden=True, help="For developers: restart when a file changes.")
def serve(port: int, host: str, reload: bool) -> None:
    """Run Kameo: the database, the worker and the site, until Ctrl-C.

    Ready when http://HOST:PORT/readyz answers 200. Everything stops together.
    """
    sys.exit(run_everything(host, port, reload=reload))


@click.command()
@PORT
@HOST
def web(port: int, host: str) -> None:
    """Run the site alone (the worker runs elsewhere)."""
    from kameo.config.supervisor import die_with_parent

    die_with_parent()
    with server():
        _run_granian(host, port)


@click.command()
@click.option("--concurrency", default=2, show_default=True, type=click.IntRange(1, 64), help="Jobs at once.")
def worker(concurrency: int) -> None:
    """Run the background work alone: imports, reactions, nightly computations."""
    from kameo.config.supervisor import die_with_parent

    die_with_parent()
    with installation(current=False):
        from kameo.core.jobs.worker import run

        run(concurrency=concurrency)


def run_everything(
    host: str,
    port: int,
    *,
    reload: bool = False,
    before: Callable[[], None] | None = None,
    announce: Callable[[str], None] | None = None,
) -> int:
    """Migrate, collect the static files, then keep the site and the worker alive. Returns the exit code.

    `before` runs once the database is at this version (the demonstration builds its portfolio there);
    `announce` is given the address once the site answers.
    """
    _require_free(host, port)
    with server():
        _prepare(reload=reload, before=before)
        from kameo.config.supervisor import Supervisor

        address = f"http://{_reachable(host)}:{port}"
        supervisor = Supervisor(_children(host, port, reload=reload), say=_say, look_after=_look_after_the_database)
        return supervisor.run(
            ready=lambda: _answers(f"{address}/readyz"), when_ready=lambda: (announce or _announce)(address)
        )


def open_browser(address: str) -> None:
    """Where there is a screen; a server has none and does not mind."""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform == "darwin":
        webbrowser.open(address)


def _prepare(*, reload: bool, before: Callable[[], None] | None) -> None:
    with installation(current=False):
        from django.db import OperationalError

        from kameo.core.ops import schema, static

        try:
            if steps := schema.bring_up_to_date():
                _say(f"The database is up to date ({len(steps)} steps applied).")
        except OperationalError as error:
            fail(f"the database does not answer: {str(error).strip()}\nLook at KAMEO_DATABASE_URL.")
        if not reload:
            static.collect()
        if before:
            before()


def _look_after_the_database() -> None:
    """The embedded server may be killed by a machine short of memory: the site and the worker wait for it."""
    from kameo.core import embedded_postgres
    from kameo.core.home import home

    try:
        if embedded_postgres.revive(home()):
            _say("The database had stopped; it runs again.")
    except embedded_postgres.PostgresError as error:
        _say(f"The database stopped and cannot be started: {error}")


def _children(host: str, port: int, *, reload: bool) -> list:
    from kameo.config.supervisor import Child

    kameo = [sys.executable, "-m", "kameo.config.cli"]
    if reload:
        return [
            Child("site", [*kameo, "manage", "runserver", f"{host}:{port}"]),
            Child("worker", [*kameo, "worker"]),
            Child("style sheet", [sys.executable, "scripts/build_css.py", "--watch"]),
        ]
    return [Child("site", [*kameo, "web", "--host", host, "--port", str(port)]), Child("worker", [*kameo, "worker"])]


def _run_granian(host: str, port: int) -> None:
    """Two processes by default; the application is loaded before they fork, so both start at once."""
    from kameo.core.ops.metrics import share_between_processes

    share_between_processes()
    from granian import Granian
    from granian.constants import Interfaces

    import kameo.config.wsgi  # noqa: F401 - loaded here once for all

    Granian(
        "kameo.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=int(os.environ.get("KAMEO_WEB_PROCESSES", "2")),
        blocking_threads=int(os.environ.get("KAMEO_WEB_THREADS", "4")),
        backpressure=64,
        websockets=False,
        log_enabled=False,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
    ).serve()


def _require_free(host: str, port: int) -> None:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        fail(f"cannot listen on {host}:{port} ({error.strerror}). Choose another: --port {port + 1}", code=MISUSED)


def _reachable(host: str) -> str:
    if host in {"0.0.0.0", "::", "127.0.0.1"}:  # noqa: S104 - recognised, not bound
        return "localhost"
    return f"[{host}]" if ":" in host else host


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:  # noqa: S310 - our own address
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def _announce(address: str) -> None:
    _say(f"Kameo is ready at {address} (Ctrl-C stops it).")
    _say("First time? Give yourself an account: kameo createadmin you@example.com")


def _say(text: str) -> None:
    click.echo(text, err=True)
