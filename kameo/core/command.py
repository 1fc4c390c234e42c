"""The frame of every command: Django ready, the database answering and up to date, errors said once and clearly."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
from collections.abc import Iterator
from typing import Any, NoReturn

import click

BAD = 1  # it was tried and failed
MISUSED = 2  # what was asked cannot be done: nothing was tried


def fail(message: object, *, code: int = BAD) -> NoReturn:
    """End the command with `message` on the error stream and this exit code."""
    click.echo(f"Error: {message}", err=True)
    sys.exit(code)


def emit(value: Any) -> None:
    """One JSON document on the standard output, for scripts."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


@contextlib.contextmanager
def installation(*, current: bool = True) -> Iterator[None]:
    """Django ready and the database answering.

    The embedded server is started when nobody runs it, and stopped if we are the last to leave. With `current`,
    an empty database is brought up to date and an older one is refused (exit 1) until `kameo migrate`. One that holds
    steps unknown to this version is refused by whatever would write to it.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kameo.config.settings")
    signal.signal(signal.SIGTERM, _leave)
    with server():
        import django

        django.setup()
        from kameo.core.ops.schema import UnknownStepsError

        try:
            if not current:
                yield
                return
            _require_current()
            with _surroundings():
                yield
        except UnknownStepsError as error:
            fail(error)
        finally:
            close_connections()


@contextlib.contextmanager
def server() -> Iterator[None]:
    """The embedded PostgreSQL, unless `KAMEO_DATABASE_URL` names another server."""
    from kameo.core import embedded_postgres
    from kameo.core.home import home

    if os.environ.get("KAMEO_DATABASE_URL"):
        yield
        return
    try:
        running = embedded_postgres.running(home())
        running.__enter__()
    except (embedded_postgres.PostgresError, OSError) as error:
        fail(error)
    with contextlib.ExitStack() as stack:
        stack.push(running)
        yield


def _require_current() -> None:
    from django.db import OperationalError

    from kameo.core.ops import schema

    try:
        schema.refuse_unknown_database()
        if schema.is_empty():
            click.echo("Preparing the database…", err=True)
            schema.bring_up_to_date()
        elif waiting := schema.waiting():
            fail(f"the database is older than this version ({len(waiting)} steps). Run: kameo migrate")
    except OperationalError as error:
        fail(f"the database does not answer: {str(error).strip()}\nLook at KAMEO_DATABASE_URL, or run: kameo doctor")


@contextlib.contextmanager
def _surroundings() -> Iterator[None]:
    """Commands think in the company's zone ("today" is its today) and sign what they write."""
    from zoneinfo import ZoneInfo

    from django.utils import timezone

    from kameo.core import preferences
    from kameo.core.authorship import Client, through

    command = click.get_current_context().command_path
    with timezone.override(ZoneInfo(preferences.get("time_zone"))), through(Client.COMMAND, name=command):
        yield


def close_connections() -> None:
    """Give the connections back before the server stops; a pool would otherwise complain on its own thread."""
    from django.db import connections

    for connection in connections.all(initialized_only=True):
        connection.close()
        if close_pool := getattr(connection, "close_pool", None):
            close_pool()


def _leave(signum: int, frame: object) -> None:
    sys.exit(128 + signum)
